"""Seekers and guides: who has been through it, offers it and has room, proposed fairly.

`proposals.guides_for` finds; `report` prints. See docs/decisions/0011-guides-in-rounds.md.
"""
