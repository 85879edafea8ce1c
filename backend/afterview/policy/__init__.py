"""The follow-up policy: a pure function from facts to advice. No clock, no database, no network, no randomness."""
