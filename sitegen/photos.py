"""Photos as sent → square portraits. The only user of PIL.

A portrait is drawn anew from the pixels: where and with what a photo was taken, its comments
and its profiles stay behind.
"""

from __future__ import annotations

import struct
import warnings
from collections.abc import Mapping
from io import BytesIO

from PIL import ExifTags, Image, UnidentifiedImageError

from sitegen.messages import phrase

FORMATS = ("JPEG", "PNG", "WEBP")
LEAST_SIDE = 160
MOST_SIDE = 4096
MOST_PIXELS = 16_000_000
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
    found = _picture(raw)
    return found if isinstance(found, str) else None


def portraits(raw: bytes) -> Mapping[str, bytes]:
    """`192.webp`, `384.webp` and `192.jpg` of a photo: square, upright, RGB on white.

    No metadata; the same bytes each time. Raises ValueError when `check_photo` has a reason.
    """
    found = _picture(raw)
    if isinstance(found, str):
        raise ValueError(found)
    square = _square(found)
    resized = {size: square.resize((size, size), Image.Resampling.LANCZOS) for size in SIDES}
    made = {f"{size}.webp": _webp(image) for size, image in resized.items()}
    return made | {"192.jpg": _jpeg(resized[192])}


def _picture(raw: bytes) -> Image.Image | str:
    """The pixels, or why they cannot be used."""
    # Pillow warns of damaged EXIF and of sizes that are refused here in words.
    with warnings.catch_warnings(action="ignore"):
        try:
            image = _opened(raw)
            return _unfit(image) or _pixels(image)
        except UnidentifiedImageError:
            if _is_signed(raw):
                return DAMAGED
            return phrase("its content is not JPEG, PNG or WebP, whatever its name says")
        except Image.DecompressionBombError:
            return f"it is far larger than {MOST_SIDE} pixels a side"
        except BROKEN:
            return DAMAGED


def _is_signed(raw: bytes) -> bool:
    """Tell whether a file begins as one of FORMATS does."""
    return raw.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or raw[8:12] == b"WEBP"


def _opened(raw: bytes) -> Image.Image:
    """Only the header is read; nothing is decoded yet."""
    return Image.open(BytesIO(raw), formats=FORMATS)


def _unfit(image: Image.Image) -> str | None:
    """What the header alone tells against a photo."""
    width, height = image.size
    found = f"it is {width} × {height} pixels"
    if max(width, height) > MOST_SIDE:
        return f"{found}; at most {MOST_SIDE} a side are read"
    if width * height > MOST_PIXELS:
        return f"{found}; at most {MOST_PIXELS // 1_000_000} million in all are read"
    if min(width, height) < LEAST_SIDE:
        return f"{found}; it takes at least {LEAST_SIDE} a side"
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
