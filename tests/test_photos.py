from __future__ import annotations

import random
import re
import runpy
import shutil
import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import ExifTags, Image, PngImagePlugin

from sitegen.errors import Place, Problem
from sitegen.photos import check_photo, portraits
from sitegen.read import read, shown
from sitegen.validate import validate
from tests.conftest import ROOT

NAMES = ["192.webp", "384.webp", "192.jpg"]
PROFILES = ROOT / "content" / "profiles"
MINIMAL = ROOT / "tests" / "sites" / "minimal" / "content"
RED, GREEN, BLUE, WHITE = (200, 40, 40), (40, 160, 60), (40, 60, 200), (255, 255, 255)
SECRET = b"-1.2921 36.8219"


def encoded(image: Image.Image, form: str = "JPEG", **options: Any) -> bytes:
    stream = BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()


def plain(width: int, height: int, colour: tuple[int, int, int] = RED) -> Image.Image:
    return Image.new("RGB", (width, height), colour)


def quarters() -> Image.Image:
    """Red above green on the left, blue above white on the right; 300 pixels a side."""
    image = plain(300, 300)
    image.paste(GREEN, (0, 150, 150, 300))
    image.paste(BLUE, (150, 0, 300, 150))
    image.paste(WHITE, (150, 150, 300, 300))
    return image


def decoded(raw: bytes) -> Image.Image:
    return Image.open(BytesIO(raw))


def near(found: Any, wanted: tuple[int, int, int]) -> bool:
    return all(abs(a - b) <= 12 for a, b in zip(found, wanted, strict=True))


def exif_with(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = SECRET.decode()
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (1.0, 17.0, 31.0)
    return exif


def test_portraits_are_square_in_the_sizes_of_their_names() -> None:
    made = portraits(encoded(plain(640, 800)))
    images = {name: decoded(raw) for name, raw in made.items()}
    shapes = {name: (image.format, image.size, image.mode) for name, image in images.items()}
    assert shapes == {
        "192.webp": ("WEBP", (192, 192), "RGB"),
        "384.webp": ("WEBP", (384, 384), "RGB"),
        "192.jpg": ("JPEG", (192, 192), "RGB"),
    }


def with_everything(form: str) -> bytes:
    """A photo that says where it was taken, with what, and a few things more."""
    options: dict[str, Any] = {"exif": exif_with(), "icc_profile": SECRET * 9}
    if form == "PNG":
        chunks = PngImagePlugin.PngInfo()
        chunks.add_text("Comment", SECRET.decode())
        chunks.add_itxt("XML:com.adobe.xmp", SECRET.decode())
        options["pnginfo"] = chunks
    else:
        options["xmp"] = SECRET
        options["comment"] = SECRET
    return encoded(quarters(), form, **options)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_nothing_but_pixels_survives(form: str) -> None:
    raw = with_everything(form)
    assert decoded(raw).getexif().get_ifd(ExifTags.IFD.GPSInfo), "the photo must have a place first"
    assert SECRET in raw
    for name, made in portraits(raw).items():
        image = decoded(made)
        image.load()
        assert dict(image.getexif()) == {}, name
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density",
                                   "loop", "background", "timestamp", "duration"}, name  # fmt: skip
        assert not any(word in made for word in (SECRET, b"Exif", b"EXIF", b"XMP", b"ICC")), name


# Which corner of the stored picture, clockwise from top left, is at the top left when upright.
ORIENTATIONS = {
    1: (RED, BLUE),
    2: (BLUE, RED),
    3: (WHITE, GREEN),
    4: (GREEN, WHITE),
    5: (RED, GREEN),
    6: (GREEN, RED),
    7: (WHITE, BLUE),
    8: (BLUE, WHITE),
}


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_the_picture_stands_upright(form: str, orientation: int) -> None:
    made = portraits(encoded(quarters(), form, exif=exif_with(orientation)))
    image = decoded(made["192.webp"])
    left, right = ORIENTATIONS[orientation]
    assert near(image.getpixel((40, 40)), left)
    assert near(image.getpixel((152, 40)), right)


@pytest.mark.parametrize(
    "exif",
    [b"Exif\0\0", b"Exif\0\0II*\0", b"Exif\0\0MM\x07*\0\0\0\x08"],
    ids=["empty", "short", "not TIFF"],
)
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_damaged_exif_is_no_reason_to_refuse(form: str, exif: bytes) -> None:
    raw = encoded(quarters(), form, exif=exif)
    assert check_photo(raw) is None
    assert near(decoded(portraits(raw)["192.webp"]).getpixel((40, 40)), RED)


def test_an_upright_picture_is_cut_a_little_above_its_middle() -> None:
    image = plain(200, 400, WHITE)
    image.paste(RED, (0, 80, 200, 280))
    square = decoded(portraits(encoded(image, "PNG"))["384.webp"])
    assert near(square.getpixel((192, 3)), RED)
    assert near(square.getpixel((192, 380)), RED)


def test_a_wide_picture_is_cut_in_its_middle() -> None:
    image = plain(400, 200, WHITE)
    image.paste(RED, (100, 0, 300, 200))
    square = decoded(portraits(encoded(image, "PNG"))["384.webp"])
    assert near(square.getpixel((3, 192)), RED)
    assert near(square.getpixel((380, 192)), RED)


def palette_with_a_hole() -> bytes:
    image = Image.new("P", (200, 200), 0)
    image.putpalette([0, 0, 0, *RED])
    image.paste(1, (0, 0, 200, 100))
    return encoded(image, "PNG", transparency=0)


def half(mode: str, colour: Any) -> Image.Image:
    """Clear, with the colour in the upper half."""
    image = Image.new(mode, (200, 200))
    image.paste(colour, (0, 0, 200, 100))
    return image


MODES: dict[str, tuple[Callable[[], bytes], tuple[int, int, int], tuple[int, int, int]]] = {
    "RGBA in PNG": (lambda: encoded(half("RGBA", (*RED, 255)), "PNG"), RED, WHITE),
    "RGBA in WebP": (lambda: encoded(half("RGBA", (*RED, 255)), "WEBP", lossless=True), RED, WHITE),
    "grey with alpha": (lambda: encoded(half("LA", (90, 255)), "PNG"), (90, 90, 90), WHITE),
    "palette with a hole": (palette_with_a_hole, RED, WHITE),
    "one colour made clear": (
        lambda: encoded(half("RGB", RED), "PNG", transparency=(0, 0, 0)),
        RED,
        WHITE,
    ),
    "grey": (lambda: encoded(half("L", 90)), (90, 90, 90), (0, 0, 0)),
    "black and white": (lambda: encoded(half("1", 1), "PNG"), WHITE, (0, 0, 0)),
    "16 bits of grey": (lambda: encoded(half("I;16", 90 * 257), "PNG"), (90, 90, 90), (0, 0, 0)),
    "four printing colours": (lambda: encoded(half("CMYK", (255, 255, 0, 0))), (0, 0, 255), WHITE),
}


@pytest.mark.parametrize(("make", "above", "below"), MODES.values(), ids=MODES)
def test_every_kind_of_picture_becomes_rgb_on_white(
    make: Callable[[], bytes], above: tuple[int, int, int], below: tuple[int, int, int]
) -> None:
    raw = make()
    assert check_photo(raw) is None
    image = decoded(portraits(raw)["192.jpg"])
    assert near(image.getpixel((96, 40)), above)
    assert near(image.getpixel((96, 152)), below)


def png_header(width: int, height: int) -> bytes:
    """A PNG of a few bytes that promises any size."""

    def chunk(name: bytes, data: bytes) -> bytes:
        length, check = (
            struct.pack(">I", number) for number in (len(data), zlib.crc32(name + data))
        )
        return length + name + data + check

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def moving(form: str) -> bytes:
    return encoded(plain(200, 200), form, save_all=True, append_images=[plain(200, 200, BLUE)])


@dataclass(frozen=True, slots=True)
class Refusal:
    make: Callable[[], bytes]
    reason: str


OTHER = "its content is not JPEG, PNG or WebP, whatever its name says"
DAMAGED = "the file is damaged or incomplete"
TWO = "it holds 2 pictures; send one that stands still"
REFUSALS = {
    "nothing": Refusal(lambda: b"", OTHER),
    "text": Refusal(lambda: b"not a photo at all, just words", OTHER),
    "gif": Refusal(lambda: encoded(plain(200, 200), "GIF"), OTHER),
    "tiff": Refusal(lambda: encoded(plain(200, 200), "TIFF"), OTHER),
    "svg": Refusal(lambda: b'<svg xmlns="http://www.w3.org/2000/svg"/>', OTHER),
    "wide": Refusal(
        lambda: png_header(4097, 300), "it is 4097 × 300 pixels; at most 4096 a side are read"
    ),
    "high": Refusal(
        lambda: png_header(300, 4097), "it is 300 × 4097 pixels; at most 4096 a side are read"
    ),
    "many pixels": Refusal(
        lambda: png_header(4001, 4000),
        "it is 4001 × 4000 pixels; at most 16 million in all are read",
    ),
    "decompression bomb": Refusal(
        lambda: png_header(60_000, 60_000), "it is far larger than 4096 pixels a side"
    ),
    "size that Pillow warns of": Refusal(
        lambda: png_header(10_000, 10_000),
        "it is 10000 × 10000 pixels; at most 4096 a side are read",
    ),
    "small": Refusal(
        lambda: encoded(plain(159, 300)), "it is 159 × 300 pixels; it takes at least 160 a side"
    ),
    "moving png": Refusal(lambda: moving("PNG"), TWO),
    "moving webp": Refusal(lambda: moving("WEBP"), TWO),
    "two pictures in a jpeg": Refusal(lambda: moving("MPO"), TWO),
    "half a jpeg": Refusal(lambda: halved("JPEG"), DAMAGED),
    "half a png": Refusal(lambda: halved("PNG"), DAMAGED),
    "half a webp": Refusal(lambda: halved("WEBP"), DAMAGED),
    "png with a broken chunk": Refusal(
        lambda: encoded(quarters(), "PNG").replace(b"IDAT", b"ID\xffT"), DAMAGED
    ),
    "png with a broken chunk further on": Refusal(
        lambda: b"ID\xffT".join(encoded(noise(), "PNG").rsplit(b"IDAT", 1)), DAMAGED
    ),
    "png with a short header": Refusal(
        lambda: b"\x89PNG\r\n\x1a\n\0\0\0\x04IHDR\0\0\0\1" + b"\xb3\x0b\x6b\x37" * 2, DAMAGED
    ),
}


def noise() -> Image.Image:
    """A picture that no encoder makes small."""
    return Image.frombytes("RGB", (200, 200), random.Random(1).randbytes(120_000))  # noqa: S311


def halved(form: str) -> bytes:
    raw = encoded(noise(), form)
    return raw[: len(raw) // 2]


@pytest.mark.parametrize("case", REFUSALS.values(), ids=REFUSALS)
def test_a_photo_that_cannot_be_used_is_refused_in_words(case: Refusal) -> None:
    raw = case.make()
    assert check_photo(raw) == case.reason
    with pytest.raises(ValueError, match=re.escape(case.reason)):
        portraits(raw)


@pytest.mark.parametrize(
    ("width", "height"), [(160, 160), (4096, 160), (4000, 4000)], ids=["least", "wide", "most"]
)
def test_sizes_at_the_limits_are_taken(width: int, height: int) -> None:
    raw = encoded(plain(width, height))
    assert check_photo(raw) is None
    assert list(portraits(raw)) == NAMES


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_file_cut_anywhere_never_raises(form: str) -> None:
    raw = with_everything(form)
    for end in range(0, len(raw), max(1, len(raw) // 150)):
        reason = check_photo(raw[:end])
        assert reason is None or reason in (OTHER, DAMAGED)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_one_wrong_byte_never_raises(form: str) -> None:
    raw = with_everything(form)
    for place in range(0, min(len(raw), 600), 7):
        wrong = bytearray(raw)
        wrong[place] ^= 0xFF
        if check_photo(bytes(wrong)) is None:
            assert list(portraits(bytes(wrong))) == NAMES


def test_the_same_photo_gives_the_same_bytes() -> None:
    raw = (PROFILES / "nadia-benali.jpg").read_bytes()
    assert portraits(raw) == portraits(raw)


def test_metadata_changes_no_byte() -> None:
    bare, told = encoded(quarters(), "PNG"), with_everything("PNG")
    assert portraits(bare) == portraits(told)


def test_sample_photos_are_drawn_and_small() -> None:
    drawing = runpy.run_path(str(Path(__file__).parent / "draw_photos.py"))
    # Drawing takes its time: every fourth here, all of them in `make slow`.
    assert [slug for slug in [*drawing["PEOPLE"]][::4] if not is_drawn(slug, drawing)] == []
    for slug in drawing["PEOPLE"]:
        raw = (PROFILES / f"{slug}.jpg").read_bytes()
        assert check_photo(raw) is None
        assert decoded(raw).size == (640, 800)
        assert len(raw) < 80_000


@pytest.mark.slow
def test_all_sample_photos_are_drawn() -> None:
    drawing = runpy.run_path(str(Path(__file__).parent / "draw_photos.py"))
    assert [slug for slug in drawing["PEOPLE"] if not is_drawn(slug, drawing)] == []


def is_drawn(slug: str, drawing: Mapping[str, Any]) -> bool:
    """Whether a photo is, to the byte, what tests/draw_photos.py makes."""
    drawn: bytes = drawing["drawn"](slug)
    return drawn == (PROFILES / f"{slug}.jpg").read_bytes()


def test_validation_names_the_photo_that_cannot_be_used(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(MINIMAL, content)
    photo = content / "profiles" / "leila-haddad.jpg"
    photo.write_bytes(b"not a photo")
    found = [problem for problem in validate(read(content))[1] if problem.code == "P057"]
    told = {"detail": OTHER, "command": f"sitegen photo {shown(photo)}"}
    assert found == [Problem(shown(photo), Place(1, 1), "P057", told)]
