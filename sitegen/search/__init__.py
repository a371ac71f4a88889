"""Directory → what the search page loads."""
