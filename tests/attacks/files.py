"""YAML, bytes, names of files, sizes and photos."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image, PngImagePlugin

from tests.attacks.attack import INERT, Attack

_YAML = {
    "an anchor": ("x: &a [1]", "P009"),
    "an alias": ("x: *a", "P009"),
    "a merge key": ("<<: {name: x}", "P009"),
    "a bomb of aliases": (
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c, *c, *c]",
        "P009",
    ),
    "a bomb of merge keys": ("x: &a {b: c}\ny:\n  <<: [*a, *a, *a, *a, *a]", "P009"),
    "an object of Python": ("x: !!python/object/apply:os.system [id]", "P009"),
    "a module of Python": ("x: !!python/name:os.system", "P009"),
    "binary": ("x: !!binary aGk=", "P009"),
    "a set": ("x: !!set {a, b}", "P009"),
    "a tag of its own": ("x: !secret y", "P009"),
    "a field twice": ("name: Somebody Else", "P008"),
    "an owner twice": ("github: a\ngithub: b", "P008"),
    "a second document": ("--- \ngithub: other", "P121"),
    "the end of the document": ("...\ngithub: other", "P117"),
    "an unknown field": ("admin: yes", "P010"),
    "a field of maintainers": ("vetting: [{label: identity}]", "P010"),
    "lists in lists": (f"x: {'[' * 5_000}", "P014"),
    "groups in groups": (f"x: {'{a: ' * 800}", "P014"),
    "a list in place of a text": ("pronouns: [a, b]", "P016"),
    "a group in place of a text": ("pronouns: {a: b}", "P016"),
    "a number of five thousand digits": (f"github_id: {'9' * 5_000}", "P021"),
    "no number": ("github_id: .nan", "P021"),
    "an endless number": ("works: {days_away: .inf}", "P021"),
    "a day that is none": ("works: {modes: [2026-13-45]}", "P028"),
    "an account that is a path": ("github: ../admin", "P016"),
    "an account that is a query": ("github: a?b=c", "P016"),
    "a level that is none": ("regions: ['<script>']", "P012"),
    "no space for tabs": ("works:\n\tmodes: [remote]", "P007"),
}
_TEXT = (
    "---\nname: {name}\nheadline: Ran a clinic\nbased_in: {{country: MA}}\nlanguages: {{en: C1}}\n"
    "skills:\n  - {{skill: handover-files, level: 2}}\n  - {{skill: board-development, level: 1}}\n"
    "  - {{skill: public-hearings, level: 2}}\nsectors: [health]\navailability: {{status: open}}\n"
    "consent: {{on: 2026-05-02, wording: v1}}\nconfirmed: {{on: 2026-09-30}}\n---\n"
    "I have done this for twenty years, and I say it as plainly as I can.\n"
)
_PLAIN = _TEXT.format(name="Zebulon Quist")
_BYTES: dict[str, tuple[str | bytes, str]] = {
    "no UTF-8": (_PLAIN.encode().replace(b"Quist", b"Qu\xe9st"), "P001"),
    "a longer form of a sign": (_PLAIN.encode().replace(b"Quist", b"Qu\xc0\xafst"), "P001"),
    "half a character in bytes": (_PLAIN.encode().replace(b"Quist", b"Q\xed\xa0\x80"), "P001"),
    "UTF-16": (_PLAIN.encode("utf-16"), "P001"),
    "nothing, raw": (_PLAIN.replace("Quist", "Qu\0st"), "P003"),
    "an escape sequence, raw": (_PLAIN.replace("Quist", "\x1b[31mQ"), "P003"),
    "text turned around, raw": (_PLAIN.replace("twenty", "\u202etwenty"), "P003"),
    "a mark of order in the text": (_PLAIN.replace("twenty", "\ufefftwenty"), "P003"),
    "nothing at all": (b"", "P004"),
    "a program": (b"\x7fELF\x02\x01\x01\x00" + b"\xff" * 64, "P001"),
    "a web page": ("<!doctype html><script>pwned=1</script>", "P004"),
    "fields that never end": ("---\nname: x\n", "P005"),
    "70 kB of text": (_PLAIN + "word " * 14_000, "P002"),
    "25 kB of fields": (_PLAIN.replace("name:", "# " + "x" * 25_000 + "\nname:", 1), "P013"),
}
_PATHS = {
    "capitals": ("profiles/Ada.md", "P050"),
    "letters of another script": ("profiles/аda.md", "P050"),
    "signs of a path": ("profiles/ada..md", "P050"),
    "a hidden file": ("profiles/.ada.md", INERT),
    "blanks": ("profiles/ada b.md", "P050"),
    "signs of a shell": ("profiles/a;rm -rf $HOME.md", "P050"),
    "a line end": ("profiles/a\n::error::b.md", "P050"),
    "an escape sequence": ("profiles/a\x1b[31m.md", "P050"),
    "text turned around": ("profiles/a\u202edm.exe.md", "P050"),
    "markup": ("profiles/<img src=x onerror=pwned=1>.md", "P050"),
    "a name of 65 letters": (f"profiles/{'a' * 65}.md", "P050"),
    "a device": ("profiles/con.md", "P053"),
    "a page of the site": ("profiles/search.md", "P053"),
    "a folder of the site": ("pages/api.md", "P053"),
    "another page of the site": ("pages/profiles.md", "P053"),
    "a script": ("profiles/ada.js", "P051"),
    "a page": ("pages/index.html", "P051"),
    "two endings": ("profiles/ada.md.exe", "P051"),
    "a template": ("templates/base.html", "P051"),
    "a module of Python": ("sitecustomize.py", "P051"),
    "a file of the host": ("CNAME", "P051"),
    "a folder in a folder": ("profiles/more/ada.md", "P051"),
}
_SIZES = {
    "20,000 brackets": "[" * 20_000,
    "20,000 pictures": "![" * 20_000,
    "19,000 sections": "<![" * 19_000,
    "15,000 half links": "[a](" * 14_500,
    "11,000 half links in angles": "[a](<" * 11_500,
    "20,000 round brackets": "(" * 20_000,
    "quotations in quotations": "> " * 20_000,
    "lists in lists": "- " * 20_000,
    "numbers in numbers": "1. " * 15_000,
}
_INERT_SIZES = {
    "20,000 tags": "<a " * 19_000,
    "backticks": "`a" * 29_000,
    "stars": "**a" * 19_000,
    "stars and lines": "*_" * 29_000,
    "backslashes": "\\" * 58_000,
    "half comments": "<!--" * 14_000,
    "definitions": "[a]: /profiles/\n\n" * 3_000,
    "entities": "&#x41;" * 9_000,
    "a word without end": "a" * 58_000,
    "columns": "|" * 58_000,
}


def _encoded(form: str, width: int = 300, height: int = 300, **options: object) -> bytes:
    stream = BytesIO()
    Image.new("RGB", (width, height), (200, 40, 40)).save(stream, form, **options)
    return stream.getvalue()


def _bomb() -> bytes:
    """A PNG whose header promises 144 million pixels, and whose pixels are a few bytes."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", 12_000, 12_000, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 100_000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def _place() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F] = "-1.2921 36.8219"
    return exif


def _photos() -> dict[str, tuple[bytes, str]]:
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", "<script>pwned=1</script>")
    frames = [Image.new("RGB", (300, 300), colour) for colour in ("red", "blue")]
    moving = BytesIO()
    frames[0].save(moving, "WEBP", save_all=True, append_images=frames[1:])
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" onload="pwned=1"><script>pwned=1</script></svg>'
    return {
        "a drawing": (svg, "P057"),
        "a web page": (b"<!doctype html><script>pwned=1</script>", "P057"),
        "another format": (_encoded("GIF"), "P057"),
        "144 million pixels": (_bomb(), "P057"),
        "half a photo": (_encoded("JPEG")[:400], "P057"),
        "a photo that moves": (moving.getvalue(), "P057"),
        "one pixel": (_encoded("PNG", 1, 1), "P057"),
        "a place": (_encoded("JPEG", exif=_place()), "P058"),
        "a comment with a script": (_encoded("PNG", pnginfo=text), "P058"),
        "an archive behind the picture": (_encoded("JPEG") + b"PK\x03\x04" + b"x" * 200, "P058"),
        "a web page behind the picture": (_encoded("PNG") + b"<script>pwned=1</script>", "P058"),
        "2.1 MB": (_encoded("JPEG") + b"x" * 2_100_000, "P059"),
    }


ATTACKS = (
    *(Attack("YAML", name, "front", text, code) for name, (text, code) in _YAML.items()),
    *(Attack("bytes", name, "profile", raw, code) for name, (raw, code) in _BYTES.items()),
    *(Attack("name of a file", name, "path", path, code) for name, (path, code) in _PATHS.items()),
    Attack("name of a file", "a link out of the folder", "link", "profiles/passwd.md", "P052"),
    Attack("name of a file", "a link as a photo", "link", "profiles/tom-baker.jpg", "P052"),
    Attack("name of a file", "a pipe", "pipe", "profiles/pipe.md", "P052"),
    *(Attack("time and memory", name, "page", text, "P014") for name, text in _SIZES.items()),
    Attack("time and memory", "lines that could be headings", "page", "-\n" * 29_000, "P018"),
    *(Attack("time and memory", name, "page", text, INERT) for name, text in _INERT_SIZES.items()),
    *(Attack("photo", name, "photo", raw, code) for name, (raw, code) in _photos().items()),
)
