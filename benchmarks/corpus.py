"""Larger folders of content, seeded: the sample's people many times over, under other names.

`python -m benchmarks.corpus FOLDER COUNT` writes one. Each profile takes its head from one sample
person and its text from two others, so that no two are alike and words are as frequent as in prose.
Names, addresses of pages and ventures are everybody's own: no two are taken for one person.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "content"
SEED = 20261116
GIVEN = ("Asha", "Boran", "Célia", "Dawit", "Elif", "Farid", "Gyula", "Hanne", "Ivana", "Jun")
FAMILY = ("Adeyemi", "Bjerke", "Castro", "Dube", "Endo", "Fofana", "Gurung", "Horák", "Ilves")
LETTERS = "abdefgiklmnoprstuvz"
LINE = re.compile(r"(?m)^(github|github_id|name_native|sort_name):.*\n")


def write_corpus(folder: Path, count: int) -> None:
    """Write a content folder with `count` profiles; settings, words and assignments as they are."""
    chosen = random.Random(SEED)
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("*.jpg"))
    people = [
        p.read_text("utf-8").split("\n---\n", 1) for p in sorted(SAMPLE.glob("profiles/*.md"))
    ]
    for number in range(count - len(people)):
        head = LINE.sub("", chosen.choice(people)[0])
        own = "".join(chosen.choices(LETTERS, k=9))
        name = f"{chosen.choice(GIVEN)} {chosen.choice(FAMILY)} {own.title()}"
        head = re.sub(r"(?m)^name:.*$", f"name: {name}", head)
        head = head.replace("https://", f"https://{own}.")
        head = re.sub(r"(?<=- \{name: )(\"?)", rf"\1{own.title()} ", head)
        head = re.sub(r", story: [a-z-]+", "", head)
        first, second = (chosen.choice(people)[1].strip().split("\n\n") for _ in range(2))
        body = "\n\n".join([*first[:2], *second[1:3]])
        path = folder / "profiles" / f"sample-person-{number:06}.md"
        path.write_text(f"{head}\n---\n{body}\n", "utf-8")


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]), int(sys.argv[2]))
