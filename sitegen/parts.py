"""The parts that a site is made of, each of which can be made without the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any, Literal

from sitegen import markup
from sitegen.assets import Assets, bundle
from sitegen.directory import Directory
from sitegen.forms import families_text, form_text
from sitegen.i18n import Translator
from sitegen.kept import Anew, File, Filed
from sitegen.matching import Matches
from sitegen.memo import ONCE, Memo
from sitegen.pages import Page, all_pages, words_for
from sitegen.pages.joining import blank_files
from sitegen.photos import RECIPE, SIZES, portraits
from sitegen.read import Photo
from sitegen.render import Renderer, compiled, keep_compiled, template_names
from sitegen.resources import assets_dir, templates_dir
from sitegen.search.lunr_js import LICENCE, lunr_js
from sitegen.shell import shell_of
from sitegen.skill_words import skill_files
from sitegen.unmade import Unmade
from sitegen.urls import Urls, output_path
from sitegen.views.words import Words
from sitegen.workers import Crew

Files = Mapping[str, bytes]
Name = Literal["assets", "blanks", "licences", "search", "compare", "exports", "photos", "pages"]
# A part, or the piece of one that begins with its photo or page of that number.
Piece = tuple[Name, int]
# Pages in a piece: large enough that handing it over costs little, small beside all of them.
PAGES = 64
# What processes need: the assets, the templates of a group, or the texts from a place on.
Need = tuple[Literal["assets", "templates", "texts"], int]
GROUPS = 4


class Making:
    """A site to be made: what is known of it, and the files that come of each piece.

    Whoever gets a copy of it works out again what follows from the directory and its matches, when
    it is asked for.
    """

    def __init__(self, ledger: Anew, urls: Urls, commit: str = "") -> None:
        self.ledger, self.urls, self.commit = ledger, urls, commit

    def __getstate__(self) -> Mapping[str, object]:
        return {name: self.__dict__[name] for name in ("ledger", "urls", "commit")}

    @property
    def directory(self) -> Directory:
        """What is published."""
        return self.ledger.directory

    @property
    def matches(self) -> Matches:
        """What was found for it."""
        return self.ledger.matches

    @cached_property
    def translator(self) -> Translator:
        """The words of the site."""
        return Translator(self.directory.site.locales[0])

    @cached_property
    def photos(self) -> tuple[tuple[str, Photo], ...]:
        """The photos of people, each with whose it is, in the order of slugs."""
        people = sorted(self.directory.people.items())
        return tuple((slug, person.photo) for slug, person in people if person.photo)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Every page, none of them written yet."""
        links = {
            slug: {
                size: self.urls.link(f"/{path}")
                for size, path in _addresses(slug, photo.raw).items()
            }
            for slug, photo in self.photos
        }
        return all_pages(self._words, self.matches, links)

    @cached_property
    def assets(self) -> Assets:
        """Styles, scripts and what these load."""
        return bundle(assets_dir(), self.directory.site.theme, self._loaded())

    @cached_property
    def renderer(self) -> Renderer:
        """What writes the pages."""
        return Renderer(shell_of(self._words, self.pages, self.assets, self.commit))

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """What people wrote in Markdown, as far as it is kept and somebody will ask for it."""
        moved, directory = self.ledger.has_moved, self.directory
        found = list[str]()
        for posting in directory.postings.values():
            found += [posting.body] if moved(f"posting:{posting.slug}") else []
        for person in directory.people.values():
            if moved(f"person:{person.slug}"):
                found += [person.body, *(body for _, body in person.translations.values())]
        return tuple(found[: markup.MOST_KEPT])

    def prepare(self, crew: Crew, memo: Memo = ONCE) -> None:
        """Work out what every process would that inherits this one; a crew shares it."""
        look = (self.directory.site, self.directory.vocabulary)
        needs: list[Need] = [("assets", 0), *(("templates", n) for n in range(GROUPS))]
        asked = [(need, look if need[0] == "assets" else ()) for need in needs]
        self.assets, *templates = memo.each(
            asked, lambda places: self._shared(crew, [needs[place] for place in places])
        )
        for found in templates:
            keep_compiled(found)
        self.renderer.prepare()
        # Whatever works out values is named by the pages, which the renderer has asked for.
        self.ledger.look()
        texts: list[Need] = [("texts", start) for start in range(0, len(self.texts), PAGES)]
        for found in self._shared(crew, texts):
            markup.keep(found)

    def _shared(self, crew: Crew, needs: Sequence[Need]) -> Iterable[Any]:
        if not needs:
            return ()
        found = dict(crew.each(Making._needed, self, needs))
        return [found[need] for need in needs]

    def _needed(self, need: Need) -> Any:
        name, number = need
        if name == "assets":
            return self.assets
        if name == "texts":
            return markup.converted(self.texts[number : number + PAGES])
        folder = templates_dir()
        return compiled(folder, template_names(folder)[number::GROUPS])

    def pieces(self) -> Iterator[Piece]:
        """All there is to make, what takes longest first."""
        yield from (("search", 0), ("exports", 0), ("compare", 0))
        yield from (("photos", number) for number in range(len(self.photos)))
        yield from (("pages", start) for start in range(0, len(self.pages), PAGES))
        yield from (("assets", 0), ("blanks", 0), ("licences", 0))

    def files(self, piece: Piece) -> Files:
        """The files of a piece by output path; all that are made, where nothing stands."""
        return {path: one for path, one in self.filed(piece).items() if isinstance(one, bytes)}

    def filed(self, piece: Piece) -> Filed:
        """The files of a piece by output path, or that they stand. Always the same ones."""
        name, number = piece
        makers: Mapping[Name, Callable[[], Filed]] = {
            "assets": lambda: self.assets.files,
            "blanks": lambda: blank_files(self._words),
            "licences": lambda: {"licences.txt": LICENCE.encode()},
            "search": self._search,
            "compare": self._compare,
            "exports": self._exports,
            "photos": lambda: self._portraits(number),
            "pages": lambda: {
                output_path(page.address): self._page(page)
                for page in self.pages[number : number + PAGES]
            },
        }
        return makers[name]()

    def _page(self, page: Page) -> File:
        given = None
        if page.given is not None:
            said = page.title, page.description, page.section, page.lede, page.body
            given = page.template, said, page.noindex, page.feed, page.posts_to, page.given()
        unmade = Unmade(lambda: self.renderer.render(page), given)
        return self._file(output_path(page.address), unmade)

    def photo_paths(self, number: int) -> tuple[str, ...]:
        """Where the portraits of a photo will stand."""
        slug, photo = self.photos[number]
        return tuple(_addresses(slug, photo.raw).values())

    def photo_files(self, number: int, draw: Callable[[Photo], Files]) -> Files:
        """The portraits of a photo."""
        slug, photo = self.photos[number]
        drawn = draw(photo)
        return {path: drawn[size] for size, path in _addresses(slug, photo.raw).items()}

    def _portraits(self, number: int) -> Filed:
        """They stand where their paths do, which say what they were drawn from, and how."""
        paths = self.photo_paths(number)

        def draw() -> Sequence[bytes]:
            drawn = self.photo_files(number, lambda photo: portraits(photo.raw))
            return [drawn[path] for path in paths]

        return dict(zip(paths, self.ledger.files(paths, (), draw), strict=True))

    @cached_property
    def _words(self) -> Words:
        return words_for(self.directory, self.translator, self.urls)

    def _filed(self, files: Mapping[str, Unmade]) -> Filed:
        return {path: self._file(path, one) for path, one in files.items()}

    def _file(self, name: str, unmade: Unmade) -> File:
        if unmade.given is None:
            return unmade.make()
        return self.ledger.file(name, unmade.given, unmade.make)

    def _search(self) -> Filed:
        """The index, its columns, and what its results show."""
        # Imported where it runs, beside the pages; so are the others.
        from sitegen.kept.indexing import indexed

        return indexed(self._words, self.ledger)

    def _compare(self) -> Filed:
        """What scripts compare people and assignments by, match drafts and find guides."""
        from sitegen.inbrowser.files import matching_files
        from sitegen.inbrowser.finder import finder_files
        from sitegen.search.records import record_files

        words = self._words
        records = self._filed(record_files(words))
        return {**records, **matching_files(words), **finder_files(words)}

    def _exports(self) -> Filed:
        """Feeds, the sitemap and the API."""
        from sitegen.exports import export_files

        # The pages that search engines may list, each with its last change.
        indexed: Mapping[str, date | None] = {
            page.address: page.lastmod for page in self.pages if not page.noindex
        }
        return self._filed(
            export_files(self.directory, self.matches, self.urls, self.translator, indexed)
        )

    def _loaded(self) -> Files:
        """What scripts load besides each other, by its name among the assets."""
        vocabulary, translator = self.directory.vocabulary, self.translator
        return {
            "js/lunr.js": lunr_js(),
            "data/families.json": families_text(vocabulary),
            "data/form.json": form_text(self.directory.site, vocabulary, translator),
            **skill_files(vocabulary, translator.locale.language),
        }


def _addresses(slug: str, photo: bytes) -> dict[str, str]:
    """For each size of a photo a path that changes when the photo does, or how it is made."""
    mark = sha256(RECIPE.encode() + photo).hexdigest()[:10]
    return {size: f"photos/{slug}-{mark}-{size}" for size in SIZES}
