"""Teams for a posting: who could do together what nobody needs to do alone.

`composing.teams_of` finds; `report` prints. See docs/decisions/0017-teams.md.
"""
