"""Deliveries to other people's servers, after Standard Webhooks."""
