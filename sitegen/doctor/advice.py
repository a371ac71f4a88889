"""What the doctor says: a grade, one line, and one line of what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.messages import phrase

GRADES = {"must": phrase("Must"), "should": phrase("Should"), "could": phrase("Could")}


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing that is missing, by its id in TEXTS.

    `where` is a file, with its line where there is one. `names` are the ids, fields or files that
    `{names}` stands for, all of them.
    """

    id: str
    where: str = ""
    params: Mapping[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()

    @property
    def grade(self) -> str:
        """`must` before the site is open to others, `should` soon after, `could` some day."""
        return TEXTS[self.id][0]


# Grade, what is missing, what to do.
TEXTS: Mapping[str, tuple[str, str, str]] = {
    "content-errors": (
        "must",
        phrase("errors in the content, so that no site is built: {count}"),
        phrase("`sitegen check` says each with its place and what to write"),
    ),
    "sample": (
        "must",
        phrase("it is a sample, and each page says that everybody in it is invented"),
        phrase("put your own people and words in, then take `sample: yes` and `as_of` out"),
    ),
    "example-url": (
        "must",
        phrase("`url` is an example still: {names}"),
        phrase("write the address at which the site will stand"),
    ),
    "example-mail": (
        "must",
        phrase("what people send goes to an example: {names}"),
        phrase("give mailboxes and forms that somebody reads"),
    ),
    "operator": (
        "must",
        phrase("what the site does not say about who stands behind it: {names}"),
        phrase("write it below `operator`; `sitegen build --strict` wants all of it"),
    ),
    "no-wording": (
        "must",
        phrase("there is no wording of the consent, so nobody can agree to anything"),
        phrase("write one below `consent`, with the id `v1`"),
    ),
    "no-privacy": (
        "must",
        phrase("no page says what becomes of what people write"),
        phrase("write content/pages/privacy.md; the sample has one to begin from"),
    ),
    "no-maintainer": (
        "must",
        phrase("nobody is a maintainer: no account of yours stands in CODEOWNERS"),
        phrase("put the accounts of at least two people in the place of the sample's"),
    ),
    "warnings": (
        "should",
        phrase("warnings about the content: {count}"),
        phrase("`sitegen check` says each; with one of them `sitegen build --strict` stops"),
    ),
    "due": (
        "should",
        phrase("pages, marks, deadlines and consents that wait for you: {count}"),
        phrase("`sitegen report --stale` names them, `sitegen mails` drafts the letters"),
    ),
    "no-repository": (
        "should",
        phrase("`repository` is not said, so no page can lead to the forms of the repository"),
        phrase("write its address, or be ready to take everything in by mail"),
    ),
    "example-repository": (
        "should",
        phrase("`repository` is an example still: {names}"),
        phrase("write the address of your own, or the links to its forms lead nowhere"),
    ),
    "stands-still": (
        "should",
        phrase("`as_of` keeps the site at one day, so that nothing on it ever ages"),
        phrase("take it out: it is for samples"),
    ),
    "old-review": (
        "should",
        phrase("who stands behind the site was looked through on {day}, over a year ago"),
        phrase("read `operator` again, mend it, and write today into `last_review`"),
    ),
    "old-rates": (
        "should",
        phrase("rates of currencies are of {day}, over a year ago"),
        phrase("look them up again and write the day into `currencies.on`"),
    ),
    "nobody": (
        "should",
        phrase("nobody is listed yet"),
        phrase("ask the first five people yourself; `sitegen new profile` helps"),
    ),
    "no-pages": (
        "should",
        phrase("fixed pages that are not there: {names}"),
        phrase("write them in content/pages/; the sample has each to begin from"),
    ),
    "alone": (
        "should",
        phrase("passages through which no guide has gone in public: {names}"),
        phrase("ask people who lived them; a guide may also offer it on asking only"),
    ),
    "old-news": (
        "should",
        phrase("the newest news is of {day}, over a year ago"),
        phrase("write what happened since, or take the news away"),
    ),
    "nobody-to-ask": (
        "should",
        phrase("tasks that do not say whom to ask: {names}"),
        phrase("add `ask:` with a role, such as “the method circle”"),
    ),
    "no-reviewer": (
        "should",
        phrase("work that is under way without a peer reviewer: {names}"),
        phrase("ask a member outside the team and add them with `role: peer-reviewer`"),
    ),
    "one-maintainer": (
        "should",
        phrase("only one account stands in CODEOWNERS, and nobody can approve their own work"),
        phrase("ask a second person, and write their account beside it"),
    ),
    "no-workflows": (
        "should",
        phrase("files of the repository that are not there: {names}"),
        phrase("take them from the release; without them nothing is checked or taken in"),
    ),
    "no-forms": (
        "should",
        phrase("issue forms that are not there: {names}"),
        phrase("take them from the release; the pages of people link to them"),
    ),
    "forms-elsewhere": (
        "should",
        phrase("those who would rather not use a form are led to another site than yours"),
        phrase("write your addresses into the links of this file"),
    ),
    "other-workflows": (
        "could",
        phrase("files of the repository that are not the ones of this release: {names}"),
        phrase("read what differs: a change of yours is fine, an older release is not"),
    ),
    "no-discussions": (
        "could",
        phrase("no page leads to a place where it can be talked about"),
        phrase("switch the discussions of the repository on and say `discussions`"),
    ),
    "no-doors": (
        "could",
        phrase("those who want to hear or to help write to the general mailbox"),
        phrase("give each of the two lists a form or a mailbox below `joining`"),
    ),
    "no-bands": (
        "could",
        phrase("clients are not told what a day usually costs"),
        phrase("agree on bands with your members and write them below `bands`"),
    ),
    "untold": (
        "could",
        phrase("topics on which no guide can be asked in public: {names}"),
        phrase("ask your guides whether one of them would speak about it"),
    ),
    "unused": (
        "could",
        phrase("words of the vocabulary that nothing uses: {names}"),
        phrase("keep those that you hope for, take the others out"),
    ),
    "no-news": (
        "could",
        phrase("there is no news, so nobody sees that the site is alive"),
        phrase("write a first one in content/news/"),
    ),
    "no-tasks": (
        "could",
        phrase("there is no task for those who want to help"),
        phrase("write one of two hours in content/help-wanted/"),
    ),
    "no-stories": (
        "could",
        phrase("there is no story of a transition to read"),
        phrase("ask one guide to tell theirs, for content/stories/"),
    ),
    "no-photos": (
        "could",
        phrase("nobody has a photo"),
        phrase("`sitegen photo FILE --crop square` makes one ready, content/profiles/NAME.jpg"),
    ),
}
