"""A labelled set of results, good and spoilt, made from photographs: seeded, so that every run sees the same ones."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps
from safelight.sandbox.images.cutout import cut_out
from safelight.sandbox.images.decode import Picture

DATA = Path(__file__).parents[1] / "data"
TUNED_ON = ("astronaut", "chelsea", "coffee")
"""The thresholds were chosen while looking at these; the other photographs were looked at only when they stood."""
HELD_OUT = ("rocket", "raccoon")


@dataclass
class Sample:
    """One result with its label.

    Attributes:
        kind: How it is spoilt, by the name of the reason; None where it is good.
        how: What was done, for the table.
    """

    kind: str | None
    how: str
    vendor: str
    operation: str
    source: bytes
    result: bytes
    arguments: Mapping[str, object] = field(default_factory=dict)
    label: str | None = None


@dataclass
class Scene:
    """A picture and its true cutout: what the source shows, and where its subject is."""

    source: Image.Image
    alpha: Image.Image

    @property
    def cutout(self) -> Image.Image:
        made = self.source.convert("RGBA")
        made.putalpha(self.alpha)
        return made

    @property
    def box(self) -> tuple[int, int, int, int]:
        found = self.alpha.point(lambda level: 255 * (level > 127)).getbbox()
        assert found is not None
        return found


@cache
def photograph(name: str) -> Image.Image:
    return Image.open(DATA / f"{name}.jpg").convert("RGB")


@cache
def sandbox_cutout(name: str) -> Image.Image:
    """The cutout that the sandbox makes of a photograph."""
    colour = np.asarray(photograph(name))[:, :, ::-1].copy()
    made = cut_out(Picture(colour, None, "JPEG"))
    assert made.alpha is not None
    cutout = photograph(name).convert("RGBA")
    cutout.putalpha(Image.fromarray(made.alpha))
    return cutout


# Scenes


def as_photographed(name: str, _chance: random.Random) -> Scene:
    """A photograph as it is: its subject may be cut off by the photograph's own edge."""
    return Scene(photograph(name), sandbox_cutout(name).getchannel("A"))


def on_a_background(name: str, others: Sequence[str], chance: random.Random) -> Scene:
    """The subject of a photograph, whole within the frame, on a studio's background or another photograph."""
    wide, high = chance.choice([(640, 480), (480, 640), (720, 720), (900, 600)])
    subject = sandbox_cutout(name)
    subject = subject.crop(subject.getchannel("A").getbbox())
    # A subject that its photograph cuts off gets an outline of its own, as no real one has a flat side.
    mask = Image.new("L", subject.size, 0)
    ImageDraw.Draw(mask).ellipse((1, 1, subject.width - 2, subject.height - 2), fill=255)
    alpha = Image.fromarray(np.minimum(np.asarray(mask), np.asarray(subject.getchannel("A"))))
    subject.putalpha(alpha.filter(ImageFilter.GaussianBlur(0.8)))
    return _placed(subject, _background(others, (wide, high), chance), chance)


def box_on_a_background(name: str, others: Sequence[str], chance: random.Random) -> Scene:
    """A box or a print, whose edges are as straight as a wrong cut is."""
    photo = photograph(name)
    left, top = chance.randrange(photo.width // 3), chance.randrange(photo.height // 3)
    part = photo.crop((left, top, left + photo.width // 2, top + photo.height // 2)).convert("RGBA")
    size = chance.choice([(640, 480), (480, 640), (720, 720)])
    return _placed(part, _background(others, size, chance), chance)


def pale_box(name: str, others: Sequence[str], chance: random.Random) -> Scene:
    """A white box on a white ground, whose edges hardly show."""
    ground = chance.randrange(232, 244)
    paper = np.random.default_rng(chance.randrange(1 << 30)).normal(
        ground + chance.randrange(9, 14), 1.0, (200, 300, 3)
    )
    box = Image.fromarray(np.clip(paper, 0, 255).astype(np.uint8))
    label = photograph(name).resize((120, 90)).convert("L").convert("RGB")
    box.paste(label, (chance.randrange(20, 160), chance.randrange(20, 90)))
    return _placed(box.convert("RGBA"), Image.new("RGB", (640, 480), (ground, ground, ground)), chance)


def _background(others: Sequence[str], size: tuple[int, int], chance: random.Random) -> Image.Image:
    if chance.random() < 0.4:
        blur = chance.choice([0.0, 2.0, 6.0])
        return ImageOps.fit(photograph(chance.choice(others)), size).filter(ImageFilter.GaussianBlur(blur))
    light = chance.randrange(120, 250)
    rows = np.linspace(light, light - chance.randrange(0, 60), size[1])[:, None, None]
    noise = np.random.default_rng(chance.randrange(1 << 30)).normal(
        0, chance.choice([0.5, 2.0]), (size[1], size[0], 3)
    )
    tint = np.array([chance.uniform(-8, 8) for _ in range(3)])
    return Image.fromarray(np.clip(rows + tint + noise, 0, 255).astype(np.uint8))


def _placed(subject: Image.Image, background: Image.Image, chance: random.Random) -> Scene:
    scale = chance.uniform(0.3, 0.8) * min(
        background.width / subject.width, background.height / subject.height
    )
    subject = subject.resize(
        (max(40, round(subject.width * scale)), max(40, round(subject.height * scale))),
        Image.Resampling.LANCZOS,
    )
    left = chance.randrange(4, max(5, background.width - subject.width - 4))
    top = chance.randrange(4, max(5, background.height - subject.height - 4))
    alpha = Image.new("L", background.size, 0)
    alpha.paste(subject.getchannel("A"), (left, top))
    source = background.copy()
    source.paste(subject, (left, top), subject)
    return Scene(source, alpha)


# Files


def saved(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    kept = io.BytesIO()
    image.save(kept, kind, **options)
    return kept.getvalue()


def photo_file(image: Image.Image, chance: random.Random) -> bytes:
    return saved(image, "JPEG", quality=chance.randrange(75, 97))


# Cutouts, good and spoilt


def whole(scene: Scene, chance: random.Random) -> tuple[str, bytes, dict[str, object]]:
    return "whole frame", saved(scene.cutout), {}


def trimmed(scene: Scene, chance: random.Random) -> tuple[str, bytes, dict[str, object]]:
    return (
        "cropped to its subject",
        saved(scene.cutout.crop(scene.box)),
        {"trim_transparent_background": True},
    )


def with_margin(scene: Scene, chance: random.Random) -> tuple[str, bytes, dict[str, object]]:
    left, top, right, bottom = scene.box
    margin = chance.randrange(1, 30)
    box = (
        max(0, left - margin),
        max(0, top - margin),
        min(scene.source.width, right + margin),
        min(scene.source.height, bottom + margin),
    )
    return "cropped with a margin", saved(scene.cutout.crop(box)), {"trim_transparent_background": True}


def reduced(scene: Scene, chance: random.Random) -> tuple[str, bytes, dict[str, object]]:
    scale = chance.uniform(0.6, 1.0)
    size = round(scene.source.width * scale), round(scene.source.height * scale)
    return "a little smaller", saved(scene.cutout.resize(size, Image.Resampling.LANCZOS)), {}


def other_edge(scene: Scene, chance: random.Random) -> tuple[str, bytes, dict[str, object]]:
    """A tighter, looser or softer edge."""
    alpha = scene.alpha
    choice = chance.randrange(3)
    if choice == 0:
        alpha = alpha.filter(ImageFilter.MinFilter(3))
    elif choice == 1:
        alpha = alpha.filter(ImageFilter.MaxFilter(5))
    else:
        alpha = alpha.filter(ImageFilter.GaussianBlur(chance.uniform(1, 3)))
    return "another edge", saved(Scene(scene.source, alpha).cutout), {}


def other_file(scene: Scene, chance: random.Random) -> tuple[str, bytes, dict[str, object]]:
    toned = ImageEnhance.Brightness(scene.source).enhance(chance.uniform(0.97, 1.04))
    return "lossy WebP", saved(Scene(toned, scene.alpha).cutout, "WEBP", quality=chance.randrange(70, 95)), {}


GOOD_CUTOUTS = (whole, trimmed, with_margin, reduced, other_edge, other_file)


def nothing(scene: Scene, chance: random.Random) -> tuple[str, bytes, dict[str, object]]:
    choice = chance.randrange(3)
    alpha = Image.new("L", scene.source.size, 0)
    if choice == 1:  # specks
        for _ in range(chance.randrange(1, 6)):
            alpha.putpixel((chance.randrange(alpha.width), chance.randrange(alpha.height)), 255)
    elif choice == 2:  # a ghost
        alpha = scene.alpha.point(lambda level: level // 5)
    return ("all clear", "specks", "a ghost")[choice], saved(Scene(scene.source, alpha).cutout), {}


def everything(scene: Scene, chance: random.Random) -> tuple[str, bytes, dict[str, object]]:
    choice = chance.randrange(3)
    if choice == 0:
        return "no transparency", saved(scene.source), {}
    alpha = Image.new("L", scene.source.size, 255)
    if choice == 2:
        side = chance.randrange(2, 20)
        alpha.paste(0, (5, 5, 5 + side, 5 + side))
    return ("", "all opaque", "a hole")[choice], saved(Scene(scene.source, alpha).cutout), {}


def _line(
    scene: Scene, chance: random.Random
) -> tuple[str, tuple[int, int, int, int], tuple[int, int, int, int]]:
    """A side, the subject's box without a part at that side, and that part."""
    left, top, right, bottom = scene.box
    depth = chance.uniform(0.08, 0.45)
    across, down = round((right - left) * depth), round((bottom - top) * depth)
    wide, high = scene.source.size
    return chance.choice(
        [
            ("left", (left + across, top, right, bottom), (0, 0, left + across, high)),
            ("right", (left, top, right - across, bottom), (right - across, 0, wide, high)),
            ("top", (left, top + down, right, bottom), (0, 0, wide, top + down)),
            ("bottom", (left, top, right, bottom - down), (0, bottom - down, wide, high)),
        ]
    )


def cropped_into(scene: Scene, chance: random.Random) -> tuple[str, bytes, dict[str, object]]:
    side, kept, _ = _line(scene, chance)
    return (
        f"cropped into at the {side}",
        saved(scene.cutout.crop(kept)),
        {"trim_transparent_background": True},
    )


def erased(scene: Scene, chance: random.Random) -> tuple[str, bytes, dict[str, object]]:
    side, _, lost = _line(scene, chance)
    alpha = scene.alpha.copy()
    alpha.paste(0, lost)
    return f"erased at the {side}", saved(Scene(scene.source, alpha).cutout), {}


def pushed_out(scene: Scene, chance: random.Random) -> tuple[str, bytes, dict[str, object]]:
    side, kept, _ = _line(scene, chance)
    made = Image.new("RGBA", scene.source.size, (0, 0, 0, 0))
    part = scene.cutout.crop(kept)
    where = {
        "left": (0, kept[1]),
        "right": (made.width - part.width, kept[1]),
        "top": (kept[0], 0),
        "bottom": (kept[0], made.height - part.height),
    }[side]
    made.paste(part, where)
    return f"pushed out at the {side}", saved(made), {}


def colourless(scene: Scene, chance: random.Random) -> tuple[str, bytes, dict[str, object]]:
    level = chance.choice([0, 90, 255])
    made = Image.new("RGBA", scene.source.size, (level, level, level, 0))
    made.putalpha(scene.alpha)
    return "a silhouette", saved(made), {}


def tiny(scene: Scene, chance: random.Random) -> tuple[str, bytes, dict[str, object]]:
    scale = chance.uniform(0.1, 0.42)
    size = round(scene.source.width * scale), round(scene.source.height * scale)
    return "a thumbnail", saved(scene.cutout.resize(size, Image.Resampling.LANCZOS)), {}


SPOILT_CUTOUTS = {
    "empty": (nothing,),
    "full": (everything,),
    "cut": (cropped_into, erased, pushed_out),
    "plain": (colourless,),
    "small": (tiny,),
}


def cutouts(scene: Scene, chance: random.Random) -> Iterator[Sample]:
    """Every way in which a cutout can be good, and one for each in which it can be spoilt."""
    source = photo_file(scene.source, chance)
    scene = Scene(Image.open(io.BytesIO(source)).convert("RGB"), scene.alpha)
    for make in GOOD_CUTOUTS:
        how, result, arguments = make(scene, chance)
        yield Sample(None, how, "pilio", "remove_background", source, result, arguments)
    for kind, ways in SPOILT_CUTOUTS.items():
        for make in ways:
            how, result, arguments = make(scene, chance)
            yield Sample(kind, how, "pilio", "remove_background", source, result, arguments)


# Other pictures, good and spoilt


def edits(name: str, chance: random.Random) -> Iterator[Sample]:
    """Pictures that are edited and stay whole, and what goes wrong with them."""
    photo = photograph(name)
    photo = photo.crop(
        (
            chance.randrange(20),
            chance.randrange(20),
            photo.width - chance.randrange(20),
            photo.height - chance.randrange(20),
        )
    )
    source = photo_file(photo, chance)
    photo = Image.open(io.BytesIO(source)).convert("RGB")
    quality = chance.randrange(70, 96)

    def edited(kind: str | None, how: str, operation: str, made: Image.Image, **options: object) -> Sample:
        content = saved(made, "JPEG", quality=quality) if options.get("lossy", True) else saved(made)
        return Sample(kind, how, "youcam", operation, source, content)

    yield edited(
        None, "more contrast", "enhance", ImageEnhance.Contrast(photo).enhance(chance.uniform(1.1, 1.6))
    )
    yield edited(None, "sharper", "enhance", photo.filter(ImageFilter.UnsharpMask(2, 150)))
    yield edited(
        None, "brighter", "brighten", ImageEnhance.Brightness(photo).enhance(chance.uniform(1.06, 1.4))
    )
    yield edited(
        None,
        "a little brighter",
        "brighten",
        ImageEnhance.Brightness(photo).enhance(chance.uniform(1.04, 1.06)),
    )
    yield edited(None, "a patch is gone", "remove_object", _patched(photo, chance))
    grey = saved(photo.convert("L"), "JPEG", quality=90)
    yield Sample(None, "colourized", "youcam", "colorize", grey, saved(photo, "JPEG", quality=quality))
    smaller = photo.resize((round(photo.width * 0.75), round(photo.height * 0.75)), Image.Resampling.LANCZOS)
    yield edited(None, "enhanced, a little smaller", "enhance", ImageEnhance.Contrast(smaller).enhance(1.2))
    for factor in (2, 4):
        large = photo.resize(
            (photo.width * factor // 2, photo.height * factor // 2), Image.Resampling.LANCZOS
        )
        half = photo_file(photo.resize((photo.width // 2, photo.height // 2)), chance)
        yield Sample(
            None, f"{factor} times as large", "pilio", "upscale", half, saved(large), {"type": f"{factor}X"}
        )
        short = photo.resize(
            (photo.width * factor // 4, photo.height * factor // 4), Image.Resampling.LANCZOS
        )
        yield Sample(
            "small",
            "half of the size asked for",
            "pilio",
            "upscale",
            half,
            saved(short),
            {"type": f"{factor}X"},
        )
    yield Sample(
        "small",
        "a thumbnail",
        "youcam",
        "enhance",
        source,
        photo_file(photo.resize((photo.width // 4, photo.height // 4)), chance),
    )

    flat = Image.new("RGB", photo.size, tuple(chance.randrange(256) for _ in range(3)))
    yield edited("plain", "one colour", "enhance", flat)
    noise = np.random.default_rng(chance.randrange(1 << 30)).normal(128, 0.8, (photo.height, photo.width, 3))
    yield edited("plain", "one colour with noise", "remove_object", Image.fromarray(noise.astype(np.uint8)))
    yield Sample("unchanged", "the same file", "youcam", "remove_object", source, source)
    yield edited("unchanged", "the same, encoded again", "enhance", photo)
    yield edited("unchanged", "the same as PNG", "remove_object", photo, lossy=False)
    again = photo.resize((round(photo.width * 0.9), round(photo.height * 0.9)), Image.Resampling.LANCZOS)
    yield edited("unchanged", "the same, a little smaller", "enhance", again)

    mask = sandbox_cutout(name).getchannel("A")
    yield Sample(
        None, "a mask", "picwish", "remove_background", source, saved(mask), {"output": "mask"}, "mask"
    )
    level = chance.choice([0, 255])
    yield Sample(
        "plain",
        "a mask of one level",
        "picwish",
        "remove_background",
        source,
        saved(mask.point(lambda _: level)),
        {"output": "mask"},
        "mask",
    )
    whole_file = saved(photo)
    yield Sample(
        "damaged",
        "the end is missing",
        "youcam",
        "enhance",
        source,
        whole_file[: int(len(whole_file) * chance.uniform(0.2, 0.9))],
    )


def _patched(photo: Image.Image, chance: random.Random) -> Image.Image:
    """A photograph in which a small thing was painted over, as a remover does."""
    side = chance.randrange(24, 70)
    left, top = chance.randrange(photo.width - side), chance.randrange(photo.height - side)
    made = photo.copy()
    level = tuple(
        round(float(value))
        for value in np.asarray(photo.crop((left, top, left + side, top + side))).mean(axis=(0, 1))
    )
    shifted = tuple(min(255, value + 14) if value < 128 else value - 14 for value in level)
    made.paste(shifted, (left, top, left + side, top + side))
    return made


def samples(names: Sequence[str], seed: int, rounds: int) -> Iterator[Sample]:
    """The set of some photographs."""
    chance = random.Random(seed)
    for name in names:
        others = [other for other in names if other != name]
        scenes: list[Callable[[], Scene]] = [lambda name=name: as_photographed(name, chance)]
        for _ in range(rounds):
            scenes.append(lambda name=name, others=others: on_a_background(name, others, chance))
            scenes.append(lambda name=name, others=others: box_on_a_background(name, others, chance))
            scenes.append(lambda name=name, others=others: pale_box(name, others, chance))
        for scene in scenes:
            yield from cutouts(scene(), chance)
        for _ in range(rounds):
            yield from edits(name, chance)
