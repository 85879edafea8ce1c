"""Messages: what to write at each step. Pure: drafts and findings from facts, and no way to send anything."""
