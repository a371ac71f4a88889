"""Settings, folders and the program itself; nothing here stands in a file of the content."""

from __future__ import annotations

from sitegen.messages.message import Long

LONG: dict[str, Long] = {
    "S001": Long(
        "Everything that is published comes from one folder, which is called `content` unless you "
        "say otherwise. Perhaps the command was given in another folder than usual."
    ),
    "S002": Long(
        "The folder of the site is replaced as a whole. Files that somebody else put there would "
        "be lost, so sitegen writes only where it wrote before, or where nothing is."
    ),
    "S003": Long(
        "The disk may be full, or the folder may belong to somebody else. Nothing half written "
        "stays behind: the last good site is still there."
    ),
    "S004": Long(
        "Every page, feed and entry of the sitemap carries the full address of the site, so it "
        "has to be one that a browser can open."
    ),
    "S005": Long(
        "The settings say what the site is called, where it stands and who answers for it. They "
        "lie at the top of the content, next to the folders."
    ),
    "S006": Long(
        "The search uses one library of another author, which is kept in one exact version and "
        "compared byte by byte before it is published. What differs is not let through."
    ),
    "S007": Long(
        "An assignment is named by the name of its file, without the folder and the ending: "
        "`dairy-exit-plan` for assignments/dairy-exit-plan.md."
    ),
    "S008": Long(
        "Another program, often an earlier `sitegen serve`, already answers at this port. Close "
        "it, or take another number."
    ),
    "S009": Long(
        "The file is there, but the computer does not let sitegen open it: it belongs to somebody "
        "else, or another program holds it."
    ),
    "S011": Long(
        "This is our mistake and not yours. With the words that stand here and the command you "
        "gave, somebody can find it. With SITEGEN_DEBUG=1 before the command, all details are "
        "shown; read them before you pass them on, since they may hold what stands in your files."
    ),
    "S012": Long(
        "The site would be read as content the next time, or the content would be replaced by "
        "the site. The two live side by side, never one in the other."
    ),
    "S013": Long(
        "An address that this computer does not have, or a port that is kept for its owner, "
        "cannot be opened. Without any options the site is shown to this computer alone."
    ),
    "S014": Long(
        "Only files of the content can be checked by name. Perhaps the path is misspelt, or the "
        "file lies in another folder."
    ),
    "S015": Long(
        "Where this variable is set, it says for which day a site is built, as seconds since "
        "1970. A value that cannot be read would give a site of another day and nobody would see "
        "it."
    ),
    "S016": Long(
        "Who may change a file is read from the history, at a commit that everybody can look up. "
        "A copy made in a hurry holds only the last commit; the whole history has to be there."
    ),
    "S017": Long(
        "A new file begins empty. If it took the place of another one, what somebody wrote there "
        "would be gone, so each gets a name of its own."
    ),
    "S018": Long(
        "A file is put into a folder that is there. A slip in its name would otherwise make a new "
        "folder somewhere, in which nobody would look."
    ),
    "S020": Long(
        "A proposal is judged by the account that makes it, as the host of the repository knows "
        "it. An empty name usually comes from a variable that is not set."
    ),
    "S021": Long(
        "Paths of a proposal are those of the repository, whatever folder the command runs in. "
        "The content is a folder below its top."
    ),
    "S022": Long(
        "The command draws a photo anew from its pixels. That needs a picture that can be opened, "
        "is at least 160 pixels a side and stands still; the file is left as it was."
    ),
    "S023": Long(
        "A part is cut out as a square, from the picture as it is seen: upright. Its place is "
        "counted in whole pixels from the upper left corner."
    ),
    "S024": Long(
        "What somebody sends is judged by the settings and the vocabulary. When these cannot be "
        "read, nothing that is sent could be right or wrong."
    ),
    "S026": Long("Only people have photos. Nothing else of the content is shown with one."),
    "S028": Long(
        "A person is named by the name of their file, without the folder and the ending. Nothing "
        "is removed by a guess, and nothing of this name was found."
    ),
    "S029": Long(
        "Rows of a private file are taken out where they stand, so that notes beside them stay. "
        "This file is written in a way that makes that impossible, and nobody wants it rewritten."
    ),
    "S030": Long(
        "A person is named like their file in `profiles/`, without the ending. Whoever sends their "
        "first text has no file yet, and still has to answer from their own address before it is "
        "taken in: that is what --new is for."
    ),
    "S031": Long(
        "Nobody is introduced who was not asked and said yes, and nobody is asked about what they "
        "decline. The sentence says what stands in the way; most often a talk settles it."
    ),
    "S032": Long(
        "Addresses, notes and who seeks guidance belong to few people. A file in a folder that git "
        "or a build publishes is one careless command away from everybody."
    ),
    "S033": Long(
        "The report counts what waits from a list that you save beforehand, so that it needs no "
        "network. The upkeep workflow shows the command that saves it."
    ),
    "S034": Long(
        "Some options contradict each other, or one of them needs another to mean anything. "
        "Nothing was read or written; run the command again with what the sentence says."
    ),
    "S035": Long(
        "What is remembered is what has happened: that somebody answered, on a day. A day to come "
        "is most often a slip in the year or the month."
    ),
    "S036": Long(
        "Every problem has a code that never changes its meaning: P and three digits for the "
        "content, S and three digits for settings and for the program itself. It stands in each "
        "message, before the sentence."
    ),
    "S040": Long(
        "Whoever selects people must be able to show later what they read. The commit names the "
        "state of the content for good, so it is written in digits from 0 to 9 and letters from a "
        "to f, as `git rev-parse HEAD` prints them; a branch or a tag would move on."
    ),
    "S041": Long(
        "Every build writes the list sha256sums.txt beside its pages, with what it was built for. "
        "Without it nobody can say which files belong to the site and which came later."
    ),
    "S042": Long(
        "What a workflow prints stands in a log that everybody can read where the repository is "
        "public, and a letter or an address that was once there cannot be called back. Whoever "
        "keeps the folder runs these commands at home."
    ),
    "S043": Long(
        "Most sites are written to a folder, so what speaks with object storage is installed only "
        "where somebody asks for it. The file names what the extra `sitegen[storage]` needs, in "
        "versions that were tried; it lies in the program's repository."
    ),
    "S044": Long(
        "The sentence does not repeat what was given, because a key may be in it, and what a "
        "program prints is often kept. Replace a key that you typed there: your shell remembers it."
    ),
    "S045": Long(
        "The keys may be wrong or may allow too little, or the network is down. The list of files "
        "is replaced after all others and nothing is deleted before, so an upload that ends half "
        "way leaves a site that works, and the next one goes on."
    ),
    "S046": Long(
        "A build is shared out by a scheduler of Dask, which prints its address when it starts: "
        "tcp://HOST:8786, or tls://HOST:8786 with certificates. `local` starts one on this "
        "computer, for this build."
    ),
    "S047": Long(
        "The scheduler of a cluster hands out the work, and workers do it; without either a build "
        "would wait for ever. A name that is wrong, a firewall, or tcp where tls is spoken look "
        "the same from here: nobody answers."
    ),
    "S048": Long(
        "The same content gives the same bytes wherever it is built. That holds only where the "
        "program, Python and the libraries are the same everywhere, so a worker with others does "
        "nothing."
    ),
    "S049": Long(
        "When a worker is lost, others do what it had begun. If all are lost, or if one piece ends "
        "every worker that begins it, as too little memory does, nobody is left to do it. Nothing "
        "was written: the site that stood still stands."
    ),
    "S050": Long(
        "Few directories are so large that one computer is not enough, so what runs a build on "
        "several is not installed with the rest."
    ),
    "S051": Long(
        "A system that runs out of memory ends the process that has most. Nothing was written. "
        "`sitegen build --jobs 1` takes one process, less memory and longer; try `sitegen check` "
        "again with less beside it."
    ),
}
