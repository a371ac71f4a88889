"""JavaScript modules → files: what is always fetched together is one file.

As many small modules as the sources have cost a request and some 200 bytes each. Which modules
reach a reader together follows from what imports them: an entry that a page names, or `import()`.
Modules with the same of these before them are joined; on one page a module is run once, whoever
asks for it. What `import()` names finds there what whoever asks for it has loaded already. Two
pages share nothing but what every page loads: a file of its own for what a few of them have in
common would cost each reader a request, to save the few who see both pages some kilobytes.

Each becomes a function that returns what it exports, so that no name meets one of another module.
What is understood is the form of our own modules: named imports, and exports at their declaration
or in one list. Everything else is refused, and the tests run what is joined in a browser.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

_IMPORT = re.compile(r'(?:(?<=^)|(?<=[;\n}]))import(?:\{([^{}]*)\}from)?"(\.[^"]+)";?\n?')
_DYNAMIC = re.compile(r'\bimport\("(\.[^"]+)"\)')
_EXPORT = re.compile(r"(?:(?<=^)|(?<=[;\n}]))export (?=(?:async )?(?:function|class|const)\b)")
_DECLARED = re.compile(r"(?:async )?(?:function|class|const)\*?\s*([\w$]+)")
_LIST = re.compile(r"(?:(?<=^)|(?<=[;\n}]))export\{([\w$,]*)\}(?!from);?\n?")
_LEFT = re.compile(r'(?:^|[;\n}])(?:import[\s{"*]|export\b)')


@dataclass(frozen=True, slots=True)
class _Module:
    """A module taken apart: its code without imports and exports."""

    path: str
    code: str
    imports: tuple[tuple[str, str], ...]
    """(what is imported, path of the module), in their order"""
    dynamic: frozenset[str]
    exports: tuple[str, ...]


def joined(sources: Mapping[str, str], entries: Sequence[str]) -> dict[str, str]:
    """The files of minified modules by path; the entries keep their paths.

    Every page loads the first of the entries, which imports nothing late, and one of the others.

    Raises ValueError for a module in another form, or one that imports itself by way of others.
    """
    modules = {path: _module(path, source) for path, source in sorted(sources.items())}
    pages = {page: _reached([entries[0], page], modules) for page in entries[1:] or entries}
    files: dict[str, str] = {}
    for page, reached in pages.items():
        others = set().union(*(found for each, found in pages.items() if each != page))
        named = {
            path: f"{page.removesuffix('.js')}-{posixpath.basename(path)}"
            for path in (reached & others) - {*entries}
        }
        here = {path: modules[path] for path in modules if path in reached}
        files |= _joined_on(here, (entries[0], page), named)
    return files


def _reached(paths: Iterable[str], modules: Mapping[str, _Module]) -> set[str]:
    """All modules that a page with these may come to run."""
    found, waiting = set[str](), list(paths)
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += [target for _, target in modules[path].imports]
            waiting += modules[path].dynamic & modules.keys()
    return found


def _joined_on(
    modules: Mapping[str, _Module], entries: Sequence[str], named: Mapping[str, str]
) -> dict[str, str]:
    """The files of one page; `named` are the paths of those whose own are taken by other pages."""
    asked = {path for module in modules.values() for path in module.dynamic} & modules.keys()
    roots = sorted({*entries, *asked})
    below = {root: tuple(dict.fromkeys(_below(root, modules))) for root in roots}
    loaders = {
        path: {root for root in roots if any(path in modules[each].dynamic for each in below[root])}
        for path in asked
    }
    groups: dict[frozenset[str], list[str]] = {}
    # In the order in which a browser would run them: what is imported stands first.
    for path in dict.fromkeys(path for root in roots for path in below[root]):
        before = {root for root in roots if path in below[root]}
        before = {entries[0]} if entries[0] in before else before
        late = {root for root in before & asked if root != path and loaders[root] <= before}
        groups.setdefault(frozenset(before - late), []).append(path)
    file_of = {}
    for group in groups.values():
        own = _file(group, roots)
        file_of.update(dict.fromkeys(group, named.get(own, own)))
    return {
        file_of[group[0]]: "".join(_lines([modules[path] for path in group], file_of, asked))
        for group in groups.values()
    }


def _module(path: str, source: str) -> _Module:
    imports = tuple(
        (names or "", _resolved(path, target)) for names, target in _IMPORT.findall(source)
    )
    listed = tuple(name for names in _LIST.findall(source) for name in names.split(",") if name)
    code = _LIST.sub("", _IMPORT.sub("", source))
    declared = tuple(
        found[1]
        for match in _EXPORT.finditer(code)
        if (found := _DECLARED.match(code, match.end()))
    )
    code = _EXPORT.sub("", code)
    if _LEFT.search(code):
        raise ValueError(f"{path} imports or exports in a form that cannot be joined")
    dynamic = frozenset(_resolved(path, target) for target in _DYNAMIC.findall(code))
    return _Module(path, code, imports, dynamic, declared + listed)


def _resolved(path: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))


def _below(path: str, modules: Mapping[str, _Module], above: tuple[str, ...] = ()) -> Iterator[str]:
    """The module and all that it imports, what is imported first."""
    if path in above:
        raise ValueError(f"{path} imports itself")
    for target in dict.fromkeys(target for _, target in modules[path].imports):
        yield from _below(target, modules, (*above, path))
    yield path


def _file(group: list[str], roots: Iterable[str]) -> str:
    """The path of the one that others may ask for, else of the first."""
    return next((path for path in group if path in roots), group[0])


def _lines(group: list[_Module], file_of: Mapping[str, str], asked: Iterable[str]) -> Iterator[str]:
    here = file_of[group[0].path]
    outside = dict.fromkeys(
        path for module in group for _, path in module.imports if file_of[path] != here
    )
    for file in dict.fromkeys(file_of[path] for path in outside):
        names = ",".join(_name(path) for path in outside if file_of[path] == file)
        yield f'import{{{names}}}from"{_relative(file, here)}";\n'
    for module in group:
        name = _name(module.path)
        yield f"export const {name}=(()=>{{{_taken(module)}{_placed(module, file_of, here)}"
        yield f"return{{{','.join(module.exports)}}}}})();\n"
        if module.path in asked:
            yield f"export const{{{','.join(module.exports)}}}={name};\n"


def _name(path: str) -> str:
    """What a module is called in the files: its path, as far as a name may hold it."""
    return re.sub(r"\W", "_", path.removesuffix(".js"))


def _taken(module: _Module) -> str:
    """What the module imports, as its own constants."""
    return "".join(
        f"const{{{re.sub(r' as ', ':', names)}}}={_name(path)};"
        for names, path in module.imports
        if names
    )


def _placed(module: _Module, file_of: Mapping[str, str], here: str) -> str:
    """The code of a module, with the files of `import()` seen from the file it stands in."""

    def place(match: re.Match[str]) -> str:
        path = _resolved(module.path, match[1])
        return f'import("{_relative(file_of.get(path, path), here)}")'

    code = _DYNAMIC.sub(place, module.code).rstrip("\n")
    return code if code.endswith((";", "}")) else f"{code};"


def _relative(path: str, here: str) -> str:
    found = posixpath.relpath(path, posixpath.dirname(here))
    return found if found.startswith(".") else f"./{found}"
