"""A directory of deployable expertise: Markdown files in, a searchable and matched static site out."""

__version__ = "0.1.0"
