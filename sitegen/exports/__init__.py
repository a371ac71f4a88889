"""What the site gives to programs: one module a format, each from the directory to {path: bytes}."""
