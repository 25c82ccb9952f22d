"""Measure Safelight against what a user would pick instead.

    python -m benchmarks [NAME...] [--rounds N] [--list] [--write]

A name is that of a row or the beginning of several. Without one, all are measured, which takes some fifteen minutes.
`--write` puts the table into docs/performance.md; a row that was not measured keeps the line that it has there.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from datetime import UTC, datetime
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.rows import Result, Row

GROUPS = ("calls", "transfers", "waiting", "batches", "starting")
"""Modules of rows, in the order of the table."""
PAGE = Path(__file__).parents[2] / "docs" / "performance.md"
BEGIN, END = "<!-- table: made by nox -s bench -- --write -->", "<!-- end of the table -->"
HEAD = ("| what | ours | peer | ratio: median (range) | goal | |", "| --- | --- | --- | --- | --- | --- |")
PEERS = ("httpx", "httpcore", "aiohttp", "urllib3", "boto3", "awscli", "dbos", "attrs")


def main() -> int:
    """Run the rows that were asked for; the exit code is 1 where a goal is not met."""
    parser = argparse.ArgumentParser(prog="nox -s bench --")
    parser.add_argument("names", nargs="*", help="rows, or how their names begin")
    parser.add_argument("--rounds", type=int, help="rounds of every row, in place of its own")
    parser.add_argument("--list", action="store_true", help="only list the rows")
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    given = parser.parse_args()
    rows = every_row()
    chosen = [row for row in rows if not given.names or row.name.startswith(tuple(given.names))]
    if not chosen:
        parser.error(f"no row begins with {', '.join(given.names)}; --list shows them")
    if given.list:
        print("\n".join(f"{row.name:24} {row.what}" for row in chosen))
        return 0
    print(machine(), *HEAD, sep="\n", flush=True)
    results: list[Result] = []
    failed: list[str] = []
    for row in chosen:
        try:
            results.append(row.run(given.rounds))
        except (RuntimeError, OSError, ValueError) as error:
            failed.append(f"{row.name}: {error}")
            print(f"| {row.what} | failed | | | | |", flush=True)
        else:
            print(results[-1].line(), flush=True)
    met = sum(result.met for result in results)
    print(f"\n{met} of {len(chosen)} goals met", *failed, sep="\n")
    if given.write:
        write(rows, results)
    return 0 if met == len(chosen) else 1


def every_row() -> list[Row]:
    """All rows, in the order of the table."""
    rows = [row for group in GROUPS for row in import_module(f"benchmarks.{group}").ROWS]
    if len({row.what for row in rows}) < len(rows):
        raise ValueError("two rows have the same words, by which the table of the page is renewed")
    return rows


def machine() -> str:
    """What was measured, on what, and when."""
    found: list[str] = []
    for name in PEERS:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"no {name}")
    return (
        f"Safelight {version('safelight')}, Python {platform.python_version()}, {os.cpu_count()} processors, "
        f"{platform.system()} {platform.release()}, {datetime.now(UTC):%Y-%m-%d}; {', '.join(found)}\n"
    )


def write(rows: list[Row], results: list[Result]) -> None:
    """Renew the lines of the page that were measured."""
    before, _, rest = PAGE.read_text().partition(BEGIN)
    old, _, after = rest.partition(END)
    measured = {result.row.what: result.line() for result in results}
    kept = {
        line.split(" | ")[0].removeprefix("| "): line for line in old.splitlines() if line.startswith("| ")
    }
    lines = [
        measured.get(row.what) or kept.get(row.what) or f"| {row.what} | not measured | | | | |"
        for row in rows
    ]
    PAGE.write_text("\n".join([before + BEGIN, "", machine(), *HEAD, *lines, "", END + after]))


if __name__ == "__main__":
    sys.exit(main())
