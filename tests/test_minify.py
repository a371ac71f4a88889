"""A minified module is the same program: V8 compiles both to the same instructions."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping
from functools import cache

import pytest

from sitegen.minify import script
from sitegen.resources import assets_dir
from tests.scripts import node

pytestmark = pytest.mark.skipif(node() is None, reason="no Node here")

MODULES = {
    path.relative_to(assets_dir()).as_posix(): path.read_text("utf-8")
    for path in sorted(assets_dir().rglob("*.js"))
}
READ = {
    "private fields": "class A {\n  #x = 1;\n  static #y = 2;\n  get #z() { return this.#x; }\n"
    "  has(other) { return #x in other && A.#y; }\n}",
    "a template": "const a = 'b';\nconst text = `it's  // ${a + /* no */ a}  \\`  \"`;",
    "a template after a line": "const tag = String.raw;\nconst text = tag\n`a  b`;",
    "a regular expression with quotes": "const quote = /[\"'`/]\\/  x/gu;\nconst other = '  ';",
    "a regular expression after return": "const f = (s) => { return /a  '/.test(s); };",
    "a division": "const f = (a, b) => a / b / 2; // it's 'half'\nconst text = '  ';",
    "signs": "let a = 1, b = 2;\nconst c = a + +b - -a;\nb\n++a;",
    "lines that end without a semicolon": "let a = 1\nlet b = a\nb\n++a\n{ b }",
    "a word of another script": "const ж = 1;\nexport default ж;",
}
BROKEN = {
    "a template in a template": "const b = 1;\nconst a = `${[1].map((c) => `${b}  !`)}  // '`;",
    "a regular expression after an arrow": "const f = (s) => /a  '/.test(s);",
    "a regular expression after a word": "const f = (s) => typeof /a  b'/;",
    "private fields without semicolons": "class A {\n  #x = 1\n  #y = 2\n}",
}
_COMPILE = """\
import { readFileSync, writeSync } from "node:fs";
import { SourceTextModule } from "node:vm";
const sources = JSON.parse(readFileSync(0, "utf8"));
// Node's own functions are compiled, and printed, on first use.
for (const source of ["", ...sources]) {
  writeSync(1, "\\n@@begin\\n");
  try {
    new SourceTextModule(source);
  } catch (error) {
    writeSync(1, String(error));
  }
  writeSync(1, "\\n@@end\\n");
}
"""
# Where things lie, in memory and in the source, and how long the table of the latter is.
_PLACES = re.compile(r"0x[0-9a-f]+|(?m:^ *\d+ [SE]>)|Source Position Table.*|<ByteArray\[\d+\]>| +")


@cache
def compiled(*sources: str) -> tuple[str, ...]:
    """The instructions and constants of each module, without places."""
    options = ["--no-lazy", "--print-bytecode", "--experimental-vm-modules", "--no-warnings"]
    done = subprocess.run(
        [node() or "", *options, "--input-type=module", "--eval", _COMPILE],
        input=json.dumps(sources),
        capture_output=True,
        text=True,
        # V8 prints constants byte by byte, halves of a character too.
        errors="backslashreplace",
        check=True,
    )
    parts = re.findall(r"(?s)\n@@begin\n(.*?)\n@@end\n", done.stdout)[1:]
    return tuple(_PLACES.sub("", part) for part in parts)


def before_and_after(name: str, sources: Mapping[str, str]) -> tuple[str, str]:
    # All in one run: most of what it prints, and takes, is Node's own.
    texts = list(sources.values())
    found = compiled(*texts, *map(script, texts))
    place = list(sources).index(name)
    return found[place], found[place + len(texts)]


@pytest.mark.slow
@pytest.mark.parametrize("name", MODULES)
def test_a_module_is_served_as_it_was_written(name: str) -> None:
    before, after = before_and_after(name, MODULES)
    assert "Error" not in before[:40]
    assert before == after


@pytest.mark.parametrize("name", READ)
def test_what_looks_difficult_stays_the_same_program(name: str) -> None:
    before, after = before_and_after(name, {**READ, **BROKEN})
    assert "Bytecodelength" in before
    assert before == after


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_minified_is_noticed(name: str) -> None:
    before, after = before_and_after(name, {**READ, **BROKEN})
    assert "Bytecodelength" in before
    assert before != after


def test_no_comment_is_served() -> None:
    assert [name for name, text in MODULES.items() if "/**" in script(text)] == []
