"""What is missing of a site before it can be opened to others, and what would make it better.

What other commands judge is counted here and not judged again: `check` and `build --strict` the
content, `report` what has aged.
"""
