"""Applicant-tracking tools: how each of them proves and says what happened, in a file of its own.

`event.py` has our words for it, `vendor.py` what every vendor's file offers, `vendors.py` the list of them.
"""
