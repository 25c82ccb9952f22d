"""Taking a vendor's published document over into our spec, and all that follows from it."""

from __future__ import annotations

import copy
import json
import sys
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from .breaking import find_breakages
from .compare import compare, describe
from .document import operations, parse
from .errors import ToolchainError
from .fetch import kept, remember, summary
from .generate import generate
from .merge import Outcome, merge
from .publication import obtain
from .rewriting import rewrite

if TYPE_CHECKING:
    from pathlib import Path

    from .compare import Difference
    from .document import Document
    from .layout import Layout

_UNRELEASED = "## [Unreleased]\n"
_CHANGED = "### Changed\n\n"


def adopt(
    layout: Layout,
    vendor: str,
    *,
    source: str | None = None,
    address: str | None = None,
    prune: bool = False,
    again: bool = False,
    dry_run: bool = False,
    changelog: bool = False,
) -> int:
    """Change a vendor's spec to what its published document says, generate, and print what a person must know.

    Args:
        layout: The repository.
        vendor: Whose spec.
        source: A file or URL to read instead of the vendor's published address.
        address: Where that file was published.
        prune: Remove what only our spec has.
        again: Take the differences too that were left when the spec was last held against a document.
        dry_run: Print what would be done, and change nothing.
        changelog: Add a line to the changelog.

    Returns:
        The exit status, 0.

    Raises:
        ToolchainError: There is no usable document, or our spec would not be usable any more; nothing has changed then.
    """
    path = layout.spec(vendor)
    if not path.exists():
        raise ToolchainError(f"{path} does not exist")
    text = path.read_text(encoding="utf-8")
    before = parse(text.encode(), str(path))
    publication = obtain(vendor, source)
    if address:
        publication = replace(publication, address=address)
    after = copy.deepcopy(before)
    known = [] if again else kept(layout.published(vendor)) or []
    keys = {json.dumps(difference, sort_keys=True) for difference in known}
    outcome = merge(publication.document, after, prune=prune, known=keys)
    changed = rewrite(text, after)
    sys.stdout.write(summary(publication) + report(outcome, before, after))
    line = changelog_line(vendor, outcome)
    if line:
        sys.stdout.write(f"Changelog:\n{line}")
    if dry_run:
        return 0
    if changed != text:
        _write(layout, path, text, changed)
    remember(layout.published(vendor), publication, compare(publication.document, after), after)
    if changelog and line:
        _add_line(layout.root / "CHANGELOG.md", line)
    sys.stdout.write(_breakages(layout))
    return 0


def report(outcome: Outcome, before: Document, after: Document) -> str:
    """What was taken, what was not, and what a person must decide now."""
    parts = [_section("Taken over", outcome.taken)]
    if outcome.left:
        told = ", ".join(
            f"{number} {kind}" for kind, number in sorted(Counter(one.kind for one in outcome.left).items())
        )
        parts.append(
            f"Left, for answers are lenient and nothing is removed without --prune (`fetch` lists them): {told}\n"
        )
    if outcome.known:
        parts.append(f"Left as they were before: {len(outcome.known)} (--again takes them too).\n")
    parts.append(_section("To be decided by a person", outcome.open))
    old = {str(operation.get("operationId")) for _, _, operation in operations(before)}
    new = [str(one["operationId"]) for _, _, one in operations(after) if one.get("operationId") not in old]
    if new:
        parts.append(
            "Operations that are only in the wire package until a person writes their x-task-api (role, billing, inputs,"
            " methods), summary, description and examples:\n" + "".join(f"  {name}\n" for name in new)
        )
    return "".join(parts)


def changelog_line(vendor: str, outcome: Outcome) -> str:
    """A line for the changelog; empty if nothing was taken."""
    counts = Counter(
        f"{'removed' if one.published is None else 'new' if one.ours is None else 'changed'} {one.kind}"
        for one in outcome.taken
    )
    if not counts:
        return ""
    told = ", ".join(f"{kind} ({number})" for kind, number in sorted(counts.items()))
    return f"- The spec of `{vendor}` follows its published document: {told}.\n"


def _section(heading: str, differences: list[Difference]) -> str:
    return f"{heading}: {len(differences)}\n{describe(differences)}" if differences else ""


def _write(layout: Layout, path: Path, old: str, new: str) -> None:
    path.write_text(new, encoding="utf-8", newline="\n")
    try:
        generate(layout)
    except ToolchainError:
        path.write_text(old, encoding="utf-8", newline="\n")
        raise


def _breakages(layout: Layout) -> str:
    try:
        lines = find_breakages(layout, "HEAD")
    except ToolchainError as error:
        return f"What breaks users is unknown: {error}\n"
    return f"Breaks users: {len(lines)}\n" + "".join(f"  {line}\n" for line in lines)


def _add_line(path: Path, line: str) -> None:
    """Add a line to what changed and is not released yet."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    head, mark, rest = text.partition(_UNRELEASED)
    if not mark:
        raise ToolchainError(f"{path} has no heading {_UNRELEASED.strip()!r}")
    unreleased, next_mark, released = rest.partition("\n## [")
    if _CHANGED in unreleased:
        unreleased = unreleased.replace(_CHANGED, _CHANGED + line, 1)
    else:
        unreleased = f"\n{_CHANGED}{line}{unreleased}"
    path.write_text(head + mark + unreleased + next_mark + released, encoding="utf-8", newline="\n")
