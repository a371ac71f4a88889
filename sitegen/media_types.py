"""The media type of each kind of file that a site has, for whoever serves it."""

from __future__ import annotations

from pathlib import PurePosixPath

HTML = "text/html; charset=utf-8"
TEXT = "text/plain; charset=utf-8"
JAVASCRIPT = "text/javascript; charset=utf-8"
# JSON is UTF-8 by its own rule, XML and SVG say it in their first line or are it by default.
TYPES = {
    ".html": HTML,
    ".css": "text/css; charset=utf-8",
    ".js": JAVASCRIPT,
    ".json": "application/json",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".jpg": "image/jpeg",
    ".txt": TEXT,
}


def media_type(path: str) -> str:
    """The type for the header Content-Type, by the ending; what has none of ours is bytes."""
    return TYPES.get(PurePosixPath(path).suffix, "application/octet-stream")
