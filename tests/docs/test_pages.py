"""The pages keep their promises: links lead somewhere, code compiles, and runnable code runs against the sandbox."""

import ast
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
from safelight.cli.app import cli
from safelight.sandbox import Sandbox
from support.waiting import HANG

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "tests").rglob("*.md")])
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")
FENCE = re.compile(r"^( *)```([^\n]*)\n(.*?)^\1```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    page: Path
    line: int
    info: str
    code: str

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT).as_posix()}:{self.line}"


def blocks(language: str) -> list[Block]:
    found = []
    for page in PAGES:
        text = page.read_text("utf-8")
        for match in FENCE.finditer(text):
            indent, info, code = match.groups()
            if info.split()[:1] == [language]:
                plain = "".join(line.removeprefix(indent) for line in code.splitlines(keepends=True))
                found.append(Block(page, text.count("\n", 0, match.start()) + 1, info, plain))
    return found


PYTHON = blocks("python")
RUNNABLE = [block for block in PYTHON if "runnable" in block.info.split()]


def anchors(page: Path) -> set[str]:
    """Anchors of a page's headings, as forges make them."""
    text = FENCE.sub("", page.read_text("utf-8"))
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_relative_links_lead_to_files_and_headings(page: Path) -> None:
    for link in LINK.findall(FENCE.sub("", page.read_text("utf-8"))):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{link} leads nowhere"
        assert target.is_relative_to(ROOT), f"{link} leads out of the repository"
        assert not anchor or anchor in anchors(target), f"{link} names no heading"


def test_every_page_is_reached_from_the_index() -> None:
    index = (ROOT / "docs" / "index.md").read_text("utf-8")
    unlisted = [page.name for page in (ROOT / "docs").glob("*.md") if f"({page.name}" not in index]
    assert unlisted == ["index.md"]


@pytest.mark.parametrize("block", PYTHON, ids=str)
def test_python_compiles(block: Block) -> None:
    compile(block.code, str(block), "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)


def run(block: Block, variables: dict[str, str], folder: Path) -> str:
    """Run a block in a process and folder of its own; what it wrote to stderr, which should be nothing."""
    folder.mkdir()
    shutil.copy(ROOT / "tests" / "data" / "astronaut.jpg", folder / "portrait.jpg")
    done = subprocess.run(
        [sys.executable, "-W", "error", "-"],
        input=block.code,
        env={**os.environ, **variables, "PYTHONUTF8": "1"},
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=HANG,
        check=False,
    )
    return done.stderr or ("" if done.returncode == 0 else f"exit status {done.returncode}")


@pytest.mark.integration
def test_runnable_python_runs(tmp_path: Path) -> None:
    with Sandbox(task_seconds=0.05, limits=False) as sandbox, ThreadPoolExecutor(os.cpu_count()) as pool:
        variables = sandbox.environment()
        running = {
            str(block): pool.submit(run, block, variables, tmp_path / str(number))
            for number, block in enumerate(RUNNABLE)
        }
        complaints = {name: text for name, future in running.items() if (text := future.result())}
    assert not complaints


def command_lines() -> list[tuple[str, list[str]]]:
    """Every call of `safelight` in a shell block: where it stands, and its words."""
    return [
        (str(block), match[1].split())
        for block in blocks("sh")
        for match in re.finditer(r"(?:^|[|/ ])safelight ([^|&#\n]+)", block.code, re.MULTILINE)
    ]


@pytest.mark.parametrize(("where", "words"), command_lines())
def test_commands_and_options_exist(where: str, words: list[str]) -> None:
    if "VENDOR" in words:
        return
    command: click.Command = cli
    context = click.Context(cli)
    known = {name for option in cli.get_params(context) for name in option.opts}
    for word in words:
        if word.startswith("-") and word != "-":
            assert word in known, f"{where}: {command.name} has no option {word}"
        elif isinstance(command, click.Group):
            found = command.get_command(context, word)
            assert found is not None, f"{where}: {command.name} has no command {word}"
            command = found
            known |= {name for option in command.get_params(context) for name in option.opts}


def test_continuous_integration_runs_the_test_command_of_the_readme() -> None:
    commands = [
        line for block in blocks("sh") if block.page.name == "README.md" for line in block.code.splitlines()
    ]
    (command,) = [line.rpartition("&& ")[2] for line in commands if "nox" in line]
    assert command == ".venv/bin/nox -s tests"
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert f'"$environment/bin/{Path(command.split()[0]).name}" -s tests' in script
