"""FACETS: by what people and assignments can be found, with one page a value."""

from sitegen.facets.facet import Facet, Held
from sitegen.facets.free_from import Free, free_from
from sitegen.facets.table import FACETS
from sitegen.facets.values import FacetValue, facet_values, held_by_people

__all__ = [
    "FACETS",
    "Facet",
    "FacetValue",
    "Free",
    "Held",
    "facet_values",
    "free_from",
    "held_by_people",
]
