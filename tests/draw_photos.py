"""Draws the photos of the sample profiles: cut paper, nobody's face. `python tests/draw_photos.py`.

Each person is a stack of sheets, drawn at twice the size; a sheet is a smooth closed line through
a few points, cut a little unevenly, and throws a soft shadow on the sheets below.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

Point = tuple[float, float]

PROFILES = Path(__file__).parent.parent / "content" / "profiles"
WIDTH, HEIGHT = 640, 800
SCALE = 2
NEARER = 1.2  # the person, larger around a point between the eyes
BETWEEN_EYES = (320, 350)
SHADOW = "#2a211a"


class Collage:
    """Sheets of paper laid over each other."""

    def __init__(self, slug: str, ground: str) -> None:
        self.hand = random.Random(slug)  # noqa: S311  # an unsteady hand, not a secret
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), ground)

    def sheet(
        self,
        points: Iterable[Point],
        colour: str,
        *,
        within: Image.Image | None = None,
        lift: int = 5,
        straight: bool = False,
    ) -> Image.Image:
        """Lay a sheet and return its outline; `within` cuts it to another sheet, without shadow."""
        uneven = [(x + self.hand.uniform(-2, 2), y + self.hand.uniform(-2, 2)) for x, y in points]
        outline = Image.new("L", self.image.size)
        ImageDraw.Draw(outline).polygon(_pixels(uneven if straight else _smooth(uneven)), fill=255)
        if within is not None:
            outline = ImageChops.multiply(outline, within)
        elif lift:
            fallen = Image.new("L", outline.size)
            fallen.paste(outline, (-lift, lift * 2))
            soft = fallen.filter(ImageFilter.GaussianBlur(lift * 2.4))
            self.image.paste(SHADOW, mask=soft.point(lambda level: level * 0.3))
        self.image.paste(colour, mask=outline)
        return outline

    def line(self, points: Iterable[Point], colour: str, width: int) -> None:
        """A thin strip along a line."""
        ImageDraw.Draw(self.image).line(
            _pixels(points), fill=colour, width=width * SCALE, joint="curve"
        )

    def ring(self, centre: Point, radii: Point, colour: str, width: int) -> None:
        """An empty oval, as of spectacles."""
        (x, y), (across, down) = centre, radii
        box = _pixels([(x - across, y - down), (x + across, y + down)])
        ImageDraw.Draw(self.image).ellipse(box, outline=colour, width=width * SCALE)

    def jpeg(self) -> bytes:
        stream = BytesIO()
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        small.save(stream, "JPEG", quality=85, optimize=True)
        return stream.getvalue()


def _pixels(points: Iterable[Point]) -> list[Point]:
    """Places in the large picture."""
    across, down = BETWEEN_EYES
    return [
        ((across + (x - across) * NEARER) * SCALE, (down + (y - down) * NEARER) * SCALE)
        for x, y in points
    ]


def _smooth(points: list[Point], steps: int = 14) -> list[Point]:
    """A closed Catmull-Rom curve through the points."""
    line = []
    for index in range(len(points)):
        a, b, c, d = (points[(index + shift) % len(points)] for shift in (-1, 0, 1, 2))
        for step in range(steps):
            t = step / steps
            x, y = (
                b[i]
                + t * (c[i] - a[i]) / 2
                + t**2 * (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i]) / 2
                + t**3 * (3 * b[i] - a[i] - 3 * c[i] + d[i]) / 2
                for i in (0, 1)
            )
            line.append((x, y))
    return line


def at(points: str) -> list[Point]:
    """`320,198 376,212` → points."""
    return [(float(x), float(y)) for x, _, y in (point.partition(",") for point in points.split())]


def mirrored(points: str) -> list[Point]:
    """Points of the right side, from the top down, and the same on the left."""
    right = at(points)
    left = [(WIDTH - x, y) for x, y in reversed(right) if x != WIDTH / 2]
    return [*right, *left]


HEAD = mirrored("320,198 376,212 412,258 417,318 404,384 374,434 320,458")
NECK = mirrored("320,380 366,390 368,470 384,530 360,580 320,592")


def backdrop(paper: Collage, hill: str, disc: str, centre: Point, radius: float) -> None:
    """A disc and a rise behind the person."""
    x, y = centre
    k = radius * 0.72
    round_ = [
        (x, y - radius),
        (x + k, y - k),
        (x + radius, y),
        (x + k, y + k),
        (x, y + radius),
        (x - k, y + k),
        (x - radius, y),
        (x - k, y - k),
    ]
    paper.sheet(round_, disc, lift=3)
    paper.sheet(at("-80,640 120,590 330,640 520,600 740,560 800,900 -100,900"), hill, lift=4)


def bust(paper: Collage, cloth: str) -> None:
    """Shoulders: one sheet."""
    paper.sheet(mirrored("320,556 388,548 475,584 558,634 594,720 610,880 320,900"), cloth)


def face(paper: Collage, skin: str, shade: str) -> Image.Image:
    """Neck, ears and head; one half of the face lies in the shade, the nose is its edge."""
    neck = paper.sheet(NECK, skin, lift=2)
    paper.sheet(at("260,420 320,484 380,420 392,470 330,520 256,480"), shade, within=neck)
    for x in (222, 418):
        paper.sheet(
            [(x, 300), (x + 14, 322), (x + 8, 358), (x, 372), (x - 8, 358), (x - 14, 322)],
            skin,
            lift=0,
        )
    head = paper.sheet(HEAD, skin, lift=4)
    paper.sheet(
        at("320,150 326,260 322,300 346,362 322,376 330,420 318,480 460,470 470,300 430,150"),
        shade,
        within=head,
    )
    return head


def nadia(paper: Collage) -> None:
    backdrop(paper, "#5d7d78", "#d9c9a5", (452, 262), 128)
    hair, light = "#33272a", "#4a393b"
    paper.sheet(mirrored("320,146 404,164 456,226 470,312 482,400 462,470 408,492 320,480"), hair)
    bust(paper, "#27474a")
    face(paper, "#c99a78", "#b58463")
    paper.sheet(
        at(
            "300,150 376,156 430,214 440,318 414,300 392,250 338,232 276,246 240,290 "
            "224,342 204,316 206,236 244,178"
        ),
        hair,
    )
    paper.sheet(at("300,166 352,168 392,198 344,190 282,206"), light, lift=0)
    paper.sheet(at("210,560 262,536 330,572 402,534 442,566 400,628 330,650 250,632"), "#c08a3e")
    paper.sheet(at("330,620 388,606 420,700 428,830 350,830 346,720"), "#b07a30")


def oscar(paper: Collage) -> None:
    backdrop(paper, "#8c6a4f", "#dfd2b8", (190, 272), 118)
    bust(paper, "#6d3b2c")
    paper.sheet(at("262,556 378,556 352,790 288,790"), "#d8cdb4", lift=0, straight=True)
    face(paper, "#b98560", "#a3714d")
    hair = "#3b3836"
    paper.sheet(
        at(
            "318,156 384,166 424,214 430,300 416,318 408,262 372,226 300,232 244,246 "
            "230,318 212,300 212,214 254,168"
        ),
        hair,
    )
    paper.sheet(at("214,250 230,240 232,322 218,322"), "#86807a", lift=0)
    paper.sheet(at("408,240 426,250 422,322 410,322"), "#86807a", lift=0)
    paper.sheet(
        at("322,388 352,390 372,408 346,408 320,402 294,408 268,408 290,390"), "#57514d", lift=1
    )
    for side in (-1, 1):
        collar = [
            (320, 606),
            (320 + side * 58, 532),
            (320 + side * 84, 572),
            (320 + side * 40, 656),
        ]
        paper.sheet(collar, "#e6dcc6", lift=3, straight=True)
        lapel = [
            (320 + side * 62, 552),
            (320 + side * 92, 556),
            (320 + side * 124, 664),
            (320 + side * 92, 676),
            (320 + side * 104, 694),
            (320, 836),
            (320 + side * 26, 700),
        ]
        paper.sheet(lapel, "#7d4736", lift=3, straight=True)


def wairimu(paper: Collage) -> None:
    backdrop(paper, "#7b8c5c", "#e0c9a2", (320, 300), 196)
    hair = "#241d1d"
    paper.sheet(mirrored("320,114 362,118 384,144 376,176 320,190"), hair)
    bust(paper, "#6a3550")
    face(paper, "#7b4e38", "#68402d")
    paper.sheet(
        at(
            "320,160 388,174 424,222 428,292 404,258 366,234 320,228 274,234 236,258 "
            "212,292 216,222 252,174"
        ),
        hair,
    )
    paper.sheet(at("246,172 320,152 394,172 402,198 320,180 238,198"), "#b8562f", lift=3)
    for x in (216, 424):
        paper.sheet([(x, 376), (x + 11, 392), (x, 412), (x - 11, 392)], "#d2a94e", lift=2)
    paper.sheet(mirrored("320,606 378,566 402,556 390,592 320,648"), "#d2a94e", lift=2)


def priya(paper: Collage) -> None:
    backdrop(paper, "#a86f4f", "#ecdcc0", (196, 262), 126)
    hair = "#29211f"
    paper.sheet(at("430,380 478,392 492,440 466,482 416,480 396,436"), hair)
    paper.sheet(mirrored("320,170 396,188 434,250 436,340 420,420 320,440"), hair)
    bust(paper, "#3f5f5b")
    face(paper, "#a9744f", "#94623f")
    paper.sheet(
        at(
            "286,158 352,150 412,186 440,256 436,356 418,330 404,268 356,226 290,206 "
            "256,250 232,310 214,348 202,300 210,224 240,180"
        ),
        hair,
    )
    paper.sheet(at("288,204 352,186 402,220 352,204"), "#77706b", lift=0)
    paper.sheet(at("176,590 236,566 330,660 452,776 480,880 250,880 120,760 110,650"), "#8f3f45")
    paper.sheet(at("222,570 240,566 336,656 462,772 452,786 326,676"), "#d9b26a", lift=1)


def ingrid(paper: Collage) -> None:
    backdrop(paper, "#5b7184", "#dfe0d8", (452, 262), 120)
    hair, light = "#c9b893", "#d8cbad"
    paper.sheet(mirrored("320,152 398,168 444,226 452,320 458,410 440,446 392,440 320,430"), hair)
    bust(paper, "#2f4257")
    face(paper, "#e2bfa2", "#d2a98a")
    paper.sheet(
        at(
            "320,148 394,160 440,216 450,330 430,420 412,330 404,270 352,262 300,266 "
            "242,272 230,330 212,420 190,330 200,216 246,160"
        ),
        hair,
    )
    paper.sheet(at("270,172 330,164 310,204 262,250 240,246 246,200"), light, lift=0)
    for x in (276, 364):
        paper.ring((x, 330), (35, 30), "#3a3a40", 5)
    paper.line([(310, 326), (320, 322), (330, 326)], "#3a3a40", 5)
    paper.sheet(mirrored("320,500 376,492 390,530 398,584 320,612"), "#3b5169", lift=4)
    paper.line([(256, 548), (320, 562), (384, 548)], "#2f4257", 3)


def bongani(paper: Collage) -> None:
    backdrop(paper, "#a9884c", "#e7d9bd", (190, 270), 118)
    bust(paper, "#38506b")
    head = face(paper, "#5f3d2d", "#4f3123")
    hair, beard = "#2a2523", "#9c958d"
    paper.sheet(
        at(
            "320,184 382,196 418,244 420,290 402,262 372,238 320,232 268,238 238,262 "
            "220,290 222,244 258,196"
        ),
        hair,
        lift=2,
    )
    paper.sheet(
        at(
            "220,350 240,372 268,388 320,382 372,388 400,372 422,350 424,430 380,490 "
            "320,500 260,490 216,430"
        ),
        beard,
        within=head,
    )
    paper.sheet(mirrored("320,408 346,410 350,420 320,426"), "#4f3123", lift=0)
    for side in (-1, 1):
        collar = [
            (320, 608),
            (320 + side * 60, 530),
            (320 + side * 92, 570),
            (320 + side * 48, 666),
        ]
        paper.sheet(collar, "#e9e2d2", lift=3, straight=True)
    paper.line([(320, 626), (320, 800)], "#2c415a", 3)


PEOPLE: Mapping[str, tuple[str, Callable[[Collage], None]]] = {
    "bongani-dlamini": ("#c2a66f", bongani),
    "ingrid-solheim": ("#9db0bb", ingrid),
    "nadia-benali": ("#86a39b", nadia),
    "oscar-quispe-mamani": ("#b3946f", oscar),
    "priya-raghunathan": ("#cf9f77", priya),
    "wairimu-njeri": ("#a8b184", wairimu),
}


def drawn(slug: str) -> bytes:
    """The photo of one person, as JPEG; the same bytes each time."""
    ground, draw = PEOPLE[slug]
    paper = Collage(slug, ground)
    draw(paper)
    return paper.jpeg()


def main() -> None:
    for slug in PEOPLE:
        (PROFILES / f"{slug}.jpg").write_bytes(drawn(slug))


if __name__ == "__main__":
    main()
