"""The page: every result on a checkerboard, on white and on a colour, with its figures; one file that loads nothing."""

from __future__ import annotations

import base64
import io
import time
import warnings
from collections.abc import Sequence
from html import escape
from pathlib import Path
from string import Template

from PIL import Image, ImageOps

from safelight.compare.entries import Comparison, Entry
from safelight.compare.figures import COLOUR, COLUMNS, by_vendor, facts, opinion, summary
from safelight.prepare.opening import open_picture, orientation_of
from safelight.vendors import vendors

SIDE = 720
"""Pixels of the longer side of a picture on the page; a click opens the file itself."""


def write_page(made: Comparison, note: str = "") -> None:
    """Write the page of a comparison."""
    name = made.operation.replace("_", " ")
    photos = dict.fromkeys(entry.photo for entry in made.entries)
    sections = "".join(
        _photo(photo, [entry for entry in made.entries if entry.photo == photo], made.page.parent)
        for photo in photos
    )
    page = Template(PAGE).substitute(
        title=escape(name),
        written=time.strftime("%Y-%m-%d %H:%M", time.localtime()),
        note=f'<p class="note">{escape(note)}</p>' if note else "",
        colour=COLOUR,
        tools=TOOLS if 'class="shot tone"' in sections else "",
        head="".join(f"<th>{column}</th>" for column in COLUMNS),
        rows="".join(_row(title, entries) for title, entries in by_vendor(made.entries)),
        left_out="".join(
            f"<li><b>{escape(vendors()[vendor].title)}</b> was not asked: {escape(reason)}</li>"
            for vendor, reason in made.left_out.items()
        ),
        photos=sections,
    )
    made.page.write_text(page, "utf-8", errors="backslashreplace")


def _row(title: str, entries: Sequence[Entry]) -> str:
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in summary(entries))
    return f"<tr><th>{escape(title)}</th>{cells}</tr>"


def _photo(photo: Path, entries: Sequence[Entry], folder: Path) -> str:
    shown = [(entry, None if entry.error else picture(entry.files)) for entry in entries]
    clear = any(image is not None and image.mode == "RGBA" for _, image in shown)
    backgrounds = ("board", "white", "tone") if clear else ("plain",)
    source = picture([photo])
    cards = "".join(_card(entry, image, backgrounds, folder) for entry, image in shown)
    before = "" if source is None else f'<div class="shot" style="{_inline(source)}"></div>'
    size = "" if source is None else f"{source.info['width']} x {source.info['height']}"
    return (
        f'<section><h2>{escape(photo.name)}</h2><div class="grid" style="--rows:{len(backgrounds) + 1}">'
        f'<figure class="source"><figcaption><h3>Source</h3><p>{size}</p></figcaption>{before}</figure>'
        f"{cards}</div></section>"
    )


def _card(entry: Entry, image: Image.Image | None, backgrounds: Sequence[str], folder: Path) -> str:
    title = f"<h3>{escape(entry.title)}</h3>"
    if entry.error is not None:
        said = f'<p class="bad">{escape(type(entry.error).__name__)}</p><p>{escape(str(entry.error))}</p>'
        return f'<figure class="failed"><figcaption>{title}{said}</figcaption></figure>'
    suspect = entry.verdict is not None and entry.verdict.suspect
    kind = "bad" if suspect else "good" if entry.verdict and not entry.verdict.unchecked else "soft"
    told = (
        ""
        if entry.verdict is None
        else f'<p class="{kind}" title="{escape(str(entry.verdict))}">{escape(opinion(entry))}</p>'
    )
    changes = "".join(f"<p>{escape(line)}</p>" for line in entry.prepared)
    caption = f"<figcaption>{title}<p>{_spans(entry)}</p>{told}{changes}</figcaption>"
    if image is None:
        return f'<figure>{caption}<div class="none">{escape(", ".join(path.name for path in entry.files)) or "no file"}</div></figure>'
    link = escape("/".join(entry.files[0].relative_to(folder).parts))
    shots = "".join(f'<a class="shot {background}" href="{link}"></a>' for background in backgrounds)
    return f'<figure style="{_inline(image)}">{caption}{shots}</figure>'


def _spans(entry: Entry) -> str:
    """The figures of an entry, of which none is broken over lines."""
    return " ".join(f"<span>{escape(text)}</span>" for text in facts(entry))


def picture(files: Sequence[Path]) -> Image.Image | None:
    """The first of some files as a picture for the page, with its own size in `info`; None where none is one."""
    for path in files:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", Image.DecompressionBombWarning)
                opened = open_picture(path)
            with opened:
                size = opened.size if orientation_of(opened) < 5 else opened.size[::-1]
                opened.thumbnail((SIDE, SIDE))  # a JPEG is decoded at a smaller size
                upright = ImageOps.exif_transpose(opened)
                clear = "A" in upright.getbands() or "transparency" in upright.info
                made = upright.convert("RGBA" if clear else "RGB")
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            continue
        made.info = {"width": size[0], "height": size[1]}
        return made
    return None


def _inline(image: Image.Image) -> str:
    kept = io.BytesIO()
    image.save(kept, "WEBP", quality=86)
    encoded = base64.b64encode(kept.getvalue()).decode()
    return f"--shown:url(data:image/webp;base64,{encoded});--shape:{image.width}/{image.height}"


TOOLS = f"""<label class="tools">Colour behind the results
<input type="color" value="{COLOUR}" oninput="document.documentElement.style.setProperty('--tone',this.value)"></label>
"""

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title: vendors compared</title>
<style>
:root{--bg:#f6f5f2;--card:#fff;--ink:#1c1a18;--soft:#6d675f;--line:#e3dfd8;--good:#2f7d4f;--bad:#b3372b;--tone:$colour}
@media(prefers-color-scheme:dark){:root{--bg:#181614;--card:#232019;--ink:#f0ece6;--soft:#a59d92;--line:#3a3530;
--good:#6cc08b;--bad:#f08a7d}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1720px;padding:36px 28px 72px;background:var(--bg);color:var(--ink);
font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
h1{font-size:27px;letter-spacing:-.01em;margin:0}h1::first-letter{text-transform:uppercase}
h2{font-size:18px;margin:44px 0 14px;overflow-wrap:anywhere}h3{font-size:15px;margin:0}
.soft{color:var(--soft)}.good{color:var(--good)}.bad{color:var(--bad);font-weight:600}
.note{background:var(--card);border-left:3px solid var(--tone);padding:10px 14px;max-width:860px}
table{border-collapse:separate;border-spacing:0;background:var(--card);border:1px solid var(--line);border-radius:12px;
margin-top:24px;overflow:hidden;font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:9px 20px 9px 16px;border-top:1px solid var(--line);white-space:nowrap}
thead th{border-top:0;color:var(--soft);font-weight:500}tbody th{font-weight:600}
.tools{display:flex;gap:10px;align-items:center;margin:18px 0 0;color:var(--soft)}
.tools input{width:38px;height:26px;padding:0;border:1px solid var(--line);border-radius:6px;background:none}
.grid{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(215px,1fr);
grid-template-rows:repeat(var(--rows),auto);gap:10px 14px;overflow-x:auto;padding-bottom:6px}
figure{margin:0;display:grid;grid-row:1/-1;grid-template-rows:subgrid;gap:10px;background:var(--card);
border:1px solid var(--line);border-radius:14px;padding:14px}
figcaption p{margin:2px 0 0;font-size:13px;color:var(--soft);overflow-wrap:anywhere}
figcaption span{white-space:nowrap;margin-right:8px}
figcaption p.good{color:var(--good)}figcaption p.bad{color:var(--bad)}
.shot,.none{display:block;align-self:start;width:100%;aspect-ratio:1;border-radius:8px;background-position:center;
background-repeat:no-repeat;background-size:contain;background-image:var(--shown)}
.source{grid-row:1/3}.source .shot{background-color:var(--bg)}
.board{background-image:var(--shown),repeating-conic-gradient(#cbc7c0 0 25%,#f1eeea 0 50%);
background-size:contain,20px 20px;background-repeat:no-repeat,repeat}
.white{background-color:#fff;box-shadow:inset 0 0 0 1px var(--line)}.tone{background-color:var(--tone)}
.plain{background-color:var(--bg)}
.none{display:grid;place-items:center;color:var(--soft);background:var(--bg);font-size:13px;padding:10px;text-align:center}
.failed{background:color-mix(in srgb,var(--bad) 8%,var(--card));border-color:color-mix(in srgb,var(--bad) 35%,var(--line))}
ul{padding-left:18px;color:var(--soft)}
</style></head><body>
<h1>$title</h1><div class="soft">Vendors compared on the same pictures, $written</div>
$note
<table><thead><tr>$head</tr></thead><tbody>$rows</tbody></table>
<ul>$left_out</ul>
$tools
$photos
</body></html>
"""
