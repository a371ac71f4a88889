"""What a proposal may not change, and who may."""

from __future__ import annotations

from sitegen.messages.message import Long

LONG: dict[str, Long] = {
    "P140": Long(
        "A page is its owner's: nobody else writes what they say about themselves. The owner is "
        "the account in the field `github` of the file as it is published now, whatever the "
        "proposal writes there."
    ),
    "P141": Long(
        "Whoever adds a page answers for it and can change it later, so the account in its field "
        "`github` is the one that sends it. With a `github_id`, the number has to be that "
        "account's too."
    ),
    "P142": Long(
        "Whoever stands in the field `github` may rewrite the page and take it down. Handing it "
        "over is therefore done by a maintainer, who asks both sides first."
    ),
    "P143": Long(
        "Members change their own page and their own assignments. Everything else speaks for the "
        "whole directory, and the maintainers answer for it; they are glad of proposals in words."
    ),
    "P144": Long(
        "A file can only be changed by somebody else than a maintainer when everybody can read "
        "whose it is. Here nothing says so, or what says so cannot be read."
    ),
    "P145": Long(
        "The content holds plain text and pictures. A link can point to a file that was never "
        "meant to be seen, and a program could be run by mistake."
    ),
    "P146": Long(
        "Many computers do not tell capitals, accents written in two ways or hidden signs apart. "
        "Two such names are one file there, and which of the two is published would be chance."
    ),
    "P147": Long(
        "A proposal is read by a person, and taken back as a whole when something is wrong with "
        "it. With one profile, its photo and its translations, that harms nobody else."
    ),
    "P148": Long(
        "A mark is worth something because somebody else has looked. That holds for those who keep "
        "the directory too, and for marks that are taken away."
    ),
    "P149": Long(
        "What comes through the form is written by a program, for the person who sent it. Each of "
        "its commits has to name that person in the same two lines at its end, or nobody would "
        "answer for the text."
    ),
}
