"""The invariants of the policy: stated once, and held against all that can happen in a bounded model, and against chance."""
