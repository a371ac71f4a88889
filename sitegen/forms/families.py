"""The skills under their families, as a form shows them: `data/families.json`.

    {"families": [{"id", "label", "levels": [[behaviour]], "names": [corporate, NGO, multilateral],
                   "skills": {id: label}}]}

Without the aliases of `data/skills.json`, which weigh more than all of this.
"""

from __future__ import annotations

from sitegen.compact import compact
from sitegen.vocabulary import Vocabulary


def families_text(vocabulary: Vocabulary) -> bytes:
    """The file, in the order of the vocabulary."""
    found = [
        {
            "id": family.id,
            "label": family.label,
            "levels": [texts for _, texts in sorted(family.levels.items())],
            "names": [family.names.corporate, family.names.ngo, family.names.multilateral],
            "skills": {skill.id: skill.label for skill in vocabulary.skills_by_family[family.id]},
        }
        for family in vocabulary.families.values()
    ]
    return compact({"families": found})
