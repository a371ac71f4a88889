"""Values → bytes that are the same each time."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, indent, tostring

from sitegen.compact import compact


def json_bytes(value: Any) -> bytes:
    """JSON with sorted keys; compact, because programs read it and pages pay for it."""
    return compact(value, is_sorted=True) + b"\n"


def xml_bytes(root: Element) -> bytes:
    """An XML document in UTF-8, indented, without a DTD."""
    indent(root)
    document: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"
