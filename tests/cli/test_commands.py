"""The command tree: made from the operations, quick to start, and explained at every level."""

import inspect
import json
import subprocess
import sys
from typing import Literal

import click
import pytest
from click.testing import CliRunner
from safelight.cli.access import access
from safelight.cli.app import cli
from safelight.cli.commands import operation_command
from safelight.cli.listings import listing_command
from safelight.cli.parameters import PREFIX
from safelight.cli.vendors import VENDORS, command_name
from safelight.core.flow.clock import HastyClock, default_clock
from safelight.core.flow.descriptors import iterator
from safelight.core.flow.effects import Flow

OPERATIONS = [
    pytest.param(vendor, name, getattr(vendor.client_class, name), id=f"{vendor.name}-{name}")
    for vendor in VENDORS.values()
    for name in vendor.facts.methods
]


@pytest.mark.parametrize(("vendor", "name", "operation"), OPERATIONS)
def test_every_parameter_of_every_operation(vendor, name, operation):
    context = click.Context(cli)
    group = cli.get_command(context, vendor.name)
    command = group.get_command(context, command_name(name))
    offered = {param.name.removeprefix(PREFIX): param for param in command.params}
    for parameter in operation.__signature__.parameters.values():
        required = parameter.default is inspect.Parameter.empty
        if parameter.name in offered:
            assert offered[parameter.name].required == required
            assert offered[parameter.name].help, parameter.name
        else:
            assert required, f"{parameter.name} cannot be given"
            assert offered["sources"].required
    shown = CliRunner().invoke(cli, [vendor.name, command_name(name), "--help"])
    assert shown.exit_code == 0
    assert f"safelight --sandbox {vendor.name} {command_name(name)} " in shown.output
    assert "`" not in shown.output


def test_names_written_on_the_command_line_are_unique():
    for parameters in OPERATIONS:
        vendor, name, _ = parameters.values
        context = click.Context(cli)
        command = cli.get_command(context, vendor.name).get_command(context, command_name(name))
        written = [text for param in command.params for text in (*param.opts, *param.secondary_opts)]
        assert len(written) == len(set(written))


def test_operations_are_listed(run):
    lines = [line.split("\t") for line in run("operations").stdout.splitlines()]
    assert [line[:2] for line in lines] == [
        [vendor.name, command_name(call)]
        for vendor in VENDORS.values()
        for call in (*sorted(vendor.facts.methods), *sorted(vendor.facts.calls), *vendor.listings())
    ]
    assert all(len(line) == 3 and line[2] for line in lines)


def test_operations_are_listed_with_their_prices(run):
    lines = [json.loads(line) for line in run("operations", "picwish", "--json").stdout.splitlines()]
    prices = {line["operation"]: line["price"] for line in lines}
    assert prices["upscale"] == "Costs 2 credits per image, at most 3 (picwish.com/credit-cost, 2026-11)."
    assert prices["retouch"] == "Cost: unknown; PicWish publishes no price."
    assert prices["balance"] == "Costs nothing."
    assert all(line["summary"] for line in lines)


def test_help_tells_the_price(run):
    shown = " ".join(run("picwish", "upscale-pro", "--help").stdout.split())
    assert (
        "Costs 4 credits per image with --type hd; 5 credits per image with --type ultra_hd (picwish" in shown
    )
    assert "Cost: unknown; Claid publishes no price." in run("claid", "resize", "--help").stdout


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["--version"],
        ["doctor", "--help"],
        ["limits", "--help"],
        ["completion", "--help"],
        ["pilio", "--help"],
        ["pilio", "upscale", "--help"],
        ["perfect", "try-wig", "--help"],
    ],
)
def test_starts_without_the_heavy_packages(words):
    code = (
        "import sys\n"
        "from safelight.cli.app import cli\n"
        f"cli.main({words!r}, standalone_mode=False)\n"
        "heavy = {'httpx', 'cv2', 'numpy', 'aiohttp', 'pydantic', 'rich', 'asyncio', 'cryptography'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    assert "safelight" in ended.stdout


def test_no_key_can_be_an_argument(run, photo):
    assert run("pilio", "remove-background", photo, "--api-key", "x").exit_code == 2


def test_a_picture_that_may_be_left_out_is_an_option():
    method = VENDORS["pilio"].facts.methods["upscale"]
    image = method.parameters["image"]._replace(required=False)
    command = operation_command(
        VENDORS["pilio"], method._replace(parameters={**method.parameters, "image": image})
    )
    assert {"--image", "--filename"} <= {name for param in command.params for name in param.opts}
    assert not any(isinstance(param, click.Argument) for param in command.params)


class Shop:
    @iterator(str)
    def papers(self, size: Literal["a4", "a5"] | None = None, count: int = 1) -> Flow[None]:
        """The papers of a shop.

        They are listed by weight; see `count`.

        Args:
            size: Of one sheet,
                not folded.
            count: How many.
        """
        raise NotImplementedError


def test_a_listing_says_all_that_its_docstring_does():
    shown = CliRunner().invoke(listing_command(VENDORS["perfect"], "papers", Shop.papers), ["--help"])
    text = " ".join(shown.output.split())
    assert "The papers of a shop. They are listed by weight; see --count. Each is printed" in text
    assert "[SIZE] [COUNT]" in text
    assert "SIZE: Of one sheet, not folded. One of a4 or a5." in text


@pytest.mark.parametrize("words", [[], ["pilio"], ["batch"]])
def test_a_command_alone_shows_its_help(run, words):
    alone = run(*words)
    assert alone.exit_code == 2
    assert alone.stderr == run(*words, "--help").stdout


def test_unknown_names(run):
    assert "No such command 'photoshop'" in run("photoshop").stderr
    assert "No such command 'paint'" in run("pilio", "paint").stderr


def test_a_sandbox_inside_the_command_is_not_waited_for_as_a_vendor_is():
    before = default_clock()
    with access(VENDORS["pilio"], sandbox=True, profile=None, base_url=None) as found:
        assert not found.lasting
        assert isinstance(default_clock(), HastyClock)
    assert default_clock() is before
