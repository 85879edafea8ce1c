"""The outside world: calendar files, holidays, and later vendors and mail."""
