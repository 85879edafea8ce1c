"""The follow-up policy: each rule by itself, what they decide together, and what holds for all facts."""
