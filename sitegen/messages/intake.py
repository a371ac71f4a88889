"""What somebody sent in: a form, a mail."""

from __future__ import annotations

from sitegen.messages.message import Message

MESSAGES: dict[str, Message] = {
    "P150": Message(
        "this is not the form: none of its headings stands here",
        "open the form again and fill it in, or leave its headings as they were",
    ),
    "P151": Message(
        "there is text here, but no page that a program can read",
        "a page starts with a line of three hyphens, then `{example}` and the other facts, each on "
        "a line of its own, then three hyphens again, and below them your own text",
    ),
    "P152": Message(
        "`{value}` belongs to another account",
        "if it is yours, send it from the account that stands in its file, or by mail; a new page "
        "needs an address that nobody has yet, such as `{example}`",
    ),
    "P153": Message(
        "`{field}` is `{value}`, and this comes from `{author}`",
        "delete `github` and `github_id`: they are filled in for you; only a change of the file "
        "itself gives it to another account",
    ),
    "P154": Message(
        "only a maintainer sends something for somebody else",
        "choose that you send it yourself, or mail it to the directory",
    ),
    "P155": Message(
        "this is not ticked: {field}", "if it is true, tick it; without it nothing can be done"
    ),
    "P156": Message(
        "`{field}` is written by the maintainers only",
        "leave it as it stands in the file today, and tell them what should change",
    ),
    "P157": Message(
        "`{value}` cannot be the address of a page",
        "small letters a-z, digits and single hyphens, such as amina-diallo",
    ),
    "P158": Message(
        "this account has a page already: `{value}`",
        "to change it, write `{value}` below “{example}”",
    ),
    "P159": Message(
        "no address can be made of `{value}`, since addresses have small letters a-z only",
        "write one as you want it, such as amina-diallo, below “{example}”",
    ),
    "P160": Message("nothing would change", "your page says all of this already"),
    "P161": Message("nothing stands below `{field}`", "fill it in"),
    "P162": Message(
        "the heading `{value}` stands twice", "write it otherwise, without ### at the start"
    ),
    "P163": Message(
        "the list of skills has `{value}` already",
        "use it as it is; if people call it otherwise, write that to the maintainers below",
    ),
    "P164": Message(
        "this assignment has not ended yet, as far as its file says",
        "the client says first how it ended; then the team's words stand beside theirs",
    ),
    "P165": Message(
        "`{value}` is not named in the team of this assignment",
        "give the address of your own page; if you were in the team, tell the maintainers below",
    ),
}
