"""A photo of the builder of a profile: drawn anew before it leaves, and sent with the text."""

from __future__ import annotations

import base64
from io import BytesIO
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from PIL import ExifTags, Image
from playwright.sync_api import Browser, Page, expect

from sitegen.cli import cli
from sitegen.exif import PLACE, TIME
from sitegen.photos import check_photo
from sitegen.traces import traces
from tests.browser.conftest import Served, until
from tests.browser.test_join import JOIN, draft
from tests.test_photos import BLUE, RED, decoded, near

# What a telephone would open; keeps what it was given.
SHEET = """
navigator.canShare = () => true;
navigator.share = async ({ text, files }) => {
  const bytes = new Uint8Array(await files[0].arrayBuffer());
  const photo = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  globalThis.shared = { text, photo, name: files[0].name, type: files[0].type };
};
"""
ROTATED = 6  # the right side of what is stored is the bottom of what was seen


def from_a_phone(width: int = 2400, height: int = 1800) -> bytes:
    """Red above blue once it is turned upright, with the place where it was taken."""
    seen = Image.new("RGB", (height, width), RED)
    seen.paste(BLUE, (0, width // 2, height, width))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = ROTATED
    exif[ExifTags.Base.DateTime] = "2026:01:02 03:04:05"
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(
        {1: "N", 2: (1.0, 2.0, 3.0), 3: "E", 4: (4.0, 5.0, 6.0)}
    )
    stream = BytesIO()
    seen.transpose(Image.Transpose.ROTATE_90).save(stream, "JPEG", exif=exif)
    return stream.getvalue()


def choose(page: Page, buffer: bytes, name: str = "IMG_2041.jpg") -> None:
    with page.expect_file_chooser() as asked:
        page.get_by_role("button", name="Choose a photo").click()
    asked.value.set_files({"name": name, "mimeType": "image/jpeg", "buffer": buffer})


def test_a_photo_leaves_upright_small_and_with_nothing_but_its_picture(
    browser: Browser, served: Served, tmp_path: Path
) -> None:
    taken = from_a_phone()
    assert {PLACE, TIME} <= {*traces(taken)}
    context = browser.new_context(accept_downloads=True)
    context.add_init_script(SHEET)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    JOIN.opened(page, served, "send", draft())
    assert not [url for url in asked if url.endswith("/photo.js")]
    choose(page, taken)
    seen = page.get_by_role("img", name="The photo as it is sent")
    expect(seen).to_be_visible()
    expect(page.get_by_text("It goes along when you send")).to_be_visible()
    assert seen.evaluate("({ width, height }) => [width, height]") == [1200, 1600]
    page.get_by_role("button", name="Send it with a program of yours").click()
    until(page, "() => globalThis.shared !== undefined")
    shared: Any = page.evaluate("globalThis.shared")
    photo = base64.b64decode(shared["photo"])
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the photo").click()
    assert [shared["name"], download.value.suggested_filename] == ["ada-example.jpg"] * 2
    assert Path(download.value.path()).read_bytes() == photo
    assert 'name: "Ada Example"' in shared["text"]
    assert (traces(photo), check_photo(photo), b"\xff\xe1" in photo[:600]) == ((), None, False)
    image = decoded(photo)
    assert image.size == (1200, 1600)
    assert near(image.getpixel((9, 9)), RED)
    assert near(image.getpixel((1190, 1590)), BLUE)
    kept = tmp_path / "ada-example.jpg"
    kept.write_bytes(photo)
    done = CliRunner().invoke(cli, ["photo", str(kept)])
    # There is nothing left to take away.
    assert (done.exit_code, kept.read_bytes()) == (0, photo)
    assert "photo" not in page.evaluate("Object.values(localStorage).join()")
    context.close()


def test_a_photo_that_cannot_be_used_is_said_and_the_quieter_way_has_none(
    page: Page, served: Served
) -> None:
    JOIN.opened(page, served, "send", draft())
    for buffer, said in (
        (b"%PDF-1.7", "This browser cannot read the file."),
        (from_a_phone(1800, 100), "it takes 160 pixels a side"),
    ):
        choose(page, buffer)
        expect(page.get_by_text(said)).to_be_visible()
    expect(page.get_by_role("img", name="The photo as it is sent")).to_be_hidden()
    choose(page, from_a_phone(400, 300))
    expect(page.get_by_role("img", name="The photo as it is sent")).to_be_visible()
    expect(page.get_by_text("it takes 160 pixels a side")).to_be_hidden()
    # This browser has no share sheet.
    expect(page.get_by_text("It goes along when you send")).to_be_hidden()
    page.get_by_role("button", name="Take it off").click()
    expect(page.get_by_role("img", name="The photo as it is sent")).to_be_hidden()
    JOIN.opened(page, served, "send", draft(quiet="yes"))
    expect(page.get_by_role("link", name="Send it by mail")).to_be_visible()
    expect(page.get_by_role("button", name="Choose a photo")).to_be_hidden()
