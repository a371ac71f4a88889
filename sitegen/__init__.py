"""A directory of deployable expertise: Markdown in, a searchable and matched site out."""

__version__ = "0.1.0"
