from __future__ import annotations

import unicodedata

import pytest

from sitegen.initials import initials

NAMES = {
    "latin": ("Nadia Benali", "NB"),
    "latin, three words: the first and the last": ("Óscar Quispe Mamani", "ÓM"),
    "latin, one word": ("Madonna", "M"),
    "latin, with a hyphen": ("Chen Mei-ling", "CM"),
    "latin, with an apostrophe": ("Michael O'Connor", "MO"),
    "latin, with stroke and tones": ("Đào Thị Hương", "ĐH"),
    "latin, marks written apart": (unicodedata.normalize("NFD", "Özil Čapek"), "ÖČ"),
    "latin, a mark without a composed form": ("Q̃aro Mamani", "Q̃M"),
    "latin, small by choice": ("bell hooks", "bh"),
    "latin, after an okina": ("ʻIolani Kealoha", "IK"),
    "latin, after a click letter": ("Justus ǁGaroëb", "JG"),
    "latin, in quotes and brackets": ("“Bob” (Smith)", "BS"),
    "latin, with a lone dash": ("Amina – Diallo", "AD"),
    "greek": ("Γιώργος Παπαδάκης", "ΓΠ"),
    "cyrillic": ("Дмитро Іванченко", "ДІ"),
    "armenian": ("Անահիտ Սարգսյան", "ԱՍ"),
    "georgian": ("ნინო ბერიძე", "ნბ"),
    "adlam": ("𞤀𞤥𞤭𞤲𞤢 𞤔𞤢𞤤𞤮", "𞤀𞤔"),
    "arabic": ("نادية بنعلي", "ن"),
    "persian": ("پریسا رستمی", "پ"),
    "hebrew": ("רות בן-עמי", "ר"),
    "hebrew, with points": ("שִׁרָה לוי", "שִׁ"),
    "ethiopic": ("ማርያም ተስፋዬ", "ማ"),
    "devanagari": ("अर्जुन मेहता", "अ"),
    "devanagari, a conjunct with its vowel": ("श्रेष्ठ रवि", "श्रे"),
    "tamil, consonant and vowel": ("பிரியா ரகுநாதன்", "பி"),
    "tamil, where the dot ties nothing": ("க்ஷேமா", "க்"),
    "sinhala, tied by a joiner": ("ශ්‍රීමති පෙරේරා", "ශ්‍රී"),
    "thai": ("สมชาย ใจดี", "ส"),
    "thai, the vowel before its consonant": ("เอกชัย", "เอ"),
    "thai, with sara am": ("น้ำฝน", "น้ำ"),
    "lao": ("ລິນ ພົມມະຈັນ", "ລິ"),
    "khmer, with a subscript": ("ស្រីមុំ", "ស្រី"),
    "hangul": ("박수진", "박"),
    "hangul, in parts": (unicodedata.normalize("NFD", "박수진"), "박"),
    "han": ("陳美玲", "陳"),
    "han, with a space": ("田辺 博", "田"),
    "han, with a variation selector": ("葛\U000e0100城", "葛\U000e0100"),
    "han first, latin in brackets": ("李明 (Ming Li)", "李"),
    "latin first, hangul in brackets": ("Park Soo-jin (박수진)", "PS"),
    "no letters at all": ("★", "★"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("name", "letters"), NAMES.values(), ids=NAMES)
def test_initials_keep_letters_whole_in_every_script(name: str, letters: str) -> None:
    assert initials(name) == unicodedata.normalize("NFC", letters)
