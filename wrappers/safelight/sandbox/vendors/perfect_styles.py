"""Style groups and styles of Perfect's features, with ids as large as the vendor's."""

import zlib
from functools import cache

from safelight.sandbox.jsontypes import JsonObject, whole_number

# Above 2^53, as the ids of the vendor's samples are: a client that reads them as doubles breaks here.
_FIRST_GROUP = 18213963761051000
_FIRST_STYLE = 22205685004925000
_TOKEN_BASE = 13045969587275000

_TITLES = {
    "hairstyle": {
        "Female": "Long Wave, Layered Bob, Pixie, Low Bun, Curtain Bangs, Beach Waves, Sleek Straight",
        "Male": "Crew Cut, Side Part, Slick Back, Textured Crop, Quiff",
        "Short": "Bowl, Buzz, Shag, Wedge",
        "Long": "Braid, Ponytail, Spiral, Fishtail",
    },
    "wig": {
        "Classic": "Chestnut Long, Auburn Bob, Platinum Waves, Raven Straight",
        "Curly": "Tight Coils, Soft Ringlets, Big Curls",
    },
    "hair_extension": {
        "Length": "Shoulder, Mid Back, Waist",
        "Texture": "Straight, Wavy, Curly",
    },
    "hair_bang": {"Bangs": "Blunt, Wispy, Curtain, Side Swept, Baby"},
    "hair_volume": {"Volume": "Light, Medium, Full"},
    "image_generator": {
        "Art": "Watercolour, Oil Painting, Ink Drawing, Pop Art",
        "Photo": "Studio, Film Grain, Golden Hour",
    },
}
_PLENTY = 24


@cache
def _catalogue(feature: str) -> dict[int, tuple[str, dict[int, str]]]:
    """Return a feature's groups by id: title, and styles by id."""
    offset = zlib.crc32(feature.encode()) % 500_000
    catalogue: dict[int, tuple[str, dict[int, str]]] = {}
    groups = {title: names.split(", ") for title, names in _TITLES[feature].items()}
    if feature == "hairstyle":
        # More styles than a page holds, so that paging has something to page through.
        groups["Trending"] = [f"Look {number}" for number in range(1, _PLENTY + 1)]
    for place, (title, names) in enumerate(groups.items()):
        group = _FIRST_GROUP + offset + place
        first = _FIRST_STYLE + offset + place * 100
        catalogue[group] = (title, {first + index: name for index, name in enumerate(names)})
    return catalogue


def index_of(token: str) -> int | None:
    """Return the index that a page token stands for, or None for a foreign token."""
    number = whole_number(token, len(str(_TOKEN_BASE)))
    return None if number is None or number < _TOKEN_BASE else number - _TOKEN_BASE


def following(start: int, size: int, total: int) -> str | None:
    """Return the token of the page after one; None after the last."""
    return str(_TOKEN_BASE + start + size) if start + size < total else None


def groups(feature: str) -> list[JsonObject]:
    """Return a feature's style groups."""
    return [{"id": group, "info": {"title": title}} for group, (title, _) in _catalogue(feature).items()]


def styles(feature: str, group: int | None, url: str) -> list[JsonObject]:
    """Return a feature's styles, of one group or of all."""
    return [
        {"id": style, "info": {"title": name, "thumb": f"{url}/sandbox/thumb/{style}.png"}}
        for place, (_, names) in _catalogue(feature).items()
        if group in {None, place}
        for style, name in names.items()
    ]


def title(feature: str, group: int, style: int) -> str:
    """Return the title of a style; empty if the group has no such style."""
    _, styles = _catalogue(feature).get(group, ("", {}))
    return styles.get(style, "")
