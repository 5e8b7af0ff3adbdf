"""Alerts: who wants to know of new results, what is new for them, and telling it once."""
