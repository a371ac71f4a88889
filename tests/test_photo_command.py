"""What a photo tells besides its picture, and the command that takes it out."""

from __future__ import annotations

import itertools
import random
import shutil
import stat
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image, PngImagePlugin

from sitegen.cli import cli
from sitegen.exif import (
    CAMERA,
    IPTC,
    OTHER,
    PLACE,
    PREFIX,
    THUMBNAIL,
    TIME,
    WORDS,
    XMP,
    told_by_exif,
)
from sitegen.photos import PHOTO_LIMIT, check_photo, cleaned, portraits
from sitegen.traces import BEHIND, KINDS, MORE_PICTURES, traces
from tests.conftest import ROOT
from tests.test_photos import BLUE, RED, decoded, encoded, near, png_header

FORMS = ("JPEG", "PNG", "WEBP")
SUFFIX = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
MINIMAL = ROOT / "tests" / "sites" / "minimal" / "content"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def halves(width: int = 400, height: int = 300) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image


def noise(width: int, height: int) -> Image.Image:
    """A picture that no encoder makes small."""
    pixels = random.Random(1).randbytes(width * height * 3)  # noqa: S311
    return Image.frombytes("RGB", (width, height), pixels)


def from_a_phone(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = "Example"
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2026:01:01 10:00:00"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (1.0, 17.0, 31.0)
    return exif


def exif_of(**tags: Any) -> bytes:
    exif = Image.Exif()
    for name, value in tags.items():
        exif[getattr(ExifTags.Base, name)] = value
    return exif.tobytes()


def with_segment(marker: int, data: bytes) -> bytes:
    raw = encoded(halves())
    return raw[:2] + bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data + raw[2:]


def with_png_chunk(name: bytes, data: bytes) -> bytes:
    raw = encoded(halves(), "PNG")
    end = raw.index(b"IEND") - 4
    check = struct.pack(">I", zlib.crc32(name + data))
    return raw[:end] + struct.pack(">I", len(data)) + name + data + check + raw[end:]


def with_webp_chunks(**chunks: bytes) -> bytes:
    body = encoded(halves(), "WEBP")[8:]
    for name, data in chunks.items():
        pad = b"\0" * (len(data) % 2)
        body += name.ljust(4).encode() + struct.pack("<I", len(data)) + data + pad
    return b"RIFF" + struct.pack("<I", len(body)) + body


def with_text(**texts: str) -> bytes:
    info = PngImagePlugin.PngInfo()
    for name, value in texts.items():
        info.add_text(name, value)
    return encoded(halves(), "PNG", pnginfo=info)


def thumbnail_block() -> bytes:
    """EXIF whose second directory, that of a smaller picture, holds one entry."""
    entry = struct.pack("<HHII", 0x0100, 4, 1, 160)
    first = struct.pack("<HI", 0, 14)
    return (
        PREFIX + b"II*\0" + struct.pack("<I", 8) + first + struct.pack("<H", 1) + entry + b"\0" * 4
    )


TOLD: dict[str, tuple[bytes, tuple[str, ...]]] = {
    **{
        f"a phone's, as {form}": (
            encoded(halves(), form, exif=from_a_phone()),
            (PLACE, TIME, CAMERA),
        )
        for form in FORMS
    },
    **{
        f"XMP in {form}": (encoded(halves(), form, xmp=b"<x/>"), (XMP,))
        for form in ("JPEG", "WEBP")
    },
    "XMP in PNG": (with_png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<x/>"), (XMP,)),
    "the second half of long XMP": (
        with_segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + b"x" * 40),
        (XMP,),
    ),
    "a comment in JPEG": (encoded(halves(), comment=b"at home"), (WORDS,)),
    "a text in PNG": (with_text(Author="somebody"), (WORDS,)),
    "a compressed text in PNG": (with_png_chunk(b"zTXt", b"a\0\0" + zlib.compress(b"b")), (WORDS,)),
    "the time in PNG": (with_png_chunk(b"tIME", b"\x07\xea\1\1\1\1\1"), (TIME,)),
    "a chunk that nobody knows": (with_png_chunk(b"caBX", b"x"), (OTHER,)),
    "IPTC": (with_segment(0xED, b"Photoshop 3.0\x008BIM"), (IPTC,)),
    "more pictures behind the first": (
        encoded(halves(), "MPO", save_all=True, append_images=[halves()]),
        (MORE_PICTURES, BEHIND),
    ),
    "a small picture in the JFIF header": (
        b"\xff\xd8\xff\xe0\0\x13JFIF\0\1\1\0\0\1\0\1\1\1abc" + encoded(halves())[20:],
        (THUMBNAIL,),
    ),
    "a small picture beside the JFIF header": (with_segment(0xE0, b"JFXX\0\x10"), (THUMBNAIL,)),
    "a small picture in EXIF": (encoded(halves(), exif=thumbnail_block()), (THUMBNAIL,)),
    "an author in EXIF": (encoded(halves(), exif=exif_of(Artist="somebody")), (WORDS,)),
    "a tag that nobody knows": (encoded(halves(), exif=exif_of(PrintImageMatching=b"x")), (OTHER,)),
    "EXIF that cannot be read": (encoded(halves(), exif=PREFIX + b"II*\0"), (OTHER,)),
    "EXIF that is none": (encoded(halves(), exif=PREFIX + b"MM\x07*\0\0\0\x08"), (OTHER,)),
    "a segment of somebody's own": (with_segment(0xEB, b"JP\0\1"), (OTHER,)),
    "a chunk of somebody's own in WebP, of odd length": (
        with_webp_chunks(mine=b"x", XMP=b"<x/>"),
        (XMP, OTHER),
    ),
    **{f"a tail of {form}": (encoded(halves(), form) + b"more", (BEHIND,)) for form in FORMS},
    "a tail of JPEG after its zeros": (encoded(halves()) + b"\0\0PK", (BEHIND,)),
}
SILENT: dict[str, bytes] = {
    **{form: encoded(halves(), form) for form in FORMS},
    **{
        f"a profile of colours in {form}": encoded(halves(), form, icc_profile=b"x" * 200)
        for form in FORMS
    },
    **{
        f"how {form} is turned": encoded(halves(), form, exif=exif_of(Orientation=6))
        for form in FORMS
    },
    "how large a point is": encoded(halves(), dpi=(300, 300), exif=exif_of(XResolution=72.0)),
    "colours for printing": encoded(halves().convert("CMYK")),
    "in several scans": encoded(noise(200, 200), progressive=True),
    "with pauses in the scan": encoded(noise(200, 200), restart_marker_blocks=2),
    "empty EXIF": encoded(halves(), exif=PREFIX),
    "a position that only names its version": encoded(
        halves(),
        exif=PREFIX
        + b"MM\0*\0\0\0\x08\0\1\x88\x25\0\4\0\0\0\1\0\0\0\x1a\0\0\0\0"
        + b"\0\1\0\0\0\1\0\0\0\4\2\3\0\0\0\0\0\0",
    ),
    "clear in places": encoded(halves().convert("RGBA"), "PNG"),
    "a palette": encoded(halves().convert("P"), "PNG", transparency=0),
    "zeros at the end": encoded(halves()) + b"\0" * 512,
}  # fmt: skip


@pytest.mark.parametrize("name", TOLD)
def test_what_a_photo_tells_is_named_and_taken_out(name: str) -> None:
    raw, kinds = TOLD[name]
    assert traces(raw) == kinds
    made = cleaned(raw)
    assert traces(made) == ()
    assert check_photo(made) is None
    assert near(decoded(made).convert("RGB").getpixel((20, 150)), RED)
    assert near(decoded(made).convert("RGB").getpixel((380, 150)), BLUE)


@pytest.mark.parametrize("name", SILENT)
def test_what_every_picture_of_its_kind_has_is_no_trace(name: str) -> None:
    raw = SILENT[name]
    assert check_photo(raw) is None
    assert traces(raw) == ()


def test_the_end_is_found_behind_a_scan_with_pauses() -> None:
    assert traces(encoded(noise(200, 200), restart_marker_blocks=1) + b"more") == (BEHIND,)


def test_every_kind_of_trace_has_a_case() -> None:
    assert {kind for _, kinds in TOLD.values() for kind in kinds} == set(KINDS)


def test_other_files_tell_nothing() -> None:
    for raw in (b"", b"text", b"RIFF\4\0\0\0WAVEmine\0\0\0\0", encoded(halves(), "GIF")):
        assert traces(raw) == ()


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small site as `content` in the current folder."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(MINIMAL, tmp_path / "content")
    return tmp_path / "content"


@pytest.mark.parametrize("form", FORMS)
def test_a_photo_with_its_place_is_refused_until_the_command_cleans_it(
    form: str, content: Path
) -> None:
    photo = content / "profiles" / f"tom-baker.{SUFFIX[form]}"
    photo.write_bytes(encoded(halves(), form, exif=from_a_phone()))
    name = f"content/profiles/{photo.name}"
    refused = run("check")
    assert refused.exit_code == 1
    assert refused.stdout == (
        f"{name}:1:1: error P058 this photo tells more than it shows: where it was taken, when it "
        "was taken, the camera\n"
        "  files are public for ever; this draws the picture anew without it: "
        f"sitegen photo {name}\n"
        "1 error\n"
    )
    done = run("photo", name)
    assert done.exit_code == 0, done.output
    kilobytes = -(-photo.stat().st_size // 1024)
    assert done.stdout == (
        f"{name}: took out where it was taken, when it was taken and the camera; "
        f"now 400 × 300 pixels, {kilobytes} kB.\n"
    )
    assert run("check").exit_code == 0
    assert decoded(photo.read_bytes()).format == form
    assert b"Example" not in photo.read_bytes()


@pytest.mark.parametrize("form", FORMS)
def test_a_second_time_changes_no_byte(form: str, tmp_path: Path) -> None:
    photo = tmp_path / "photo"
    photo.write_bytes(encoded(noise(400, 300), form, exif=from_a_phone(6)))
    assert "took out" in run("photo", photo).stdout
    first = photo.read_bytes()
    assert "nothing to take out" in run("photo", photo).stdout
    assert photo.read_bytes() == first
    assert cleaned(first) is first


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_clean_photo_stands_upright_by_itself(form: str, orientation: int) -> None:
    raw = encoded(halves(), form, exif=exif_of(Orientation=orientation))
    image = decoded(cleaned(raw))
    assert dict(image.getexif()) == ({} if orientation != 1 else {0x0112: 1})
    assert image.size == ((400, 300) if orientation in (1, 3) else (300, 400))
    first = {1: RED, 3: BLUE, 6: RED, 8: BLUE}[orientation]
    assert near(image.convert("RGB").getpixel((5, 5)), first)


def test_a_photo_that_is_turned_says_that_it_was_drawn_anew(tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(encoded(halves(), exif=exif_of(Orientation=6)))
    assert "drawn anew; now 300 × 400 pixels" in run("photo", photo).stdout


def test_twelve_million_pixels_of_a_phone_become_a_small_photo(tmp_path: Path) -> None:
    """4032 × 3024 in 6 MB, lying on its side: what founders send."""
    tile = noise(1008, 756).resize((4032, 3024))
    raw = encoded(tile, exif=from_a_phone(6), quality=97)
    raw += b"\0" * max(0, 6_000_000 - len(raw))
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(raw)
    done = run("photo", photo)
    assert done.exit_code == 0, done.output
    assert decoded(photo.read_bytes()).size == (1200, 1600)
    assert check_photo(photo.read_bytes()) is None
    assert photo.stat().st_size <= PHOTO_LIMIT


def test_a_picture_that_stays_too_large_is_made_smaller_still() -> None:
    made = cleaned(encoded(noise(1700, 1700), "PNG"))
    assert decoded(made).size == (640, 640)
    assert len(made) <= PHOTO_LIMIT


@pytest.mark.parametrize(
    ("crop", "size", "left", "right"),
    [
        pytest.param("square", (300, 300), RED, BLUE, id="the middle"),
        pytest.param("0,0,200", (200, 200), RED, RED, id="the left"),
        pytest.param("200, 100, 200", (200, 200), BLUE, BLUE, id="the right, with blanks"),
        pytest.param("100,0,300", (300, 300), RED, BLUE, id="as high as it is"),
    ],
)
def test_a_part_can_be_kept(
    crop: str, size: tuple[int, int], left: Any, right: Any, tmp_path: Path
) -> None:
    photo, out = tmp_path / "photo.png", tmp_path / "out.png"
    photo.write_bytes(encoded(halves(), "PNG"))
    before = photo.read_bytes()
    done = run("photo", photo, "--crop", crop, "--output", out)
    assert done.exit_code == 0, done.output
    image = decoded(out.read_bytes())
    assert image.size == size
    assert near(image.getpixel((5, 100)), left)
    assert near(image.getpixel((size[0] - 5, 100)), right)
    assert photo.read_bytes() == before


def test_a_part_is_told_in_pixels_of_the_upright_picture_however_large() -> None:
    raw = encoded(halves(3400, 3400), exif=exif_of(Orientation=6))
    image = decoded(cleaned(raw, (0, 1700, 1700)))
    assert image.size == (1600, 1600)
    assert near(image.getpixel((800, 100)), BLUE)


REFUSED: dict[str, tuple[bytes, list[str], str]] = {
    "text": (b"not a photo", [], "S022 {path} cannot be cleaned: its content is not JPEG"),
    "half a photo": (
        encoded(noise(300, 300))[:9_000],
        [],
        "S022 {path} cannot be cleaned: the file is damaged or incomplete",
    ),
    "a small one": (
        encoded(halves(159, 300)),
        [],
        "cannot be cleaned: it is 159 × 300 pixels; it takes at least 160 a side",
    ),
    "a moving one": (
        encoded(halves(), "WEBP", save_all=True, append_images=[halves().rotate(180)]),
        [],
        "it holds 2 pictures; send one that stands still",
    ),
    "a narrow one": (encoded(halves(4000, 200)), [], "it is too narrow; say which part"),
    "a bomb": (
        png_header(60_000, 60_000),
        [],
        "it is far larger than 12000 pixels a side",
    ),
    "many pixels": (encoded(Image.new("L", (9_000, 6_000))), [], "at most 52 million in all"),
    "many bytes": (encoded(halves()) + b"\0" * 33_600_000, [], "it is larger than 32 MB"),
    "a part outside": (
        encoded(halves()),
        ["--crop", "201,0,200"],
        "the part reaches out of the upright picture, which is 400 × 300 pixels",
    ),
    "a small part": (encoded(halves()), ["--crop", "0,0,159"], "it takes at least 160 a side"),
    "no part": (encoded(halves()), ["--crop", "1,2"], "S023 `1,2` is no part of a picture"),
    "a part before the beginning": (encoded(halves()), ["--crop", "-1,0,200"], "S023 `-1,0,200`"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_photo_that_cannot_be_cleaned_stays_as_it_was(name: str, tmp_path: Path) -> None:
    raw, options, words = REFUSED[name]
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(raw)
    done = run("photo", photo, *options)
    assert (done.exit_code, words.format(path=photo) in done.stderr) == (2, True), done.stderr
    assert photo.read_bytes() == raw
    assert list(tmp_path.iterdir()) == [photo]


def test_links_folders_and_missing_files_are_said_in_words(tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(encoded(halves(), exif=from_a_phone()))
    link = tmp_path / "link.jpg"
    link.symlink_to(photo)
    for path, words in (
        (link, "it is a link or a special file"),
        (tmp_path, "it is a link or a special file"),
        (tmp_path / "none.jpg", "S009"),
    ):
        done = run("photo", path)
        assert (done.exit_code, words in done.stderr) == (2, True), done.stderr
    assert link.is_symlink()
    done = run("photo", photo, "--output", tmp_path / "nowhere" / "photo.jpg")
    assert (done.exit_code, "S018" in done.stderr) == (2, True)


def test_the_rights_of_a_file_stay(tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(encoded(halves(), exif=from_a_phone()))
    photo.chmod(0o640)
    run("photo", photo)
    assert stat.S_IMODE(photo.stat().st_mode) == 0o640


def test_a_clean_photo_makes_the_same_portraits_as_before() -> None:
    raw = encoded(halves(), "PNG", exif=from_a_phone())
    assert portraits(cleaned(raw)) == portraits(raw)


@pytest.mark.parametrize("form", FORMS)
def test_no_cut_or_changed_byte_raises_anything_but_a_reason(form: str) -> None:
    raw = encoded(halves(200, 160), form, exif=from_a_phone(6))
    cuts = (raw[:end] for end in range(0, len(raw), max(1, len(raw) // 60)))
    places = range(0, min(len(raw), 500), 4)
    wrong = (raw[:place] + bytes((raw[place] ^ 0xFF,)) + raw[place + 1 :] for place in places)
    for broken in itertools.chain(cuts, wrong):
        traces(broken)
        try:
            made = cleaned(broken)
        except ValueError as error:
            assert str(error)
        else:
            assert check_photo(made) is None


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\xff\0\0\0WEBP"]), st.binary())
def test_no_bytes_at_all_raise(start: bytes, rest: bytes) -> None:
    assert set(traces(start + rest)) <= set(KINDS)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08"]), st.binary(max_size=80))
def test_no_exif_at_all_raises(start: bytes, rest: bytes) -> None:
    assert told_by_exif(start + rest) <= set(KINDS)


def test_directories_that_lead_in_a_circle_end() -> None:
    circle = b"II*\0\x08\0\0\0" + struct.pack("<HHHIII", 1, 0x8769, 4, 1, 8, 8)
    assert told_by_exif(circle) == set()
