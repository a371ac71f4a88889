"""Page + environment → bytes. The only user of jinja2."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket
from markupsafe import Markup

from sitegen.i18n import Translator
from sitegen.pages.page import Page
from sitegen.urls import Urls
from sitegen.views.listing import Row
from sitegen.views.words import Action, Named

# Pages set no header on static hosting, so the policy stands in each page, before any script.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action {targets}; object-src 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)


@dataclass(frozen=True, slots=True)
class SiteView:
    """What every page says of the site."""

    title: str
    tagline: str
    lang: str
    direction: str
    sample: bool
    as_of: str
    operator: str
    nav: tuple[Named, ...]
    footer: tuple[Named, ...]
    contact: Action | None = None
    noindex: bool = False
    commit: str = ""


@dataclass(frozen=True, slots=True)
class Shell:
    """What rendering needs besides the page: small, and the same for all pages."""

    templates: Path
    site: SiteView
    base_url: str
    locale: str
    assets: Mapping[str, str]
    addresses: frozenset[str]


@dataclass(frozen=True, slots=True)
class PageView:
    """What a template sees of its page."""

    page: Page
    url: str
    canonical: str
    section: str
    is_home: bool

    @property
    def policy(self) -> str:
        """What the page may load, and to whom alone its forms may be sent."""
        return POLICY.format(targets=" ".join(("'self'", *self.page.posts_to)))

    @property
    def onward(self) -> tuple[Named, ...]:
        """The next steps."""
        return self.page.onward()

    def __getattr__(self, name: str) -> object:
        """Title, lede, body and the rest are the page's own."""
        return getattr(self.page, name)


class _InMemory(jinja2.BytecodeCache):
    """Compiled templates, kept for the life of the process."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled from the same source."""
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it."""
        self.kept[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _InMemory()


def template_names(templates: Path) -> Sequence[str]:
    """Every template of a folder."""
    return _environment(templates).list_templates()


def compiled(templates: Path, names: Iterable[str]) -> Mapping[str, bytes]:
    """What another process can `keep_compiled`, so that it need not compile these templates."""
    environment = _environment(templates)
    for name in names:
        environment.get_template(name)
    return _COMPILED.kept


def keep_compiled(found: Mapping[str, bytes]) -> None:
    """Take over what was `compiled`."""
    _COMPILED.kept.update(found)


def _environment(templates: Path) -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=_COMPILED,
        # A renderer is made anew for templates that changed; no page looks for that.
        auto_reload=False,
    )


def render_alone(templates: Path, name: str, locale: str, context: Mapping[str, object]) -> str:
    """One template with nothing of a site around it: for a file that is no page."""
    environment = _environment(templates)
    _speak(environment, locale)
    return environment.get_template(name).render(context)


def _speak(environment: jinja2.Environment, locale: str) -> None:
    translator = Translator(locale)
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # added by the extension
        translator.gettext, translator.ngettext, newstyle=False
    )


class Renderer:
    """The templates of one shell."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell
        self.urls = Urls(shell.base_url)
        self.environment = _environment(shell.templates)
        _speak(self.environment, shell.locale)
        self.environment.globals.update(
            site=shell.site,
            link=self.urls.link,
            has=shell.addresses.__contains__,
            asset=shell.assets.__getitem__,
            row=self.row,
            brief_row=self.brief_row,
            linked=self.linked,
        )
        # Below every page the same: written once.
        foot = self.environment.get_template("macros/foot.html").render()
        self.environment.globals["foot"] = Markup(foot)  # noqa: S704  # escaped by its template
        self._rows: dict[tuple[str, ...], tuple[Row, Markup]] = {}
        self._linked: dict[tuple[str | None, str], Markup] = {}

    def prepare(self) -> None:
        """Compile every template now, for all processes that inherit this one."""
        for name in self.environment.list_templates():
            self.environment.get_template(name)

    def render(self, page: Page) -> bytes:
        """The page as UTF-8 HTML."""
        canonical = "" if page.noindex else self.urls.absolute(page.address)
        view = PageView(
            page,
            self.urls.link(page.address),
            canonical,
            self.urls.link(page.section) if page.section else "",
            page.address == "/",
        )
        template = self.environment.get_template(page.template)
        return template.render(page.context(), page=view).encode()

    def row(self, entry: Row, heading: str = "h3") -> Markup:
        """A person or an assignment in a list.

        Somebody stands in some fifty lists: what was written for one is taken for the others.
        """
        return self._written(entry, "row", heading)

    def brief_row(self, entry: Row) -> Markup:
        """The same in one line, for a long list."""
        return self._written(entry, "brief_row")

    def linked(self, people: Iterable[Named]) -> Markup:
        """People by name, each an entry of a list of definitions: each may stand in hundreds."""
        found, known = [], self._linked
        for named in people:
            key = named.url, named.label
            if key not in known:
                known[key] = self._macro("linked", named)
            found.append(known[key])
        return Markup("".join(found))  # noqa: S704  # escaped by their template

    def _written(self, entry: Row, macro: str, *rest: str) -> Markup:
        key = (entry.kind, entry.slug, macro, *rest)
        known = self._rows.get(key)
        if known is None or known[0] != entry:
            known = self._rows[key] = (entry, self._macro(macro, entry, *rest))
        return known[1]

    def _macro(self, name: str, *given: object) -> Markup:
        macros = self.environment.get_template("macros/row.html").module
        written: Markup = getattr(macros, name)(*given)
        return written
