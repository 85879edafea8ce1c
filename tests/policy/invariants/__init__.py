"""The invariants of the policy, each stated once, held against all that can happen in a bounded model and any facts."""
