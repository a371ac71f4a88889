"""Files and folders: names, places, photos."""

from __future__ import annotations

from sitegen.messages.message import Long

LONG: dict[str, Long] = {
    "P050": Long(
        "The name of a file becomes the address of a page. Addresses are read out on the phone, "
        "printed and typed by hand; capitals, blanks and accents get lost on the way.",
        "profiles/Amina Diallo.md",
        "profiles/amina-diallo.md",
        "",
    ),
    "P051": Long(
        "Everything in this folder is published, so everything in it has a known place. What is "
        "not expected is told and never passed over, or a page would be missing and nobody would "
        "know why. Keep notes and drafts in another folder.",
        "profiles/amina-diallo.docx",
        "profiles/amina-diallo.md",
        "",
    ),
    "P052": Long(
        "A link, or shortcut, points to a file somewhere else, which may be another one tomorrow, "
        "or one that was never meant to be seen. Only what lies here itself is published."
    ),
    "P053": Long(
        "The site has pages of its own, such as the search or the list of skills. Your file would "
        "want the same address as one of them.",
        "pages/skills.md",
        "pages/our-skills.md",
        "",
    ),
    "P054": Long(
        "A page shows one portrait. With two files nobody could say which one you want to be seen "
        "with.",
        "profiles/tom-baker.jpg\nprofiles/tom-baker.png",
        "profiles/tom-baker.jpg",
        "",
    ),
    "P056": Long(
        "A photo finds its page by its name alone. Here no profile has that name, so nobody would "
        "see the photo, and nobody would answer for it.",
        "profiles/amina-diallo.md\nprofiles/amina.jpg",
        "profiles/amina-diallo.md\nprofiles/amina-diallo.jpg",
        "",
    ),
    "P057": Long(
        "Portraits are drawn anew in two sizes, without the place and the camera that a photo "
        "carries along. That needs a picture that can be opened, is large enough and stands "
        "still. If your telephone saves HEIC, export it as JPEG."
    ),
    "P058": Long(
        "A telephone writes into a photo where and when it was taken, often the place where "
        "somebody lives. What was public once stays in copies, so this is taken out before: "
        "the picture is drawn anew and the rest stays behind."
    ),
    "P059": Long(
        "A photo is shown a few centimetres wide, and every copy of the directory carries it for "
        "ever. A photo as it comes out of a telephone can be made smaller by one command."
    ),
}
