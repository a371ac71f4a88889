"""Photos as sent → clean photos, and square portraits. The only user of PIL.

Both are drawn anew from the pixels: where and with what a photo was taken, its comments and its
profiles stay behind.
"""

from __future__ import annotations

import struct
import warnings
from collections.abc import Mapping
from io import BytesIO
from typing import Any, Literal, NamedTuple, TypeAlias

from PIL import ExifTags, Image, UnidentifiedImageError

from sitegen.messages import phrase
from sitegen.traces import JPEG, PNG, RIFF, is_webp, traces

FORMATS = ("JPEG", "PNG", "WEBP")
LEAST_SIDE = 160
PHOTO_LIMIT = 2 * 1024 * 1024


class Limits(NamedTuple):
    """The most that a photo's header may promise: pixels a side, and pixels in all."""

    side: int
    pixels: int


KEPT = Limits(4096, 16_000_000)
# As it comes out of a camera: 50 million are what phones go up to; 0.5 GB of memory at most.
TAKEN = Limits(12_000, 52_000_000)
TAKEN_LIMIT = 32 * 1024 * 1024
# The longest side of a clean photo; a smaller one where PHOTO_LIMIT would not hold it.
CLEAN_SIDES = (1600, 1200, 900, 640)
# The left and upper edge and the side of a part of the upright picture, or its square middle.
Crop: TypeAlias = tuple[int, int, int] | Literal["square"]
SIDES = (192, 384)
SIZES = (*(f"{side}.webp" for side in SIDES), "192.jpg")
# Part of the address of a portrait: to be changed with anything below that changes its bytes.
RECIPE = "webp 82 4, jpeg 85"
DAMAGED = phrase("the file is damaged or incomplete")
# What Pillow 13 raised on 110,000 photos with wrong, missing and added bytes; EOFError and
# struct.error are those that its sources can raise on top (lost frame, EXIF that ends early).
BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    struct.error,
)
_STARTS = {"JPEG": JPEG, "PNG": PNG, "WEBP": RIFF}
JPEG_QUALITY = 88
_QUALITY: Mapping[str, Mapping[str, Any]] = {
    "JPEG": {"quality": JPEG_QUALITY, "optimize": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 88, "method": 4},
}
# https://exiftool.org/TagNames/EXIF.html, tag 0x0112: what brings the picture upright.
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def check_photo(raw: bytes) -> str | None:
    """Why a photo cannot be used, in words; None when `portraits` can be made. Never raises."""
    found = _picture(raw, KEPT)
    return found if isinstance(found, str) else None


def portraits(raw: bytes) -> Mapping[str, bytes]:
    """`192.webp`, `384.webp` and `192.jpg` of a photo: square, upright, RGB on white.

    No metadata; the same bytes each time. Raises ValueError when `check_photo` has a reason.
    """
    found = _picture(raw, KEPT)
    if isinstance(found, str):
        raise ValueError(found)
    square = _square(found)
    resized = {size: square.resize((size, size), Image.Resampling.LANCZOS) for size in SIDES}
    made = {f"{size}.webp": _webp(image) for size, image in resized.items()}
    return made | {"192.jpg": _jpeg(resized[192])}


def cleaned(raw: bytes, crop: Crop | None = None) -> bytes:
    """The photo drawn anew: upright, on white, in its format, without anything but the picture.

    At most 1600 pixels a side and PHOTO_LIMIT bytes. A photo that is all this already is given
    back as it is, unless something is to be cut out of it. Raises ValueError with the reason in
    words when `check_photo` has one that a smaller picture would not mend, or for a part that is
    not in the picture.
    """
    if len(raw) > TAKEN_LIMIT:
        raise ValueError(f"it is larger than {TAKEN_LIMIT // 1024 // 1024} MB")
    # A part is told in pixels of the whole picture; without one, fewer need to be decoded.
    found = _picture(raw, TAKEN, CLEAN_SIDES[0] if crop in (None, "square") else None)
    if isinstance(found, str):
        raise ValueError(found)
    if crop is None and _is_clean(raw):
        return raw
    picture = _cut(found, crop) if crop else found
    form = next(form for form, start in _STARTS.items() if raw.startswith(start))
    made = (_redrawn(picture, side, form) for side in CLEAN_SIDES)
    return next(image for image in made if len(image) <= PHOTO_LIMIT)


def dimensions(raw: bytes) -> tuple[int, int]:
    """Width and height of a photo that `check_photo` takes."""
    return _opened(raw).size


def _is_clean(raw: bytes) -> bool:
    with warnings.catch_warnings(action="ignore"):
        image = _opened(raw)
        is_upright = _orientation(image) == 1
    is_small = max(image.size) <= CLEAN_SIDES[0] and len(raw) <= PHOTO_LIMIT
    return is_small and is_upright and not traces(raw)


def _cut(image: Image.Image, crop: Crop) -> Image.Image:
    if crop == "square":
        return _square(image)
    left, top, side = crop
    if side < LEAST_SIDE:
        raise ValueError(f"a part of {side} × {side} pixels; it takes at least {LEAST_SIDE} a side")
    if left < 0 or top < 0 or left + side > image.width or top + side > image.height:
        size = f"{image.width} × {image.height}"
        raise ValueError(f"the part reaches out of the upright picture, which is {size} pixels")
    return image.crop((left, top, left + side, top + side))


def _redrawn(image: Image.Image, longest: int, form: str) -> bytes:
    image = image.copy()
    image.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    if min(image.size) < LEAST_SIDE:
        raise ValueError("it is too narrow; say which part to take with --crop")
    stream = BytesIO()
    image.save(stream, form, **_QUALITY[form])
    return stream.getvalue()


def _picture(raw: bytes, limits: Limits, enough: int | None = None) -> Image.Image | str:
    """The pixels, or why they cannot be used; at `enough` pixels a side not all are decoded."""
    # Pillow warns of damaged EXIF and of sizes that are refused here in words.
    with warnings.catch_warnings(action="ignore"):
        try:
            image = _opened(raw)
            reason = _unfit(image, limits)
            if reason is None and enough is not None:
                image.draft(None, (enough, enough))
            return reason or _pixels(image)
        except UnidentifiedImageError:
            if _is_signed(raw):
                return DAMAGED
            return phrase("its content is not JPEG, PNG or WebP, whatever its name says")
        except Image.DecompressionBombError:
            return f"it is far larger than {limits.side} pixels a side"
        except BROKEN:
            return DAMAGED


def _is_signed(raw: bytes) -> bool:
    """Tell whether a file begins as one of FORMATS does."""
    return raw.startswith((JPEG, PNG)) or is_webp(raw)


def _opened(raw: bytes) -> Image.Image:
    """Only the header is read; nothing is decoded yet."""
    return Image.open(BytesIO(raw), formats=FORMATS)


def _unfit(image: Image.Image, limits: Limits) -> str | None:
    """What the header alone tells against a photo."""
    width, height = image.size
    found = f"it is {width} × {height} pixels"
    if max(width, height) > limits.side:
        return f"{found}; at most {limits.side} a side are read"
    if width * height > limits.pixels:
        return f"{found}; at most {limits.pixels // 1_000_000} million in all are read"
    if min(width, height) < LEAST_SIDE:
        return f"{found}; it takes at least {LEAST_SIDE} a side"
    if image.format == "MPO" and limits == TAKEN:
        # Phones put a map of brightness or a smaller copy behind the picture, which comes first.
        return None
    frames = getattr(image, "n_frames", 1)
    return f"it holds {frames} pictures; send one that stands still" if frames > 1 else None


def _pixels(image: Image.Image) -> Image.Image:
    """Decoded, upright, on white, and with nothing attached."""
    image.load()
    method = UPRIGHT.get(_orientation(image))
    if method is not None:
        image = image.transpose(method)
    if image.mode == "I;16":
        # Pillow clips 16 bits of grey to 8 instead of scaling them: a white picture.
        image = image.point(lambda level: level * (1 / 256)).convert("L")
    paper = Image.new("RGB", image.size, "white")
    if image.has_transparency_data:
        ink = image.convert("RGBA")
        paper.paste(ink, (0, 0), ink)
    else:
        paper.paste(image.convert("RGB"))
    return paper


def _orientation(image: Image.Image) -> int:
    try:
        value = image.getexif().get(ExifTags.Base.Orientation)
    except BROKEN:
        # Damaged EXIF is no reason to refuse a picture that can be seen.
        return 1
    return value if isinstance(value, int) else 1


def _square(image: Image.Image) -> Image.Image:
    """The middle; of an upright picture a little above it, where faces are."""
    width, height = image.size
    side = min(width, height)
    left, top = (width - side) // 2, (height - side) * 2 // 5
    return image.crop((left, top, left + side, top + side))


def _webp(image: Image.Image) -> bytes:
    stream = BytesIO()
    image.save(stream, "WEBP", quality=82, method=4)
    return stream.getvalue()


def _jpeg(image: Image.Image) -> bytes:
    stream = BytesIO()
    image.save(stream, "JPEG", quality=85, optimize=True, subsampling="4:2:0")
    return stream.getvalue()
