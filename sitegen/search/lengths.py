"""How long fields are, in steps.

How long a field is moves a score a little, and the lengths of all documents are fetched with the
first query: in steps they compress to a third (docs/decisions/0013-the-index-is-cut-by-term.md has
the figures). Lucene's norms are in steps for the same reason.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from sitegen.search.numbers import SIGNS, Numbers

# Exact up to 4, then two an octave: 6, 8, 12, 16, 24 …
STEPS = (0, 1, 2, 3, *(base << octave for octave in range(1, 16) for base in (2, 3)))
_ABOVE = tuple((low + high + 1) // 2 for low, high in pairwise(STEPS))


def steps(lengths: Numbers) -> bytes:
    """The numbers of the steps that are nearest, of two the higher; the last for what is longer."""
    return np.searchsorted(_ABOVE, lengths, side="right").astype(np.uint8).tobytes()


def lengths_text(steps: bytes) -> str:
    """A sign for each document."""
    return "".join(map(SIGNS.__getitem__, steps))
