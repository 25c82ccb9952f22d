"""What the help tells a stranger to type works as it stands."""

import shlex
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from PIL import Image
from safelight import YouCam
from safelight.cli.app import cli
from safelight.cli.vendors import VENDORS, command_name
from safelight.testing import sandbox

PHOTO = Path(__file__).parent.parent / "data" / "astronaut.jpg"
PAGES = [
    (),
    *(
        (vendor.name, command_name(method))
        for vendor in VENDORS.values()
        for method in (*vendor.facts.methods, *vendor.facts.calls, *vendor.listings())
    ),
]

STORAGES = [("claid", f"{does}-storage") for does in ("create", "get", "change", "delete")]
DELETE = ("youcam", "delete-task")
IN_TURN = (*STORAGES, DELETE)
"""Their examples need what another command made."""


def help_of(words):
    shown = CliRunner().invoke(cli, [*words, "--help"], terminal_width=80)
    assert shown.exit_code == 0, shown.output
    return shown.output


def examples_in(text):
    """The commands below "Example:", as a shell would read them."""
    _, _, end = text.partition("  Example")
    commands = end.replace("\\\n", " ").partition("\n\n")[0].split("\n    safelight ")[1:]
    return [shlex.split(command) for command in commands]


@pytest.fixture(scope="module")
def one_sandbox():
    with sandbox() as running:
        yield running


@pytest.fixture
def folder():
    """A folder that has the photograph, as a small PNG and in a folder too, and a document; the working folder."""
    shutil.copy(PHOTO, "photo.jpg")
    Path("photos").mkdir()
    shutil.copy(PHOTO, "photos")
    with Image.open(PHOTO) as image:
        image.save("photo.png")
        image.save("document.pdf")
        image.resize((200, 200)).save("photo.png")


@pytest.mark.integration
@pytest.mark.parametrize("page", [page for page in PAGES if page not in IN_TURN], ids=" ".join)
def test_every_example_works(one_sandbox, folder, monkeypatch, page):
    for name, value in one_sandbox.environment().items():
        monkeypatch.setenv(name, value)
    played(page)


def test_examples_work_that_need_what_another_made(folder):
    with sandbox():
        for page in STORAGES:
            played(page)
        with YouCam() as client:
            task = client.colorize("photo.jpg")
            task.result()
        played(DELETE, {client_id(DELETE): task.id})


def client_id(page):
    """The id in a command's example, which nobody's task has."""
    ((*_, found),) = examples_in(help_of(page))
    return found


def played(page, others=()):
    """Run the examples of a page, with other words for some."""
    examples = examples_in(help_of(page))
    assert examples
    for example in examples:
        words = [
            dict(others).get(found, found)
            for word in example
            for found in (map(str, Path().glob(word)) if "*" in word else [word])
        ]
        ended = CliRunner().invoke(cli, ["--sandbox", *words])
        assert ended.exit_code == 0, ended.stderr
        assert ended.stdout.strip() or "batch" in words, words
        if "-o" in words:
            assert all(Path(line).stat().st_size for line in ended.stdout.splitlines())
        shutil.rmtree("out", ignore_errors=True)


@pytest.mark.parametrize(
    "page", [*PAGES, ("operations",), ("resume",), ("sandbox",), ("tasks",), ("help",)], ids=" ".join
)
def test_help_fits_a_terminal_and_speaks_of_the_command_line(page):
    text = help_of(page)
    assert [line for line in text.splitlines() if len(line) > 80] == []
    assert "bytes, " not in text
    assert "`" not in text
    assert "\n  SOURCE..." not in text


def test_options_of_an_operation_come_first():
    text = help_of(("claid", "edit"))
    assert (
        text.index("--operations JSON")
        < text.index("Options of every operation:")
        < text.index("--overwrite")
    )
    assert "{restorations, adjustments, background," in text


def test_choices_that_need_a_line_of_their_own():
    text = " ".join(help_of(("pilio", "remove-background")).split())
    assert "--industry-type CHOICE What the subject is" in text
    assert 'One of "portrait", "product", "human",' in text
    assert "--mode auto|manual" in help_of(("pilio", "remove-watermark"))


def test_every_option_is_shown_once():
    context = click.Context(cli)
    for page in PAGES[1:]:
        command = cli.get_command(context, page[0]).get_command(context, page[1])
        text = help_of(page).partition("  Example")[0]
        for param in command.params:
            if isinstance(param, click.Option):
                assert text.count(f"  {', '.join(param.opts)} ") == 1, (page, param.opts)
