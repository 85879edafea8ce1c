"""Use cases: one function each, and the only layer that commits."""
