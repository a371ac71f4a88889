"""The content model as frozen pydantic models."""

from sitegen.models.assignment import Assignment
from sitegen.models.profile import Profile, ProfileText, VettingMark
from sitegen.models.site import HelpWanted, News, Page, Site, Story
from sitegen.models.terms import Method

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
