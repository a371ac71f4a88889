"""Bytes become text that shows all it says."""

from __future__ import annotations

import sys

import pytest

from sitegen.errors import ContentError, Place
from sitegen.text import checked_text, is_refused, printable, refused_in


def test_every_refused_character_of_unicode_is_seen() -> None:
    # A joiner alone is refused for where it stands; everything else for what it is.
    refused = [c for c in map(chr, range(sys.maxunicode + 1)) if is_refused(c, 0)]
    assert len(refused) > 100_000
    assert [c for c in refused if refused_in(c) is None] == []


def test_letters_of_all_scripts_and_emoji_pass() -> None:
    for text in ("ናይ", "ສະບາຍດີ", "प्रिया", "می\u200cخواهم", "👩\u200d🌾", "“—”", "Đào\tThị\n"):
        assert refused_in(text) is None


@pytest.mark.parametrize("text", ["a\u200d b", "\u200c", "a\u202eb", "x\x00", "\ue000"])
def test_what_hides_is_refused(text: str) -> None:
    assert refused_in(text) is not None


def test_the_place_counts_lines_and_characters_from_one() -> None:
    with pytest.raises(ContentError) as caught:
        checked_text("a.md", "één\r\nab\u202ecd".encode(), 100)
    assert caught.value.problems[0].place == Place(2, 3)


def test_a_value_in_a_message_stays_on_one_line_and_short() -> None:
    assert printable("a\n::error\x1b[31m") == "a\\u000a::error\\u001b[31m"
    assert len(printable("x" * 500)) == 80
