"""The report: one HTML file with a contact sheet, times, errors by kind and cost; it loads nothing from elsewhere."""

from __future__ import annotations

import base64
import io
import math
import time
from collections.abc import Iterator
from html import escape
from itertools import islice
from pathlib import Path
from string import Template

from safelight.batch.batches import Batch
from safelight.batch.catalogue import work_of
from safelight.batch.progress import duration
from safelight.batch.records import Item
from safelight.batch.store import BatchRow, Counts
from safelight.core.base.outcome import Handle
from safelight.core.base.texts import counted
from safelight.core.base.verdict import Verdict

THUMB = 220
"""Pixels of the longer side of a picture on the contact sheet."""
PICTURES = (".png", ".jpg", ".jpeg", ".webp")
SUSPECTS_SHOWN = 24
LISTED = 200
"""Problems that are listed one by one."""


def write_report(batch: Batch, path: Path, pictures: int) -> None:
    """Write the report of a batch.

    Args:
        pictures: Most pairs on the contact sheet, spread evenly over the batch; they need Pillow.
    """
    counts, row = batch.status(), batch.row
    page = Template(PAGE).substitute(
        title=escape(batch.id),
        written=time.strftime("%Y-%m-%d %H:%M", time.localtime()),
        tiles="".join(_tiles(counts)),
        facts="".join(_facts(batch, row)),
        errors="".join(_errors(batch)),
        problems="".join((*_problems(batch), *_moved(batch), *_suspects(batch))),
        sheet="".join(_sheet(batch, counts, pictures)),
    )
    path.write_text(page, "utf-8", errors="backslashreplace")


def _tiles(counts: Counts) -> Iterator[str]:
    for value, name, kind in (
        (counts.done, "done", "good"),
        (counts.failed, "failed", "bad"),
        (counts.doubt, "in doubt", "warn"),
        (counts.held, "held", "warn"),
        (counts.suspect, "held for review" if counts.review else "suspect", "warn"),
        (counts.accepted, "accepted", "good"),
        (counts.rejected + counts.to_reject, "rejected", "bad"),
        (counts.to_redo, "to redo", "warn"),
        (counts.cancelled, "cancelled", ""),
        (counts.waiting + counts.in_flight, "not finished", ""),
    ):
        if value or name == "done":
            yield f'<div class="tile {kind}"><b>{value:,}</b><span>{name}</span></div>'
    yield f'<div class="tile"><b>{counts.credits:,.6g}</b><span>credits committed at most</span></div>'


def _facts(batch: Batch, row: BatchRow) -> Iterator[str]:
    seconds: list[float] = []
    first, last = math.inf, 0.0
    kinds: dict[str, int] = {}
    for item in batch.items("done"):
        name = f"{work_of(item.vendor, item.operation).facts.title}: {item.operation.replace('_', ' ')}"
        kinds[name] = kinds.get(name, 0) + 1
        if item.bought is not None and item.finished is not None:
            seconds.append(item.finished - item.bought)
            first, last = min(first, item.bought), max(last, item.finished)
    facts = [("Started", time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(row.created)))]
    facts += [("Results", f"{row.settings.get('out', '')}")]
    facts += [(name, f"{count:,} done") for name, count in kinds.items()]
    if seconds:
        seconds.sort()
        facts += [
            ("First purchase to last result", duration(last - first)),
            ("From purchase to saved file, median", f"{seconds[len(seconds) // 2]:.1f} s"),
            ("95th percentile", f"{seconds[int(len(seconds) * 0.95)]:.1f} s"),
        ]
        if last > first:
            facts.append(("Rate", f"{len(seconds) / (last - first) * 3600:,.0f} an hour"))
    if row.cap is not None:
        facts.append(("Cap", counted(row.cap, "credit")))
    for name, value in facts:
        yield f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>"


def _errors(batch: Batch) -> Iterator[str]:
    kinds = batch.store.errors(batch.id)
    if not kinds:
        return
    yield "<h2>Errors by kind</h2><table>"
    for state, kind, count in kinds:
        yield f"<tr><th>{escape(kind)}</th><td>{escape(state)}</td><td>{count:,}</td></tr>"
    yield "</table>"


def _problems(batch: Batch) -> Iterator[str]:
    shown = 0
    for item in batch.items("failed", "doubt", "held", "buying", "bought"):
        if item.error is None:  # all is well with it
            continue
        if shown == 0:
            yield "<h2>What went wrong</h2><table>"
        shown += 1
        if shown > LISTED:
            yield "<tr><td colspan=3>and more: <code>safelight batch status --problems</code></td></tr>"
            break
        yield (
            f"<tr><td>{escape(_short(item))}</td><td>{escape(item.state)}</td>"
            f"<td>{escape(item.error or '')}</td></tr>"
        )
    if shown:
        yield "</table>"


def _moved(batch: Batch) -> Iterator[str]:
    found = list(islice(batch.tried(), LISTED))
    if found:
        yield "<h2>Not done by the first vendor</h2><table>"
    for item, tried in found:
        why = "<br>".join(escape(str(one)) for one in tried)
        yield f"<tr><td>{escape(_short(item))}</td><td>{escape(f'{item.state}: {item.vendor}')}</td><td>{why}</td></tr>"
    if found:
        yield "</table>"


def _suspects(batch: Batch) -> Iterator[str]:
    found = list(islice(batch.verdicts(suspect=True), LISTED))
    if not found:
        return
    yield "<h2>Suspect results</h2><table>"
    for item, verdict in found:
        reasons = "; ".join(verdict.reasons.values())
        yield f"<tr><td>{escape(_short(item))}</td><td>{escape(reasons)}</td><td>{_figures(verdict)}</td></tr>"
    yield '</table><div class="sheet suspects">'
    yield from (_pair(item, verdict) for item, verdict in found[:SUSPECTS_SHOWN])
    yield "</div>"


def _sheet(batch: Batch, counts: Counts, pictures: int) -> Iterator[str]:
    if not pictures or not counts.done:
        return
    step = max(1, counts.done // pictures)
    shown = [item for place, item in enumerate(batch.items("done")) if place % step == 0][:pictures]
    ids = {item.id for item in shown}
    verdicts = {item.id: verdict for item, verdict in batch.verdicts() if item.id in ids}
    yield '<h2>Before and after</h2><div class="sheet">'
    yield from (_pair(item, verdicts.get(item.id)) for item in shown)
    yield "</div>"


def _pair(item: Item, verdict: Verdict | None) -> str:
    after = next((file for file in item.files if file.lower().endswith(PICTURES)), None)
    took = f"{item.finished - item.bought:.1f} s" if item.finished and item.bought else ""
    return (
        f"<figure>{_image(item.source, 'before')}{_image(after, 'after')}"
        f"<figcaption>{escape(_short(item))}<span>{took}</span>{_judged(verdict)}{_prepared(item)}</figcaption>"
        "</figure>"
    )


def _prepared(item: Item) -> str:
    """What was changed of a picture before it was sent, as its task's token tells."""
    lines = Handle.from_token(item.token).prepared if item.token else ()
    return "".join(f"<small>{escape(line)}</small>" for line in lines)


def _judged(verdict: Verdict | None) -> str:
    """What the check of a result found, in a word; all of it where the mouse rests."""
    if verdict is None:
        return ""
    kind = "b" if verdict.suspect else "span"
    return f'<{kind} title="{escape(f"{verdict} ({_figures(verdict)})")}">{verdict.short}</{kind}>'


def _figures(verdict: Verdict) -> str:
    return ", ".join(f"{name} {value:g}" for name, value in verdict.figures.items())


def _image(path: str | None, alt: str) -> str:
    thumb = None if path is None or "://" in path else _thumbnail(Path(path))
    if thumb is None:
        return f'<div class="none">no picture {alt}</div>'
    return f'<img loading="lazy" alt="{alt}" src="data:{thumb[0]};base64,{thumb[1]}">'


def _thumbnail(path: Path) -> tuple[str, str] | None:
    """A small copy as media type and base64; None where it cannot be made."""
    try:
        from PIL import ImageOps  # noqa: PLC0415 - a package of another extra

        from safelight.prepare.opening import open_picture  # noqa: PLC0415 - same

        with open_picture(path) as opened:
            picture = ImageOps.exif_transpose(opened)
            picture.thumbnail((THUMB, THUMB))
            kept = io.BytesIO()
            if "A" in picture.getbands() or "transparency" in picture.info:
                picture.convert("RGBA").save(kept, "WEBP", quality=75)
                return "image/webp", base64.b64encode(kept.getvalue()).decode()
            picture.convert("RGB").save(kept, "JPEG", quality=75)
            return "image/jpeg", base64.b64encode(kept.getvalue()).decode()
    except Exception:  # noqa: BLE001 - decoders have errors of many kinds, and no picture may stop the report
        return None


def _short(item: Item) -> str:
    return item.shown.rpartition("/")[2] or item.shown


PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>
:root{--bg:#f7f6f4;--card:#fff;--ink:#1d1b19;--soft:#6d675f;--line:#e4e0da;--good:#2f7d4f;--bad:#b3372b;--warn:#9a6a00}
@media(prefers-color-scheme:dark){:root{--bg:#191715;--card:#24211e;--ink:#f0ece6;--soft:#a59d92;--line:#3a3530;
--good:#6cc08b;--bad:#f08a7d;--warn:#e0b352}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1180px;padding:32px 20px 64px;background:var(--bg);color:var(--ink);
font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
h1{font-size:24px;margin:0;overflow-wrap:anywhere}h2{font-size:17px;margin:36px 0 12px}.soft{color:var(--soft)}
.tiles{display:flex;flex-wrap:wrap;gap:12px;margin:24px 0}
.tile{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:12px 18px;min-width:120px}
.tile b{display:block;font-size:26px;line-height:1.2;font-variant-numeric:tabular-nums}.tile span{color:var(--soft)}
.good b{color:var(--good)}.bad b{color:var(--bad)}.warn b{color:var(--warn)}
table{border-collapse:collapse;width:100%;background:var(--card);border:1px solid var(--line);border-radius:10px}
th,td{text-align:left;padding:7px 14px;border-top:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
tr:first-child>*{border-top:0}th{font-weight:500;color:var(--soft);width:300px}
td:first-child{min-width:20ch}td:not(:first-child,:last-child){overflow-wrap:normal}
.sheet{display:grid;grid-template-columns:repeat(auto-fill,minmax(330px,1fr));gap:14px}
.suspects{margin-top:14px}
figure{margin:0;background:var(--card);border:1px solid var(--line);border-radius:10px;padding:10px;
display:grid;grid-template-columns:1fr 1fr;gap:8px}
figure img,.none{width:100%;aspect-ratio:1;object-fit:contain;border-radius:6px;background-color:var(--bg)}
figure img:nth-of-type(2){background:repeating-conic-gradient(#cfcac3 0 25%,#efece8 0 50%) 0 0/16px 16px}
.none{display:grid;place-items:center;color:var(--soft);font-size:13px}
figcaption{grid-column:1/-1;display:flex;justify-content:space-between;gap:12px;font-size:13px;overflow-wrap:anywhere}
figcaption span{color:var(--soft);white-space:nowrap}figcaption{flex-wrap:wrap}small{flex-basis:100%;color:var(--soft)}
figcaption b{color:var(--warn)}
</style></head><body>
<h1>$title</h1><div class="soft">Batch report, written $written</div>
<div class="tiles">$tiles</div>
<table>$facts</table>
$errors
$problems
$sheet
</body></html>
"""
