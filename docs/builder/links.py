"""Finds links and pictures of the built site that lead nowhere, also those that no Markdown page holds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class _Page(HTMLParser):
    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors = {"", "__top"}
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.anchors.add(value)
            if value and (name == "src" or (name == "href" and tag == "a")):
                self.links.append(value)


def broken(site: Path) -> list[str]:
    """What leads nowhere, a line each."""
    pages = [path for path in sorted(site.rglob("*.html")) if path.name != "404.html"]
    return [f"{path.relative_to(site)}: {link}" for path in pages for link in _broken(path, site)]


@cache
def _read(path: Path) -> _Page:
    return _Page(path)


def _broken(path: Path, site: Path) -> Iterator[str]:
    for link in _read(path).links:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        start = site if parts.path.startswith("/") else path.parent
        target = (start / unquote(parts.path).lstrip("/")).resolve() if parts.path else path
        if target.is_dir():
            target /= "index.html"
        if not target.is_file() or (
            parts.fragment
            and target.suffix == ".html"
            and unquote(parts.fragment) not in _read(target).anchors
        ):
            yield link
