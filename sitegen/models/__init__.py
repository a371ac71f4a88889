"""The content model as frozen pydantic models."""

from sitegen.models.articles import HelpWanted, News, Page, Story
from sitegen.models.assignment import Assignment
from sitegen.models.profile import Profile, ProfileText
from sitegen.models.site import Site
from sitegen.models.terms import Method
from sitegen.models.vetting import VettingMark

__all__ = [
    "Assignment",
    "HelpWanted",
    "Method",
    "News",
    "Page",
    "Profile",
    "ProfileText",
    "Site",
    "Story",
    "VettingMark",
]
