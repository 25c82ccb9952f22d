"""The contact sheet: the same grid as the page, as one PNG."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont

from safelight.compare.entries import Comparison, Entry
from safelight.compare.figures import COLOUR, facts, opinion
from safelight.compare.page import picture

CELL, GAP, MARGIN = 240, 16, 36
LINE = 20
CAPTION = 4 * LINE + 8
"""Pixels of a vendor's name and figures."""
TITLE = 84
PAPER, INK, SOFT, GOOD, BAD = "#f6f5f2", "#1c1a18", "#6d675f", "#2f7d4f", "#b3372b"
MOST_PIXELS = 120_000_000
"""A sheet with more photographs than fit is cut off; the page has them all."""


def write_sheet(made: Comparison, note: str = "") -> None:
    """Write the contact sheet of a comparison."""
    photos = list(dict.fromkeys(entry.photo for entry in made.entries))
    blocks = [(photo, [entry for entry in made.entries if entry.photo == photo]) for photo in photos]
    columns = 1 + max(len(entries) for _, entries in blocks)
    wide = 2 * MARGIN + columns * CELL + (columns - 1) * GAP
    drawn = [_Block(photo, entries) for photo, entries in blocks]
    high = TITLE + (LINE if note else 0) + MARGIN
    fitting: list[_Block] = []
    for block in drawn:
        if fitting and (high + block.height) * wide > MOST_PIXELS:
            break
        fitting.append(block)
        high += block.height
    sheet = Image.new("RGB", (wide, high), PAPER)
    pen = ImageDraw.Draw(sheet)
    title = made.operation.replace("_", " ").capitalize()
    pen.text((MARGIN, MARGIN - 12), f"{title}: vendors compared", INK, _font(26))
    if note:
        pen.text((MARGIN, MARGIN + 24), note, SOFT, _font(14))
    top = TITLE + (LINE if note else 0)
    for block in fitting:
        block.draw(sheet, pen, top)
        top += block.height
    sheet.save(made.sheet, optimize=False, compress_level=6)


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


class _Block:
    """The results of one photograph: the source and a column for each vendor."""

    def __init__(self, photo: Path, entries: Sequence[Entry]) -> None:
        self._photo = photo
        self._entries = entries
        self._source = picture([photo])
        self._shown = [None if entry.error else picture(entry.files) for entry in entries]
        clear = any(image is not None and image.mode == "RGBA" for image in self._shown)
        self._backgrounds = ("board", "white", "colour") if clear else ("paper",)

    @property
    def height(self) -> int:
        if self._source is None and all(entry.error for entry in self._entries):  # there is nothing but text
            return (4 + max(len(_reason(entry)) for entry in self._entries)) * LINE + GAP
        return 2 * LINE + CAPTION + len(self._backgrounds) * (CELL + GAP) + GAP

    def draw(self, sheet: Image.Image, pen: ImageDraw.ImageDraw, top: int) -> None:
        pen.text((MARGIN, top), _cut(self._photo.name, 60), INK, _font(19))
        top += 2 * LINE - 4
        pen.text((MARGIN, top), "Source", INK, _font(16))
        if self._source is not None:
            pen.text(
                (MARGIN, top + LINE + 2),
                f"{self._source.info['width']} x {self._source.info['height']}",
                SOFT,
                _font(13),
            )
            _place(sheet, self._source, (MARGIN, top + CAPTION), "paper")
        else:
            pen.text((MARGIN, top + LINE + 2), "cannot be shown", SOFT, _font(13))
        for number, (entry, image) in enumerate(zip(self._entries, self._shown, strict=True), 1):
            self._column(sheet, pen, (MARGIN + number * (CELL + GAP), top), entry, image)

    def _column(
        self,
        sheet: Image.Image,
        pen: ImageDraw.ImageDraw,
        at: tuple[int, int],
        entry: Entry,
        image: Image.Image | None,
    ) -> None:
        left, top = at
        pen.text((left, top), entry.title, INK, _font(16))
        if entry.error is not None:
            pen.text((left, top + LINE + 2), type(entry.error).__name__, BAD, _font(13))
            for row, line in enumerate(_reason(entry)):
                pen.text((left, top + (row + 2) * LINE), line, SOFT, _font(13))
            return
        texts = facts(entry)
        for row, line in enumerate((" · ".join(texts[:2]), " · ".join(texts[2:]))):
            pen.text((left, top + (row + 1) * LINE), line, SOFT, _font(13))
        suspect = entry.verdict is not None and entry.verdict.suspect
        pen.text((left, top + 3 * LINE), _cut(opinion(entry), 36), BAD if suspect else GOOD, _font(13))
        for row, background in enumerate(self._backgrounds):
            if image is not None:
                _place(sheet, image, (left, top + CAPTION + row * (CELL + GAP)), background)


def _place(sheet: Image.Image, image: Image.Image, at: tuple[int, int], background: str) -> None:
    cell = _ground(background)
    small = image.copy()
    small.thumbnail((CELL, CELL))
    corner = ((CELL - small.width) // 2, (CELL - small.height) // 2)
    cell.paste(small, corner, small if small.mode == "RGBA" else None)
    sheet.paste(cell, at)


def _ground(background: str) -> Image.Image:
    if background != "board":
        colour = {"white": "#ffffff", "colour": COLOUR}.get(background, "#eae7e1")
        return Image.new("RGB", (CELL, CELL), ImageColor.getrgb(colour))
    board = Image.new("RGB", (CELL, CELL), "#f1eeea")
    pen = ImageDraw.Draw(board)
    step = 12
    for row in range(0, CELL, step):
        for column in range((row // step % 2) * step, CELL, 2 * step):
            pen.rectangle((column, row, column + step - 1, row + step - 1), fill="#cbc7c0")
    return board


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 3]}..."


def _reason(entry: Entry) -> list[str]:
    """Why there is no result, in lines."""
    return _wrapped(str(entry.error), _font(13))[:8]


def _wrapped(text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont) -> list[str]:
    """Lines that fit a column; a longer word, such as a task's id, is broken."""
    lines = [""]
    for word in text.split():
        if lines[-1] and font.getlength(f"{lines[-1]} {word}") <= CELL:
            lines[-1] += f" {word}"
            continue
        lines.append("")
        for letter in word:
            if font.getlength(lines[-1] + letter) > CELL:
                lines.append("")
            lines[-1] += letter
    return [line for line in lines if line]
