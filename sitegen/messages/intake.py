"""What somebody sent in: a form, a mail."""

from __future__ import annotations

from sitegen.messages.message import Message

MESSAGES: dict[str, Message] = {
    "P150": Message(
        "this is not the form: none of its headings stands here",
        "open the form again and fill it in, or leave its headings as they were",
    ),
    "P151": Message(
        "no file was found in this text",
        "it starts with a line of three hyphens, then `{example}` and the other fields, then "
        "three hyphens again, and below them the text",
    ),
    "P152": Message(
        "`{value}` belongs to another account",
        "if it is yours, send it from the account that stands in its file, or by mail; if it is "
        "somebody else's, write another address in the form, such as `{example}`",
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
    "P155": Message("this is not ticked: {field}", "nothing is published without it"),
    "P156": Message(
        "`{field}` is written by the maintainers only", "leave it as it is in the file: {example}"
    ),
    "P157": Message(
        "`{value}` cannot be the address of a page",
        "small letters a-z, digits and single hyphens, such as amina-diallo",
    ),
    "P158": Message(
        "this account has a page already: `{value}`", "write `{value}` in the form to change it"
    ),
    "P159": Message(
        "no address can be made of `{value}`",
        "write one in the form, in small letters a-z with hyphens: amina-diallo",
    ),
    "P160": Message("nothing would change", "the file says this already"),
    "P161": Message("nothing stands below `{field}`", "fill it in"),
    "P162": Message(
        "the heading `{value}` stands twice", "write it otherwise, without ### at the start"
    ),
}
