"""What `sitegen photo` does: one photo, cleaned where it lies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from sitegen.errors import SettingsError
from sitegen.i18n import Translator
from sitegen.messages import phrase
from sitegen.photos import TAKEN_LIMIT, Crop, cleaned, dimensions
from sitegen.plan import put
from sitegen.read import raw_of
from sitegen.text import printable
from sitegen.traces import traces

_PART = re.compile(r"([0-9]{1,5}),([0-9]{1,5}),([0-9]{1,5})")


@dataclass(frozen=True, slots=True)
class Retouched:
    """What became of a photo; `removed` in the order of `traces.KINDS`, `size` in bytes."""

    path: Path
    removed: tuple[str, ...]
    width: int
    height: int
    size: int
    is_changed: bool


def crop_of(value: str) -> Crop:
    """`square`, or `X,Y,SIDE` in pixels of the upright picture. Raises SettingsError S023."""
    if value == "square":
        return "square"
    match = _PART.fullmatch(value.replace(" ", ""))
    if match is None:
        raise SettingsError("S023", value=value)
    left, top, side = map(int, match.groups())
    return left, top, side


def retouch(path: Path, crop: Crop | None, output: Path | None) -> Retouched:
    """Clean a photo and put it in its own place, or into `output`.

    Raises SettingsError S003, S009, S018, or S022 with the reason; what stood there then stays.
    """
    raw = _read(path)
    try:
        made = cleaned(raw, crop)
    except ValueError as error:
        raise SettingsError("S022", path=str(path), detail=str(error)) from error
    target = output or path
    if made != raw or output is not None:
        put(target, made)
    width, height = dimensions(made)
    return Retouched(target, traces(raw), width, height, len(made), made != raw)


def _read(path: Path) -> bytes:
    if path.is_symlink() or (path.exists() and not path.is_file()):
        detail = phrase("it is a link or a special file")
        raise SettingsError("S022", path=str(path), detail=detail)
    return raw_of(path, TAKEN_LIMIT)


def retouched_text(photo: Retouched, translator: Translator) -> str:
    """What was done, in one line."""
    values = {
        "path": printable(str(photo.path), 300),
        "width": str(photo.width),
        "height": str(photo.height),
        "size": translator.number(-(-photo.size // 1024)),
    }
    values["what"] = translator.every(translator.gettext(kind) for kind in photo.removed)
    if photo.removed:
        text = translator.gettext(
            "{path}: took out {what}; now {width} × {height} pixels, {size} kB."
        )
    elif photo.is_changed:
        text = translator.gettext(
            "{path}: drawn anew; now {width} × {height} pixels, {size} kB. It told nothing else."
        )
    else:
        text = translator.gettext(
            "{path}: nothing to take out; {width} × {height} pixels, {size} kB."
        )
    return text.format_map(values)
