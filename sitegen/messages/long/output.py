"""What only a build can find, and what was done to a built site afterwards."""

from __future__ import annotations

from sitegen.messages.message import Long

LONG: dict[str, Long] = {
    "P090": Long(
        "A page that leads nowhere costs trust, so every link of the finished site is followed "
        "before anything is written, in pages, feeds and the files for programs. This one comes "
        "from the settings, the pages or the program: those who keep the directory mend it."
    ),
    "P091": Long(
        "Two files ask for one address, and only one of them could be shown. Nothing is written "
        "until each has an address of its own."
    ),
    "P092": Long(
        "Pages come and go, and the link stays behind. A link to a page of this site starts and "
        "ends with a slash, and leads to a page that is there.",
        """
---
…
---
Twelve years of other people's mothers. More about that in [my story](/stories/rotas/).
""",
        """
---
…
---
Twelve years of other people's mothers. More about who we are [here](/about/).
""",
    ),
    "P093": Long(
        "The list of a site holds the SHA-256 of every file. A page with other bytes says "
        "something that nobody reviewed, whether a disk failed or a person wrote there."
    ),
    "P094": Long(
        "The list of a site names every file that was built. Without this one, some page leads "
        "nowhere or is gone."
    ),
    "P095": Long(
        "Whatever lies in the folder is served as if the directory said it. A file that the list "
        "does not name came from elsewhere."
    ),
    "P096": Long(
        "The same content, settings and day give the same bytes on every machine. Where they do "
        "not, the site was built from other content, by another program, or was changed together "
        "with its list."
    ),
    "P097": Long(
        "Readers follow links to see whether something is true, and pages of others move. This is "
        "asked only with `sitegen check --links`, and no proposal fails over it."
    ),
    "P098": Long(
        "Where not one link answers, it is more likely the network than the links. Nothing is said "
        "of any link then."
    ),
}
