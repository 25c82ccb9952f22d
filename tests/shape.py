"""Counts the shape of the handwritten code and fails where a figure is worse than its budget; `nox -s shape`."""

from __future__ import annotations

import re
import sys
import tomllib
from contextlib import suppress
from inspect import stack
from pathlib import Path

import httpx
from safelight import AuthenticationError, Pilio

ROOT = Path(__file__).parents[1]
WRAPPERS = ROOT / "wrappers" / "safelight"
VENDORS = ("pilio", "perfect", "claid", "picwish", "youcam")
PRIVATE = r"(?<!self)(?<!cls)\._(?!exit\b|replace\b|repr_mimebundle_\b)[a-z]\w+"
"""A private name of something else. Not private for all their underscore: `os._exit` and the `_replace` of named tuples,
which Python's library documents, and the method that IPython calls on what a notebook shows."""


def sources(folder: Path) -> list[str]:
    """The text of every Python file in a folder."""
    return [path.read_text("utf-8") for path in sorted(folder.rglob("*.py"))]


def lines(folder: Path) -> int:
    """Lines of Python in a folder, documentation included."""
    return sum(text.count("\n") for text in sources(folder))


def matches(pattern: str, folder: Path) -> int:
    """How often a pattern stands in the Python of a folder."""
    return sum(len(re.findall(pattern, text, re.MULTILINE)) for text in sources(folder))


def frames() -> int:
    """Generators between the driver and the request of a status poll."""
    depths: list[int] = []

    def answer(request: httpx.Request) -> httpx.Response:
        driver = next(info.frame for info in stack() if "flow" in info.frame.f_locals)
        flow, depth = driver.f_locals["flow"], 0
        while flow is not None:
            flow, depth = getattr(flow, "gi_yieldfrom", None), depth + 1
        depths.append(depth)
        return httpx.Response(401)

    http_client = httpx.Client(transport=httpx.MockTransport(answer))
    with Pilio("key", http_client=http_client) as client, suppress(AuthenticationError):
        client.resume("17", operation="remove_background").result()
    return max(depths)


def figures() -> dict[str, int]:
    """Every figure by its name in the budget."""
    plugin = [
        path for path in (ROOT / "tests" / "plugins" / "acme").rglob("*") if path.suffix in {".py", ".toml"}
    ]
    lists = [
        path
        for path in WRAPPERS.rglob("*.py")
        if all(re.search(rf"\b{vendor}\b", path.read_text("utf-8"), re.IGNORECASE) for vendor in VENDORS)
    ]
    return {
        "lines of core and vendors": lines(WRAPPERS / "core") + lines(WRAPPERS / "vendors"),
        "lines of batch": lines(WRAPPERS / "batch"),
        "lines of agents": lines(WRAPPERS / "agents"),
        "lines of checks": lines(WRAPPERS / "checks"),
        "lines of compare": lines(WRAPPERS / "compare"),
        "lines of costs": lines(WRAPPERS / "costs"),
        "lines of routes": lines(WRAPPERS / "routes"),
        "lines of review": lines(WRAPPERS / "review"),
        "lines of sync": lines(WRAPPERS / "sync"),
        "lines of the command line": lines(WRAPPERS / "cli"),
        "lines of limits, previews, doctor and completion": sum(
            lines(WRAPPERS / folder) for folder in ("limits", "preview", "doctor", "completion")
        ),
        "lines of preparing pictures": lines(WRAPPERS / "prepare"),
        "lines of the sandbox": lines(WRAPPERS / "sandbox"),
        "operations written by hand": matches(r"^    @operation$", WRAPPERS / "vendors"),
        "lines of a fifth vendor": sum(path.read_text("utf-8").count("\n") for path in plugin),
        "frames of a status poll": frames(),
        "effects": matches(r"^class \w+\(Effect\[", WRAPPERS / "core"),
        "files that name all vendors": len(lists),
        "private names used in tests": matches(PRIVATE, ROOT / "tests"),
    }


def main() -> int:
    """Print the table; 1 if a figure is over its budget."""
    budgets: dict[str, int] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"][
        "safelight"
    ]["shape"]
    found = figures()
    for name, count in found.items():
        over = "" if count <= budgets[name] else "  OVER"
        print(f"{name:48} {count:7,} of {budgets[name]:7,}{over}")
    return int(any(count > budgets[name] for name, count in found.items()))


if __name__ == "__main__":
    sys.exit(main())
