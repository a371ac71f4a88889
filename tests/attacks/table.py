"""All attacks, and beside them what must pass: who refuses all, or shows nothing, fails too."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.attacks import files, markup, values
from tests.attacks.attack import INERT, Attack, lay

MINIMAL = Path(__file__).parent.parent / "sites" / "minimal" / "content"

ATTACKS: tuple[Attack, ...] = (*markup.ATTACKS, *values.ATTACKS, *files.ATTACKS)
REFUSED = tuple(attack for attack in ATTACKS if attack.outcome != INERT)
HARMLESS = tuple(attack for attack in ATTACKS if attack.outcome == INERT)
# What people write: the place, and the text that their page must then show.
CONTROLS: Mapping[str, tuple[str, str]] = {
    "an apostrophe": ("headline", "It wasn't mine: O'Brien's, and d'Água's"),
    "straight quotes": ("headline", 'They called it "the boat"'),
    "curly quotes": ("headline", "“Enough”, she said"),
    "an ampersand": ("headline", "R&D at Smith & Sons"),
    "a comparison": ("headline", "From < 10 to > 90,000 members"),
    "a language": ("word", "c++ and C#"),
    "a word of databases": ("headline", "Null"),
    "a country that is a word": ("city", "No"),
    "a number with a nought": ("word", "0900"),
    "a time": ("word", "12:30:45"),
    "Chinese": ("headline", "把合作社交给了它的成员"),
    "Japanese": ("headline", "協同組合を次の世代へ手渡した"),
    "Korean": ("headline", "협동조합을 조합원에게 넘겼습니다"),
    "Arabic": ("headline", "سلّمت التعاونية إلى أعضائها"),
    "Hebrew": ("headline", "העברתי את העמותה הלאה"),
    "Persian with a joiner": ("headline", "می‌خواهم آموزش بدهم"),
    "Hindi": ("headline", "मैंने सहकारी समिति सौंप दी"),
    "Amharic": ("headline", "ማኅበሩን አስረከብኩ"),
    "Thai": ("headline", "ส่งมอบสหกรณ์ให้สมาชิก"),
    "Greek and accents": ("headline", "Παρέδωσα τον συνεταιρισμό"),
    "Vietnamese": ("headline", "Trao lại hợp tác xã cho thành viên"),
    "Turkish": ("headline", "İşi bıraktım, ışık söndü"),
    "a family of signs": ("headline", "Ran a crèche 👩‍👩‍👧 for years"),
    "a letter beyond the first plane": ("headline", "𐐷 is a letter too"),
    "code between backticks": ("body", "`<script>alert(1)</script>`"),
    "a block of code": ("body", "```\nif a < b && c:\n    pass\n```"),
    "a price": ("headline", "Saved $100 (50%) a year"),
    "a minus": ("venture", "-Minus- & Plus+"),
    "a hash": ("headline", "We were #1 of 12"),
    "a list": ("body", "- first\n- second\n\n1. one\n2. two"),
    "a table": ("body", "| a | b |\n|---|---|\n| 1 | 2 |"),
    "a quotation": ("body", "> Nobody is owed a chair."),
    "a word about scripts": ("body", "I taught javascript: from the beginning."),
    "an address": ("url", "https://talks.example/a?b=c&d=%20e#f"),
    "a title with a slash": ("title", "Water/sanitation: 2027–2028"),
    "a client with a comma": ("client", "Müller, Söhne & Cie."),
}
SHOWN = {
    "a block of code": "if a < b && c:",
    "code between backticks": "<script>alert(1)</script>",
    "a list": "second",
    "a table": "2",
    "a quotation": "Nobody is owed a chair.",
}


def control_rows() -> dict[int, Attack]:
    """What must pass, by the number of its file."""
    return {
        number: Attack("control", name, place, text, INERT)
        for number, (name, (place, text)) in enumerate(CONTROLS.items(), len(ATTACKS))
    }


def harmless_rows() -> dict[int, Attack]:
    """Everything that is let in, by the number of its file."""
    let_in = {number: row for number, row in enumerate(ATTACKS) if row.outcome == INERT}
    return let_in | control_rows()


def lay_all(rows: Mapping[int, Attack], content: Path) -> None:
    """Lay these rows over a copy of the minimal site."""
    shutil.copytree(MINIMAL, content)
    for number, row in rows.items():
        lay(row, number, content)
