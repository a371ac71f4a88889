"""Every sentence that matching says, by code: singular, and plural where `count` decides."""

from __future__ import annotations

from sitegen.reasons.guides import GUIDES
from sitegen.reasons.people import PEOPLE
from sitegen.reasons.teams import TEAMS

REASONS: dict[str, tuple[str, str]] = {**PEOPLE, **GUIDES, **TEAMS}
