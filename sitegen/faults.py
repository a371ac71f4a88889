"""What the program says about settings, folders and itself, by code.

The codes are those of `SettingsError`; the form is that of `sitegen.messages`.
"""

from __future__ import annotations

from sitegen.messages import Family, Message, phrase
from sitegen.messages.long import LONG
from sitegen.messages.message import lengthened

_SHORT: dict[str, Message] = {
    "S001": Message("there is no folder {path}", "say where the content is with --content DIR"),
    "S002": Message(
        "{path} holds files that sitegen did not write, so it is left alone",
        "choose another folder with --output",
    ),
    "S003": Message("{path} cannot be written: {detail}", ""),
    "S004": Message("{value} is not a web address", "for example https://example.org/directory/"),
    "S005": Message(
        "{path} is missing", "a site needs it: take the one of the sample and change it"
    ),
    "S006": Message("lunr.js is not what it should be: {detail}", "run: make clean site"),
    "S007": Message("there is no assignment {value}", "{example}"),
    "S008": Message("the port {value} is in use", "choose another one with --port"),
    "S009": Message("{path} cannot be read: {detail}", ""),
    "S011": Message(
        "something in sitegen itself went wrong: {detail}", "please report it, with what you did"
    ),
    "S012": Message("{path} is inside {other}", "write the site somewhere else"),
    "S013": Message("{value} cannot be used: {detail}", "choose others with --host and --port"),
    "S014": Message("nothing was read at {path}", "name a file or a folder of the content"),
    "S015": Message(
        "the variable SOURCE_DATE_EPOCH is `{value}`, which is not a number of seconds",
        "unset it or mend it",
    ),
    "S016": Message(
        "git does not answer: {detail}",
        "say a commit or branch that this repository holds, and fetch its whole history",
    ),
    "S017": Message(
        "there is a file {path} already, and a new one never takes its place",
        "choose another one with --output",
    ),
    "S018": Message("there is no folder {path} to write into", "make it, or choose another one"),
    "S020": Message(
        "`{value}` is no name of an account", "say who proposes the change: --author LOGIN"
    ),
    "S021": Message(
        "`{value}` is no folder of the repository", "name it from the top: --content content"
    ),
    "S022": Message(
        "{path} cannot be cleaned: {detail}",
        "choose another photo, or another part of it; it can be JPEG, PNG or WebP",
    ),
    "S023": Message(
        "`{value}` is no part of a picture",
        "say --crop X,Y,SIDE: the left and the upper edge and the side, in pixels of the upright "
        "picture; or --crop square",
    ),
    "S024": Message(
        "{path} has problems of its own, so that nothing can be judged by it",
        "run: sitegen check",
    ),
    "S026": Message(
        "a photo comes with a profile only", "leave --photo out, or say --kind profile"
    ),
    "S028": Message(
        "there is nothing about {value}", "say the slug: the name of the file without its .md"
    ),
    "S029": Message(
        "{path} cannot be changed without writing all of it anew",
        "take the rows of {value} out by hand, then say the same command again",
    ),
    "S030": Message("there is no person `{value}` in the content", "{example}"),
    "S031": Message("{name} cannot be introduced: {detail}", "{example}"),
    "S032": Message(
        "{path} lies in {other}, which is published or soon may be",
        "private things stand in a folder of their own, outside every repository but their own",
    ),
    "S033": Message(
        "{path} is not a list of issues: {detail}",
        "save the answer of GitHub's list of issues in it, as JSON",
    ),
    "S034": Message("the options do not fit together: {detail}", ""),
    "S035": Message("the day {value} is still to come", "write the day on which it was done"),
    "S036": Message(
        "there is no code `{value}`",
        "codes look like {near}; `sitegen explain` without a code lists them all",
    ),
    "S040": Message(
        "`{value}` is no commit", "write the 7 to 64 digits that git shows: --commit 1f3c9ab"
    ),
    "S041": Message(
        "{path} is no list of the files of a site: {detail}",
        "name the folder of a built site; one whose list is lost has to be built again",
    ),
    "S042": Message(
        "a workflow is given no private folder, since others can read its log",
        "run the command on a computer of your own",
    ),
    "S043": Message(
        "what brings a site to {path} is not installed",
        "run: pip install --require-hashes -r sitegen/storage/requirements.lock",
    ),
    "S044": Message(
        "what --output names is no place in object storage",
        "say s3://BUCKET or s3://BUCKET/PREFIX; keys and the address of the server belong in "
        "the environment",
    ),
    "S045": Message(
        "{path} cannot be used: {detail}",
        "what stood there still works; mend that, and run the same command again",
    ),
    "S046": Message(
        "`{value}` is no cluster", "write local, or the address that a scheduler of Dask printed"
    ),
    "S047": Message(
        "the cluster {value} cannot be used: {detail}",
        "start a scheduler and at least one worker, where this computer reaches them",
    ),
    "S048": Message(
        "a worker at {value} would not make the same site: {detail}",
        "install there what is installed here: the same Python, the same lock, the same commit",
    ),
    "S049": Message(
        "the cluster did not do its work: {detail}",
        "look at what its workers printed, or build without --cluster",
    ),
    "S050": Message(
        "--cluster needs Dask, which is not installed",
        "run: pip install --require-hashes -r sitegen/cluster/requirements.lock",
    ),
    "S051": Message(
        "a process that helps with the work was ended from outside",
        "most often memory ran out: close other programs, or use a computer with more",
    ),
}
FAULTS = {code: lengthened(message, LONG.get(code)) for code, message in _SHORT.items()}
FAMILY = Family(
    phrase("Settings, folders and the program"),
    "These stop a command before it reads the content, or while it writes the site.",
    FAULTS,
)
