"""What a photo tells besides its picture, found in its bytes. Nothing is decoded.

A file is walked by its own structure: segments of JPEG (ITU-T T.81, annex B), chunks of PNG
(https://www.w3.org/TR/png-3/) and of WebP (RFC 9649).
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from sitegen.exif import (
    CAMERA,
    IPTC,
    OTHER,
    PLACE,
    THUMBNAIL,
    TIME,
    WORDS,
    XMP,
    told_by_exif,
)
from sitegen.messages import phrase

MORE_PICTURES = phrase("further pictures")
BEHIND = phrase("something behind the end of the picture")
# In the order in which they are told: what can harm somebody first.
KINDS = (PLACE, TIME, CAMERA, WORDS, XMP, IPTC, THUMBNAIL, MORE_PICTURES, BEHIND, OTHER)

JPEG, PNG, RIFF = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF"
_END = 0xD9
# The next marker with something behind it, or the end; among the compressed bytes FF 00 is a byte
# and FF D0 to D7 are pauses.
_MARKER = re.compile(rb"\xff[\x02-\xcf\xd9-\xfe]")
# https://exiftool.org/TagNames/JPEG.html; None is what a picture needs.
_SEGMENTS: tuple[tuple[int, bytes, str | None], ...] = (
    (0xE0, b"JFXX\0", THUMBNAIL),
    (0xE0, b"JFIF\0", None),
    (0xE1, b"http://ns.adobe.com/", XMP),
    (0xE2, b"ICC_PROFILE\0", None),
    (0xE2, b"MPF\0", MORE_PICTURES),
    (0xED, b"", IPTC),
    (0xEE, b"Adobe", None),
    (0xFE, b"", WORDS),
)
_PNG_CHUNKS: dict[bytes, str | None] = {
    **dict.fromkeys((b"tEXt", b"zTXt", b"iTXt"), WORDS),
    b"tIME": TIME,
    **dict.fromkeys(
        (
            b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT",
            b"sRGB", b"cICP", b"mDCV", b"cLLI", b"bKGD", b"hIST", b"pHYs", b"sPLT", b"acTL",
            b"fcTL", b"fdAT",
        )
    ),
}  # fmt: skip
_WEBP_CHUNKS: dict[bytes, str | None] = {
    b"XMP ": XMP,
    **dict.fromkeys((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP", b"ANIM", b"ANMF")),
}


def traces(raw: bytes) -> tuple[str, ...]:
    """The KINDS of things that a JPEG, PNG or WebP tells besides its picture, in their order.

    How the picture is turned and its profile of colours are no traces. Never raises; of a file
    that ends early, what stands before.
    """
    if raw.startswith(JPEG):
        found = set(_in_jpeg(raw))
    elif raw.startswith(PNG):
        found = set(_in_png(raw))
    elif is_webp(raw):
        found = set(_in_webp(raw))
    else:
        return ()
    return tuple(kind for kind in KINDS if kind in found)


def is_webp(raw: bytes) -> bool:
    """Tell whether a file begins as a WebP does."""
    return raw.startswith(RIFF) and raw[8:12] == b"WEBP"


def _in_jpeg(raw: bytes) -> Iterator[str]:
    at = 2
    while match := _MARKER.search(raw, at):
        marker, at = raw[match.start() + 1], match.end()
        if marker == _END:
            yield from _behind(raw, at)
            return
        end = at + int.from_bytes(raw[at : at + 2], "big")
        yield from _in_segment(marker, raw[at + 2 : end])
        at = max(end, at + 2)


def _in_segment(marker: int, data: bytes) -> Iterator[str]:
    if marker == 0xE1 and data.startswith(b"Exif\0"):
        yield from told_by_exif(data)
    elif marker == 0xE0 and data.startswith(b"JFIF\0") and any(data[12:14]):
        yield THUMBNAIL
    elif 0xE0 <= marker <= 0xEF or marker == 0xFE:
        known = (k for m, start, k in _SEGMENTS if m == marker and data.startswith(start))
        kind = next(known, OTHER)
        if kind is not None:
            yield kind


def _behind(raw: bytes, end: int) -> Iterator[str]:
    # Some programs fill a file up with zeros.
    if raw[end:].strip(b"\0"):
        yield BEHIND


def _in_png(raw: bytes) -> Iterator[str]:
    at = len(PNG)
    while at + 8 <= len(raw):
        size, name = struct.unpack_from(">I4s", raw, at)
        data = raw[at + 8 : at + 8 + size]
        at += size + 12
        if name == b"eXIf":
            yield from told_by_exif(data)
        elif data.startswith(b"XML:com.adobe.xmp"):
            yield XMP
        else:
            yield from _known(_PNG_CHUNKS, name)
        if name == b"IEND":
            yield from _behind(raw, at)
            return


def _in_webp(raw: bytes) -> Iterator[str]:
    at, end = 12, 8 + int.from_bytes(raw[4:8], "little")
    while at + 8 <= min(end, len(raw)):
        name, size = struct.unpack_from("<4sI", raw, at)
        if name == b"EXIF":
            yield from told_by_exif(raw[at + 8 : at + 8 + size])
        else:
            yield from _known(_WEBP_CHUNKS, name)
        at += 8 + size + size % 2
    yield from _behind(raw, end)


def _known(chunks: dict[bytes, str | None], name: bytes) -> Iterator[str]:
    kind = chunks.get(name, OTHER)
    if kind is not None:
        yield kind
