"""Forms in the browser: what their scripts judge, say and write, against Python."""
