"""How a vendor's published document differs from our spec, now and when it was last looked at."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from .compare import Difference, compare, describe
from .count import count
from .document import load, operations
from .publication import Publication, obtain

if TYPE_CHECKING:
    from pathlib import Path

    from .document import Document
    from .layout import Layout


def report_publication(
    layout: Layout,
    vendor: str,
    *,
    source: str | None,
    address: str | None = None,
    as_json: bool = False,
    record: bool = False,
    check: bool = False,
) -> int:
    """Print how our spec and a published document differ.

    Args:
        layout: The repository.
        vendor: Whose document.
        source: A file or URL to read instead of the vendor's published address.
        address: Where that file was published, if it is to be recorded.
        as_json: Print JSON instead of lines.
        record: Keep the differences, if they are others than those kept.
        check: Compare with the differences kept.

    Returns:
        The exit status: 1 if the differences were to be checked and are not those kept.

    Raises:
        ToolchainError: The vendor publishes nothing, or what came is no usable OpenAPI document.
    """
    publication = obtain(vendor, source)
    if address:
        publication = replace(publication, address=address)
    ours = load(layout.spec(vendor))
    differences = compare(publication.document, ours)
    if as_json:
        shown = {"vendor": vendor, "sha256": publication.sha256, "differences": listed(differences)}
        sys.stdout.write(json.dumps(shown, indent=2) + "\n")
    else:
        sys.stdout.write(summary(publication))
        sys.stdout.write(describe(differences))
    changed = kept(layout.published(vendor)) != listed(differences)
    if record and changed:
        remember(layout.published(vendor), publication, differences, ours)
    return 1 if check and changed else 0


def summary(publication: Publication) -> str:
    """Which document was read, in a line."""
    count = len(list(operations(publication.document)))
    return (
        f"Published document: {publication.size} bytes, {count} operations, sha256 {publication.sha256},"
        f" {publication.address}\n"
    )


def listed(differences: list[Difference]) -> list[dict[str, Any]]:
    return [difference.to_json() for difference in differences]


def remember(path: Path, publication: Publication, differences: list[Difference], ours: Document) -> None:
    """Write down which document a spec was held against, and the differences that were left; no text of it."""
    counts = ", ".join(
        f"{json.dumps(kind)}: {numbers}" for kind, numbers in count(publication.document, ours).items()
    )
    head = {
        "address": publication.address,
        "date": datetime.now(UTC).date().isoformat(),
        "sha256": publication.sha256,
    }
    lines = ",\n".join(f"    {json.dumps(difference)}" for difference in listed(differences))
    text = (
        json.dumps(head, indent=2).removesuffix("\n}")
        + f',\n  "counts": {{{counts}}},\n  "differences": [\n{lines}\n  ]\n}}\n'
    )
    path.write_text(text, encoding="utf-8", newline="\n")


def kept(path: Path) -> list[dict[str, Any]] | None:
    """The differences written down last; None where there are none."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))["differences"]
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None
    return found if isinstance(found, list) else None
