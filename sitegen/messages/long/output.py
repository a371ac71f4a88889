"""What only a build can find."""

from __future__ import annotations

from sitegen.messages.message import Long

LONG: dict[str, Long] = {
    "P090": Long(
        "A page that leads nowhere costs trust. Every link of the finished site is followed "
        "before anything is written; this one comes from the settings or the pages of the site, "
        "so those who keep the directory mend it."
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
}
