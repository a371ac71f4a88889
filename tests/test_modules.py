"""Small modules become few files, and stay the same program."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from sitegen.assets import ENTRIES, modules
from sitegen.minify import script
from sitegen.modules import joined
from sitegen.resources import assets_dir
from tests.scripts import node

# What runs is told in `log`: each module once, what is imported first.
SOURCES = {
    "js/every.js": 'import { base } from "./lib/base.js";\nexport const every = base;\n',
    "js/lib/base.js": "export const base = 41;\n",
    "js/page.js": 'import { add as more, log } from "./lib/count.js";\nimport "./lib/side.js";\n'
    'import { base } from "./lib/base.js";\n'
    'log("page");\nexport const answer = async () => {\n'
    '  const { late } = await import("./lib/late.js");\n'
    "  return [more(1), late(), base, log()];\n};\n",
    "js/other.js": 'import { log } from "./lib/count.js";\nlog("other");\n'
    "export const seen = log;\n",
    "js/lib/side.js": 'import { log } from "./count.js";\nconst log2 = log;\nlog2("side");\n',
    "js/lib/count.js": "const kept = [];\nconst own = 40;\n"
    "export function log(text) {\n  if (text) kept.push(text);\n  return [...kept];\n}\n"
    "function add(n) {\n  return own + n;\n}\nexport { add };\n",
    "js/lib/late.js": 'import { add, log } from "./count.js";\nimport { Deep } from "./deep.js";\n'
    'log("late");\nexport function late() {\n  return new Deep().value + add(0);\n}\n',
    "js/lib/deep.js": "const own = 1;\nexport class Deep {\n  value = own;\n}\n",
}
ENTRIES_HERE = ("js/every.js", "js/page.js", "js/other.js")


def minified(sources: dict[str, str]) -> dict[str, str]:
    return {path: script(text) for path, text in sources.items()}


def test_what_is_fetched_together_is_one_file_under_the_name_that_is_asked_for() -> None:
    files = joined(minified(SOURCES), ENTRIES_HERE)
    assert set(files) == {
        "js/every.js",  # with base.js, for page.js as well
        "js/page.js",  # with side.js and its own count.js
        "js/other.js",  # with its own count.js
        "js/lib/late.js",  # with deep.js
    }
    # What every page loads is in no other file.
    assert [path for path, text in files.items() if "base=41" in text] == ["js/every.js"]


def test_a_file_of_two_pages_is_named_after_each() -> None:
    both = {**SOURCES, "js/other.js": SOURCES["js/page.js"]}
    names = {path for path in joined(minified(both), ENTRIES_HERE) if "late" in path}
    assert names == {"js/page-late.js", "js/other-late.js"}


@pytest.mark.skipif(node() is None, reason="no Node here")
@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("page", [[41, 41, 41, ["side", "page", "late"]]]),
        ("other", [["other"]]),
    ],
)
def test_on_a_page_every_module_runs_once_in_its_order_and_names_do_not_meet(
    tmp_path: Path, page: str, told: list[object]
) -> None:
    for name, text in joined(minified(SOURCES), ENTRIES_HERE).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "package.json").write_text('{"type": "module"}', "utf-8")
    asked = {"page": "await js_page.answer()", "other": "js_other.seen()"}[page]
    (tmp_path / "main.js").write_text(
        f'import {{ js_{page} }} from "./js/{page}.js";\nconsole.log(JSON.stringify([{asked}]));\n',
        "utf-8",
    )
    program = node()
    assert program is not None
    done = subprocess.run(
        [program, "main.js"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == told


@pytest.mark.parametrize(
    "source",
    [
        pytest.param('import all from "./b.js";', id="a default import"),
        pytest.param('import * as all from "./b.js";', id="a namespace"),
        pytest.param("export default 1;", id="a default export"),
        pytest.param('export { b } from "./b.js";', id="an export of another module"),
        pytest.param("export let a = 1;", id="an export that may change"),
    ],
)
def test_a_module_in_another_form_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match=r"a\.js imports or exports in a form"):
        joined(minified({"a.js": source, "b.js": "export const b = 1;"}), ["a.js"])


def test_modules_in_a_circle_are_refused() -> None:
    circle = {
        "a.js": 'import { b } from "./b.js";\nexport const a = () => b;',
        "b.js": 'import { a } from "./a.js";\nexport const b = () => a;',
    }
    with pytest.raises(ValueError, match="imports itself"):
        joined(minified(circle), ["a.js"])


def test_a_word_in_a_text_is_neither_an_import_nor_an_export() -> None:
    text = "export const say = 'to import { a } from \"./x.js\" is to export b';"
    assert "to import { a } from" in joined(minified({"a.js": text}), ["a.js"])["a.js"]


def test_the_site_is_served_few_files() -> None:
    sources = modules(assets_dir())
    files = joined(sources, ENTRIES)
    assert set(ENTRIES) < set(files)
    assert len(files) * 3 < len(sources)
