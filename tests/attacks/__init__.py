"""Hostile content as data: what strangers try, and what must come of it."""
