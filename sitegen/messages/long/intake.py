"""What somebody sent in: a form, a mail. No file of the content can show it."""

from __future__ import annotations

from sitegen.messages.message import Long

LONG: dict[str, Long] = {
    "P150": Long(
        "The answers of a form come back below its headings, and by these they are found. "
        "Something written by hand has none, so nobody can tell which answer is which."
    ),
    "P151": Long(
        "A page is one file: its facts between two lines of three hyphens, the text below them. "
        "Words may stand above and below it, but the file itself has to be there."
    ),
    "P152": Long(
        "A page belongs to the account that stands in its file, as it was before anything was "
        "sent. Otherwise anybody could rewrite anybody. Two people may have one name; the second "
        "takes another address."
    ),
    "P153": Long(
        "Who is named here may change the file for ever after. So a form fills it in from the "
        "account that sends it, and gives no file to somebody else, not even by mistake."
    ),
    "P154": Long(
        "What comes by mail is sent by a maintainer, who asks the person first at their own "
        "address. From anybody else it would be a page about somebody who never agreed."
    ),
    "P155": Long(
        "What is published in this directory stays in its history. The ticks say that you know "
        "it and that the words are yours to give."
    ),
    "P156": Long(
        "Who worked in an assignment, how far it is and what came of it is agreed with several "
        "people. The maintainers write it down once everybody has said yes."
    ),
    "P157": Long(
        "The address of a page ends with the name of its file. It is written in the plainest "
        "letters, so that it can be read out on the telephone and works on every computer."
    ),
    "P158": Long(
        "Somebody with two pages is found twice and believed half. An account has one page; a "
        "form that names it changes it."
    ),
    "P159": Long(
        "An address is made of the name, but only of letters from a to z. From names in other "
        "scripts a program would guess wrongly, and it is your name: write it as you want it."
    ),
    "P160": Long(
        "What was sent says the same as the file that stands there. Perhaps it was sent twice, "
        "which does no harm."
    ),
    "P161": Long(
        "Without this answer nobody can tell which page is meant or what should become of it."
    ),
    "P162": Long(
        "The answers are told apart by the headings of the form. When one of them stands twice, "
        "a program would have to guess which is the answer and which is a part of one."
    ),
    "P163": Long(
        "The list holds each skill once, so that everybody who has it is found by the same word. "
        "Other words for it stand beside it and lead there."
    ),
    "P164": Long(
        "What came of an assignment begins with the day on which it ended and what is different "
        "now, which is for the client to say. The team adds its half to that."
    ),
    "P165": Long(
        "Only those whom the file names as members speak for the team, each for themselves. "
        "Whoever asked not to be named is not among them."
    ),
}
