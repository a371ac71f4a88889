"""What stands around every page: title, navigation, footer, assets."""

from __future__ import annotations

from sitegen.assets import Assets
from sitegen.messages import phrase
from sitegen.pages import Page
from sitegen.render import Shell, SiteView
from sitegen.resources import templates_dir
from sitegen.views.words import Named, Words

NAV = ("/profiles/", "/assignments/", "/bridge/", "/method/", "/clients/", "/members/")
FOOTER = (
    "/search/", "/skills/", "/sectors/", "/countries/", "/languages/", "/silos/", "/guides/",
    "/stories/", "/results/", "/news/", "/help-wanted/", "/self-assessment/", "/join/", "/propose/",
    "/how-matching-works/", "/insights/", "/terms/", "/conduct/", "/collective/", "/get-involved/",
    "/privacy/", "/accessibility/", "/about/",
)  # fmt: skip
# Where the page's own title is too long for a navigation.
SHORT = {
    "/bridge/": phrase("The bridge"),
    "/method/": phrase("Method"),
    "/members/": phrase("For members"),
}


def shell_of(words: Words, pages: tuple[Page, ...], assets: Assets, commit: str = "") -> Shell:
    """The shell of one site; it links only to pages that exist. `commit` is the content's."""
    titles = {page.address: page.title for page in pages}
    site, urls, t = words.site, words.urls, words.t

    def links(addresses: tuple[str, ...]) -> tuple[Named, ...]:
        return tuple(
            Named(t.gettext(SHORT.get(address, titles[address])), urls.link(address))
            for address in addresses
            if address in titles
        )

    view = SiteView(
        site.title,
        site.tagline,
        t.tag,
        t.direction,
        site.sample,
        words.day(words.directory.today),
        site.operator.name if site.operator else "",
        links(NAV),
        links(FOOTER),
        words.contact("question", "directory", t.gettext("Write to the directory")),
        # robots.txt only counts at the root of a host; a directory may stand below one.
        not site.crawlers.search,
        commit,
    )
    addresses = {name: urls.link(address) for name, address in assets.addresses.items()}
    return Shell(templates_dir(), view, urls.origin + urls.path, t.tag, addresses, words.pages)
