"""Values → bytes that are the same each time."""

from __future__ import annotations

import json
from typing import Any
from xml.etree.ElementTree import Element, indent, tostring


def json_bytes(value: Any) -> bytes:
    """JSON with sorted keys and no NaN; compact, because programs read it and pages pay for it."""
    text = json.dumps(
        value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    return f"{text}\n".encode()


def xml_bytes(root: Element) -> bytes:
    """An XML document in UTF-8, indented, without a DTD."""
    indent(root)
    document: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"
