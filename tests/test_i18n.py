"""Everything the program or the site says goes through a catalogue."""

from __future__ import annotations

import gettext
import io
import pickle
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sitegen import i18n
from sitegen.check import directory_of
from sitegen.i18n import Translator
from sitegen.kept import Anew
from sitegen.matching import Matches
from sitegen.messages import MESSAGES
from sitegen.parts import Making
from sitegen.read import read
from sitegen.reasons import REASONS
from sitegen.resources import templates_dir
from sitegen.urls import Urls
from tests.conftest import CLOCK, ROOT
from tests.factories import site_files
from tests.golden_site import CONTENT

OPEN, CLOSE = "⟦", "⟧"


class _Loud(gettext.NullTranslations):
    """Marks everything that went through a catalogue."""

    def gettext(self, message: str) -> str:
        return f"{OPEN}{message}{CLOSE}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"{OPEN}{msgid1 if n == 1 else msgid2}{CLOSE}"


class _Texts(HTMLParser):
    """Visible text, and attributes that are read aloud; initials in pictures are not words."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        if data.strip() and not (self.get_starttag_text() or "").startswith("<text"):
            self.found.append(" ".join(data.split()))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        spoken = ("aria-label", "placeholder", "alt", "title")
        self.found += [value for name, value in attrs if name in spoken and value]


def words_of(content: Path) -> str:
    """Everything that the files of a site say, for telling its words from the program's."""
    files = [path for path in sorted(content.rglob("*")) if path.suffix in (".md", ".yml")]
    texts = [path.read_text("utf-8") for path in files]
    return " ".join(re.sub(r"[*_#>\[\]()`]", "", " ".join(texts)).split()).lower()


def outside(text: str) -> str:
    """What stands outside the marks."""
    found, depth = [], 0
    for character in text:
        depth += (character == OPEN) - (character == CLOSE)
        if depth <= 0 and character != CLOSE:
            found.append(character)
    return "".join(found)


def test_no_word_of_the_site_bypasses_the_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_load", lambda tag: _Loud())
    directory, _ = directory_of(read(CONTENT), None, CLOCK)
    files = site_files(directory, Urls("https://host.example/"))
    named = [*i18n.countries().values(), *i18n.languages().values(), *MONTHS, "A", "B", "C"]
    own = f"{words_of(CONTENT)} {' '.join(named).lower()}"
    for path, raw in files.items():
        if path.endswith(".html"):
            parser = _Texts()
            parser.feed(raw.decode())
            bypassed = [
                text
                for text in parser.found
                if any(w not in own for w in re.findall(r"[^\W\d_]+", outside(text).lower()))
            ]
            assert (path, bypassed) == (path, [])


MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December", "and", "or", "time",
)  # fmt: skip


def test_the_template_of_message_ids_is_current() -> None:
    made = io.BytesIO()
    i18n.write_template(made)
    kept = (ROOT / "sitegen" / "locales" / "sitegen.pot").read_bytes()
    assert made.getvalue() == kept, "run: make messages"


def test_the_template_holds_problems_reasons_phrases_and_templates() -> None:
    catalog = i18n.template(ROOT / "sitegen", templates_dir())
    ids = {m.id if isinstance(m.id, str) else m.id[0] for m in catalog if m.id}
    assert {MESSAGES["P012"].text, next(iter(REASONS.values()))[0]} <= ids
    assert {"serial founder", "What they can do", "Propose an assignment to {name}"} <= ids


def test_a_locale_is_one_po_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "LOCALES", tmp_path)
    (tmp_path / "fr.po").write_text(
        'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n > 1);"\n\n'
        'msgid "People"\nmsgstr "Personnes"\n\n'
        'msgid "{n} person"\nmsgid_plural "{n} people"\n'
        'msgstr[0] "{n} personne"\nmsgstr[1] "{n} personnes"\n',
        "utf-8",
    )
    french = Translator("fr")
    assert french.gettext("People") == "Personnes"
    assert french.ngettext("{n} person", "{n} people", 0) == "{n} personne"
    assert french.ngettext("{n} person", "{n} people", 2) == "{n} personnes"
    assert french.gettext("not translated") == "not translated"
    # What makes a site goes to other processes, and a catalogue cannot.
    minimal, _ = directory_of(read(CONTENT), None, CLOCK)
    site = minimal.site.model_copy(update={"locales": ("fr",)})
    making = Making(Anew(replace(minimal, site=site), Matches({})), Urls("https://a.example/"))
    assert making.translator.gettext("People") == "Personnes"
    assert pickle.dumps(making)
    assert french.country("MA") == "Maroc"
    assert french.every(["a", "b"]) == "a et b"


def is_a_part(text: str) -> bool:
    return text[:1] == text[:1].lower() or text.startswith(("`", "YAML"))


def can_be_filled(part: str) -> bool:
    try:
        part.format_map(_Anything())
    except ValueError:
        return False
    return not part.endswith(".")


def test_a_message_has_a_sentence_and_no_stray_brace() -> None:
    said = {code: sentence[:2] for code, sentence in i18n.SENTENCES.items()}
    assert {code: text for code, (text, _) in said.items() if not (text and is_a_part(text))} == {}
    assert {code: both for code, both in said.items() if not all(map(can_be_filled, both))} == {}


class _Anything(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return key


def test_a_reason_has_a_form_for_each_plural_category_of_whole_numbers() -> None:
    forms = Translator("en").reason_forms("days-yes")
    assert forms == {
        "one": "has the {count} day a month",
        "other": "has the {count} days a month",
    }
    assert Translator("pl").reason_forms("days-yes").keys() == {"one", "few", "many"}
    assert Translator("en").reason_forms("days-none") == {"other": "no number of days is asked"}
