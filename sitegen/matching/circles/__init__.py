"""Circles: a guide and two to five people on the same way out, who can meet and talk.

`forming.circles` proposes; `report` prints. See docs/decisions/0021-the-bridge.md.
"""
