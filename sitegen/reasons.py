"""Every sentence that matching says, by code: singular, and plural where it counts."""

from __future__ import annotations

REASONS: dict[str, tuple[str, str]] = {}
