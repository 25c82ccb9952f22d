"""What a benchmark compares: two commands, run in turn in fresh processes, and the goal for their ratio."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from typing import Literal, TypeAlias

import attrs

PROGRAMS = Path(__file__).parent / "programs"
ROUNDS = 5
Figure: TypeAlias = Literal["cpu", "wall", "printed"]
World: TypeAlias = Callable[[], AbstractContextManager[Mapping[str, str]]]


def nothing() -> AbstractContextManager[Mapping[str, str]]:
    """The world of commands that need no server."""
    return nullcontext({})


@attrs.frozen
class Command:
    """What is run once a round.

    Attributes:
        words: The command; `{name}` stands for a value of the row's world.
        figure: `cpu` and `wall` are seconds of the whole process and its children; `printed` is the number that the
            command prints last, such as seconds of processor time a call.
    """

    words: Sequence[str]
    figure: Figure = "printed"

    def measure(self, values: Mapping[str, str], timeout: float) -> float:
        """Run it in an empty folder and return its figure; raises `RuntimeError` where it fails."""
        words = [word.format_map(values) if "{" in word else word for word in self.words]
        with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as out:
            before = getrusage(RUSAGE_CHILDREN)
            began = time.perf_counter()
            done = subprocess.run(
                words,
                check=False,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.PIPE,
                cwd=folder,
                timeout=timeout,
            )
            wall = time.perf_counter() - began
            after = getrusage(RUSAGE_CHILDREN)
            out.seek(0)
            printed = out.read()
        if done.returncode != 0:
            raise RuntimeError(
                f"{' '.join(words[:3])} failed: {done.stderr.decode(errors='replace')[-2000:]}"
            )
        if self.figure == "printed":
            return float(json.loads(printed.split()[-1]))
        if self.figure == "wall":
            return wall
        return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def program(name: str, *arguments: str, figure: Figure = "printed") -> Command:
    """One of our programs, on the Python that runs the benchmark."""
    return Command([sys.executable, str(PROGRAMS / name), *arguments], figure)


@attrs.frozen
class Row:
    """One figure of the table, and its goal.

    Attributes:
        name: How `nox -s bench -- NAME` calls it.
        ours: What is measured.
        peer: What a user would pick instead; without one the figure itself is the result.
        at_most: The goal for the ratio of ours to the peer, or for the figure.
        at_least: The goal where more is better.
        unit: What the figures are; `scale` turns seconds or bytes into it.
        inverse: The ratio is the peer's figure by ours, as for throughput told from seconds.
    """

    name: str
    what: str
    ours: Command
    peer: Command | None = None
    at_most: float | None = None
    at_least: float | None = None
    unit: str = "s"
    scale: float = 1.0
    inverse: bool = False
    rounds: int = ROUNDS
    world: World = nothing
    timeout: float = 300.0

    def run(self, rounds: int | None = None) -> Result:
        """Measure: ours and the peer in turn, in fresh processes."""
        ours: list[float] = []
        peers: list[float] = []
        with self.world() as values:
            for _ in range(rounds or self.rounds):
                ours.append(self.ours.measure(values, self.timeout))
                if self.peer is not None:
                    peers.append(self.peer.measure(values, self.timeout))
        return Result(self, ours, peers)


@attrs.frozen
class Result:
    """What was measured of one row."""

    row: Row
    ours: list[float]
    peers: list[float]

    @property
    def ratios(self) -> list[float]:
        """Ours by the peer's, round by round; the figures themselves where there is no peer."""
        if not self.peers:
            return [figure * self.row.scale for figure in self.ours]
        pairs = zip(self.ours, self.peers, strict=True)
        return [peer / our if self.row.inverse else our / peer for our, peer in pairs]

    @property
    def met(self) -> bool:
        """Whether the median reaches the goal."""
        figure = median(self.ratios)
        row = self.row
        return (row.at_most is None or figure <= row.at_most) and (
            row.at_least is None or figure >= row.at_least
        )

    def line(self) -> str:
        """A line of the table, in Markdown."""
        row = self.row

        def shown(figures: list[float]) -> str:
            return f"{median(figures) * row.scale:.3g} {row.unit}" if figures else "-"

        goal = f"<= {row.at_most:g}" if row.at_most is not None else f">= {row.at_least:g}"
        ratios = self.ratios
        ratio = f"{median(ratios):.3g} ({min(ratios):.3g} to {max(ratios):.3g})"
        verdict = "met" if self.met else "**not met**"
        return f"| {row.what} | {shown(self.ours)} | {shown(self.peers)} | {ratio} | {goal} | {verdict} |"
