"""`search/matching/manifest.json` and the files that it names after their content.

version      1; another number is another format
rules        HASH of search/matching/rules-HASH.json, see sitegen/inbrowser/rules.py
sayings      HASH of search/matching/sayings-HASH.json, see sitegen/inbrowser/sayings.py
assignments  HASH of search/matching/assignments-HASH.json, see sitegen/inbrowser/postings.py
people       HASH of search/matching/people-HASH.json, see sitegen/inbrowser/people.py;
             null where the site shows no matches in public
"""

from __future__ import annotations

import unicodedata
from typing import Any

from sitegen.compact import compact
from sitegen.inbrowser.people import people_columns
from sitegen.inbrowser.postings import posting_records
from sitegen.inbrowser.rules import rules
from sitegen.inbrowser.sayings import sayings
from sitegen.matching.voice import voice_of
from sitegen.search.manifest import content_hashes
from sitegen.views.words import Words

VERSION = 1
FOLDER = "search/matching"


def matching_files(words: Words) -> dict[str, bytes]:
    """Every file by output path."""
    directory = words.directory
    # Sentences tell nothing here: no text is counted in the browser.
    voices = {
        slug: voice_of(person, directory.vocabulary, {})
        for slug, person in sorted(directory.people.items())
        if person.is_matched
    }
    found: dict[str, Any] = {
        "rules": rules(directory, voices.values()),
        "sayings": sayings(words),
        "assignments": posting_records(words),
        "people": people_columns(directory, voices)
        if words.site.matching.public != "none"
        else None,
    }
    files: dict[str, bytes] = {}
    manifest: dict[str, int | str | None] = {"version": VERSION}
    for name, value in found.items():
        manifest[name] = None
        if value is not None:
            raw = _json(value)
            manifest[name] = next(content_hashes(raw))
            files[f"{FOLDER}/{name}-{manifest[name]}.json"] = raw
    return {f"{FOLDER}/manifest.json": _json(manifest), **files}


def _json(value: Any) -> bytes:
    return unicodedata.normalize("NFC", compact(value).decode()).encode()
