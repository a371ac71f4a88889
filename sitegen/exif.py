"""What a block of EXIF tells about a photo and whoever took it.

https://exiftool.org/TagNames/EXIF.html; the block is a TIFF file: directories of 12-byte entries.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from sitegen.messages import phrase

PLACE = phrase("where it was taken")
TIME = phrase("when it was taken")
CAMERA = phrase("the camera")
WORDS = phrase("names or a comment")
XMP = "XMP"
IPTC = "IPTC"
THUMBNAIL = phrase("a smaller copy of an earlier version")
OTHER = phrase("details of other kinds")

PREFIX = b"Exif\0\0"
_DETAILS, _POSITION, _SECOND = 0x8769, 0x8825, -1
_TOLD = {
    TIME: {0x0132, 0x882A, 0x9003, 0x9004, *range(0x9010, 0x9013), *range(0x9290, 0x9293)},
    CAMERA: {
        0x010F, 0x0110, 0x0131, 0x013C, 0x829A, 0x829D, 0x8822, 0x8827, 0x8830, 0x8832, 0x9102,
        0x927C, *range(0x9201, 0x920B), *range(0xA20B, 0xA218), *range(0xA300, 0xA40D),
        *range(0xA431, 0xA436), 0xA460, 0xA461, 0xA462,
    },
    WORDS: {0x010D, 0x010E, 0x013B, 0x8298, 0x9286, *range(0x9C9B, 0x9CA0), 0xA420, 0xA430},
    XMP: {0x02BC},
    IPTC: {0x83BB, 0x8649},
}  # fmt: skip
_KINDS = {tag: kind for kind, tags in _TOLD.items() for tag in tags}
# How the picture is stored and turned: true of any picture of its size.
_BARE = frozenset(
    (
        0x0100, 0x0101, 0x0102, 0x0103, 0x0106, 0x0112, 0x0115, 0x011A, 0x011B, 0x011C, 0x0128,
        0x0211, 0x0212, 0x0213, 0x0214, _DETAILS, _POSITION, 0x9000, 0x9101, 0xA000, 0xA001, 0xA002,
        0xA003, 0xA005,
    )
)  # fmt: skip


def told_by_exif(block: bytes) -> set[str]:
    """The kinds of things that a block tells; none when it only says how to turn the picture.

    Never raises: what cannot be read counts as OTHER.
    """
    block = block.removeprefix(PREFIX)
    if not block.strip(b"\0"):
        return set()
    try:
        return set(_kinds(block))
    except struct.error:
        return {OTHER}


def _kinds(block: bytes) -> Iterator[str]:
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(block[:4])
    if order is None:
        yield OTHER
        return
    waiting = [(0, struct.unpack_from(f"{order}I", block, 4)[0])]
    seen = set()
    while waiting:
        directory, start = waiting.pop()
        if start in seen:
            continue
        seen.add(start)
        tags, following = _directory(block, order, start)
        yield from _kinds_of(directory, tags)
        waiting += [(tag, tags[tag]) for tag in (_DETAILS, _POSITION) if tag in tags]
        if directory == 0 and following:
            waiting.append((_SECOND, following))


def _directory(block: bytes, order: str, start: int) -> tuple[dict[int, int], int]:
    """The tags of a directory with their values or places, and the place of the next one."""
    (count,) = struct.unpack_from(f"{order}H", block, start)
    entries = (
        struct.unpack_from(f"{order}HHII", block, start + 2 + 12 * number)
        for number in range(count)
    )
    tags = {tag: value for tag, _, _, value in entries}
    return tags, struct.unpack_from(f"{order}I", block, start + 2 + 12 * count)[0]


def _kinds_of(directory: int, tags: dict[int, int]) -> Iterator[str]:
    if directory == _SECOND:
        yield THUMBNAIL
    elif directory == _POSITION:
        # The version alone is written by cameras that may not know where they are.
        if tags.keys() - {0}:
            yield PLACE
    else:
        yield from (_KINDS.get(tag, OTHER) for tag in tags if tag not in _BARE)
