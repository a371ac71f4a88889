"""The skills as the pages' scripts read them: `data/skills.json` and `data/words.json`.

    skills.json  {"skills": [{"id", "label", "family", "aliases": [word]}],
                  "takenBack": [word], "longWord": N,   the rule of `sitegen.prose`
                  "common": [word]}                     English words that tell nothing
    words.json   {skill: [word]}: the aliases in other languages than English and the site's own

Two files, because the words of other languages weigh nearly as much as all the rest, and a page can
be used before they are there.
"""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.compact import compact
from sitegen.prose import LONG_WORD, TAKEN_BACK
from sitegen.stems import STOP_WORDS
from sitegen.vocabulary import Vocabulary


def skill_files(vocabulary: Vocabulary, language: str) -> Mapping[str, bytes]:
    """Both files by their names among the assets; `language` is the site's own."""
    near = ("en", language)
    skills = [
        {
            "id": skill.id,
            "label": skill.label,
            "family": skill.family,
            "aliases": [
                name for tag in skill.aliases if tag in near for name in skill.aliases[tag]
            ],
        }
        for skill in vocabulary.skills.values()
    ]
    words = {
        skill.id: [name for tag in skill.aliases if tag not in near for name in skill.aliases[tag]]
        for skill in vocabulary.skills.values()
    }
    rule = {"takenBack": TAKEN_BACK, "longWord": LONG_WORD, "common": sorted(STOP_WORDS)}
    return {
        "data/skills.json": compact({"skills": skills, **rule}),
        "data/words.json": compact({id: names for id, names in words.items() if names}),
    }
