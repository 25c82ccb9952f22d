"""The pages keep their promises: links lead somewhere, and code compiles; what is marked runs against the sandbox."""

import ast
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import click
import pytest
from safelight.cli.app import cli
from safelight.core.base.facts import load
from safelight.sandbox import Sandbox
from support.pages import FENCE, KINDS, PAGES, ROOT, Block, blocks
from support.waiting import HANG

LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")
PYTHON = blocks("python")
SECONDS = {"hour": 3600, "day": 86400}


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


def test_every_page_is_reached_from_the_index_and_the_site() -> None:
    index = (ROOT / "docs" / "index.md").read_text("utf-8")
    site = (ROOT / "zensical.toml").read_text("utf-8")
    pages = {page.relative_to(ROOT / "docs").as_posix() for page in (ROOT / "docs").rglob("*.md")}
    assert {page for page in pages if f"({page}" not in index} == {"index.md"}
    assert {page for page in pages if f'"{page}"' not in site} == set()


@pytest.mark.parametrize("block", PYTHON, ids=str)
def test_python_compiles(block: Block) -> None:
    compile(block.code, str(block), "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)


@pytest.mark.parametrize("block", [*PYTHON, *blocks("sh")], ids=str)
def test_words_after_the_language_are_known(block: Block) -> None:
    assert not block.words or block.words[0] in KINDS


def run(block: Block, command: list[str], variables: dict[str, str], folder: Path) -> str:
    """Run a block in a process and folder of its own; what it complains of, which should be nothing."""
    folder.mkdir()
    shutil.copy(ROOT / "tests" / "data" / "astronaut.jpg", folder / "portrait.jpg")
    (folder / "test_block.py").write_text(block.code if "pytest" in block.words else "", "utf-8")
    done = subprocess.run(
        command,
        input=block.code,
        # Each has a ledger of its own: the caps of an example would count what earlier runs have bought.
        env={
            **os.environ,
            **variables,
            "PYTHONUTF8": "1",
            "SAFELIGHT_PROFILES": str(folder / "profiles.toml"),
        },
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=HANG,
        check=False,
    )
    said = done.stderr if "sh" not in block.info.split() else ""  # commands tell there how they get on
    return said or ("" if done.returncode == 0 else f"exit {done.returncode}: {done.stdout}{done.stderr}")


@pytest.mark.integration
@pytest.mark.parametrize(
    ("language", "word", "command"),
    [
        ("python", "runnable", [sys.executable, "-W", "error", "-"]),
        (
            "python",
            "pytest",
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_block.py"],
        ),
        ("sh", "runnable", ["bash", "-e"]),
    ],
)
def test_marked_blocks_run(language: str, word: str, command: list[str], tmp_path: Path) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"there is no {command[0]} here")
    found = blocks(language, word)
    assert found
    with Sandbox(task_seconds=0.05, limits=False) as sandbox, ThreadPoolExecutor(os.cpu_count()) as pool:
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        variables = {**sandbox.environment(), "PATH": path}
        running = {
            str(block): pool.submit(run, block, command, variables, tmp_path / str(number))
            for number, block in enumerate(found)
        }
        complaints = {name: text for name, future in running.items() if (text := future.result())}
    assert not complaints


def test_the_code_of_a_new_vendor_is_that_of_the_plug_in() -> None:
    (block,) = [one for one in PYTHON if one.page.name == "adding-a-vendor.md"]
    plugin = (ROOT / "tests" / "plugins" / "acme" / "acme.py").read_text("utf-8")
    assert [line for line in block.code.splitlines() if line not in plugin.splitlines()] == []


def seconds(stated: str) -> float | None:
    """What a cell such as "2 hours" means."""
    if stated == "not stated":
        return None
    count, unit = stated.split()
    return int(count) * SECONDS[unit.removesuffix("s")]


def test_the_page_on_privacy_states_the_lifetimes_of_the_specs() -> None:
    text = (ROOT / "docs" / "privacy.md").read_text("utf-8")
    rows = re.findall(
        r"^\| (Pilio|Perfect|YouCam|Claid|PicWish) \| (.+) \| (.+) \| (.+) \|$", text, re.MULTILINE
    )
    assert len(rows) == 5
    for client, *cells in rows:
        module = __import__(f"{client.lower()}_api.facts", fromlist=["FACTS"])
        stated = module.FACTS["lifetimes"]
        names = ("upload_seconds", "result_seconds", "download_url_seconds")
        assert [seconds(cell) for cell in cells] == [stated[name] for name in names], client


def test_every_operation_is_in_the_table_of_operations() -> None:
    text = (ROOT / "docs" / "operations.md").read_text("utf-8")
    table = text[: text.index("## Sources")]
    for vendor in ("pilio", "perfect", "claid", "picwish", "youcam"):
        facts = load(f"{vendor}_api")
        missing = [name for name in [*facts.methods, *facts.calls] if f"`{name}`" not in table]
        assert missing == [], vendor


def command_lines() -> list[tuple[str, list[str]]]:
    """Every call of `safelight` in a shell block: where it stands, and its words."""
    return [
        (str(block), match[1].split())
        for block in blocks("sh")
        for match in re.finditer(r"(?:^|[|/ ])safelight ([^|&#>\n]+)", block.code, re.MULTILINE)
    ]


def valued(command: click.Command, context: click.Context) -> set[str]:
    """The options of a command that take a value."""
    options = [one for one in command.get_params(context) if isinstance(one, click.Option)]
    return {name for option in options if not option.is_flag for name in option.opts}


@pytest.mark.parametrize(("where", "words"), command_lines())
def test_commands_and_options_exist(where: str, words: list[str]) -> None:
    if "VENDOR" in words:
        return
    command: click.Command = cli
    context = click.Context(cli)
    known = {name for option in cli.get_params(context) for name in option.opts}
    own: click.Command | None = None
    if words[:2] == ["batch", "run"] or words[:1] == ["sync"]:  # they have the options of their operation
        stated = dict(pairwise(words))
        vendor = cli.get_command(context, stated.get("--vendor", ""))
        operation = stated.get("--operation", "")
        own = vendor.get_command(context, operation) if isinstance(vendor, click.Group) else None
        known |= {name for option in own.get_params(context) for name in option.opts} if own else set()
    for before, word in pairwise(["", *words]):
        if word.startswith("-") and word != "-":
            assert word in known, f"{where}: {command.name} has no option {word}"
        elif before in valued(command, context) or (own is not None and before in valued(own, context)):
            continue
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
