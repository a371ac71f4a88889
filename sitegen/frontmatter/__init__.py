"""Text → Source: front matter read as text, with the place of every key and value kept.

YAML decides nothing here about numbers, dates or yes/no (`NO` is Norway, `3.10` is not 3.1);
the models do. Anchors, aliases, tags, merge keys, repeated keys and second documents are
refused, because two readers of the same file must see the same thing.
"""

from sitegen.frontmatter.compose import MAX_DEPTH
from sitegen.frontmatter.marks import Loc, Node
from sitegen.frontmatter.readers import read_file, read_markdown, read_yaml, read_yaml_list
from sitegen.frontmatter.source import Noticed, Source
from sitegen.unreadable import FENCE

__all__ = [
    "FENCE",
    "MAX_DEPTH",
    "Loc",
    "Node",
    "Noticed",
    "Source",
    "read_file",
    "read_markdown",
    "read_yaml",
    "read_yaml_list",
]
