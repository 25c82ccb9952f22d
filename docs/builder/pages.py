"""Lays out the pages of the site: the Markdown of ``docs/``, with what is generated put in its place."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from safelight.agents.guide import skill
from safelight.cli.app import cli
from safelight.vendors import vendor_of

from builder import operations, pictures

DOCS = Path(__file__).parents[1]
ROOT = DOCS.parent
STAGED = ROOT / "build" / "docs"
"""The pages as Zensical reads them."""
OTHERS = ("CHANGELOG.md", "CONTRIBUTING.md")
"""Pages of the repository's root that are part of the site."""
MARK = "<!-- operations -->"
"""Stands on a vendor's page, which has the vendor's name, where its operations go."""
PAGE = re.compile(r"\]\((?:\.\./)?([^()]+)\.md\)")
"""A link to a page, which the site has in a folder of its own."""
FENCE = re.compile(r"^( *```\w+)(?: \w+)+$", re.MULTILINE)
"""A code block with words for the tests, such as ``python runnable``, which the site does not know."""


def stage(shown: dict[tuple[str, str], pictures.Shown]) -> None:
    """Write the pages to `STAGED`; `shown` is what `make_pictures` returned."""
    for old in STAGED.rglob("*.md"):
        old.unlink()
    for page in DOCS.rglob("*.md"):
        _write(page, page.relative_to(DOCS), shown)
    for name in OTHERS:
        _write(ROOT / name, Path(name), shown)
    shutil.copy(Path(__file__).with_name("site.css"), STAGED)
    (STAGED / "llms.txt").write_text(llms_txt((DOCS / "index.md").read_text("utf-8")), "utf-8")
    (STAGED / "skill.txt").write_text(skill(cli), "utf-8")


def llms_txt(index: str) -> str:
    """The index as https://llmstxt.org has it: the pages with what they are about, as links of the site.

    Args:
        index: The text of ``docs/index.md``.
    """
    parts = index.split("\n## ")
    title, _, about = parts[0].partition("\n\n")
    about = " ".join(about.partition("\n\n")[0].split())
    guide = "- [Command line for agents](skill.txt): rules, every operation with its price, every command with its options"
    lines = [title, "", f"> {about}", "", "## For agents", "", guide, ""]
    for part in parts[1:]:
        heading, *text = part.split("\n")
        links = [line for line in re.sub(r"\n +", " ", "\n".join(text)).split("\n") if line.startswith("- ")]
        if links:
            lines += [f"## {heading}", "", *(PAGE.sub(r"](\1/)", line) for line in links), ""]
    return "\n".join(lines)


def make_pictures() -> dict[tuple[str, str], pictures.Shown]:
    """Make the pictures of the vendor pages."""
    folder = STAGED / "pictures"
    shutil.rmtree(folder, ignore_errors=True)
    return pictures.make(folder)


def _write(page: Path, place: Path, shown: dict[tuple[str, str], pictures.Shown]) -> None:
    text = page.read_text("utf-8")
    if page.parent.name == "vendors":
        text = text.replace(MARK, operations.written(vendor_of(page.stem), shown))
    target = STAGED / place
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(adapted(text, page), "utf-8")


def adapted(text: str, page: Path) -> str:
    """A page as the site needs it: code without words for the tests, links to the site's place of a page."""
    text = FENCE.sub(r"\1", text)
    if page.parent == ROOT:
        return text.replace("](docs/", "](")
    up = "../" * (len(page.relative_to(DOCS).parents) - 1)
    text = text.replace(f"]({up}../README.md", f"]({up}index.md")
    for name in OTHERS:
        text = text.replace(f"]({up}../{name}", f"]({up}{name}")
    return text
