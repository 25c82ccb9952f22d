"""The guide for agents is made from the commands themselves, so that it is always current."""

import click
import yaml
from click.testing import CliRunner
from safelight.cli.app import cli
from safelight.cli.vendors import VENDORS, command_name


def guide() -> str:
    done = CliRunner().invoke(cli, ["skill"])
    assert done.exit_code == 0
    return done.stdout


def test_its_header_is_that_of_a_skill() -> None:
    header = yaml.safe_load(guide().split("---\n")[1])
    assert header["name"] == "safelight"
    assert len(header["description"]) <= 1024


def test_every_operation_is_in_it_with_its_price() -> None:
    text = guide()
    for vendor in VENDORS.values():
        section = (
            text[text.index(f"### safelight {vendor.name} ") :].partition("\n\n")[2].partition("\n\n")[0]
        )
        lines = section.split("\n")
        for name, method in vendor.facts.methods.items():
            (line,) = [line for line in lines if line.startswith(f"- `{command_name(name)}`: ")]
            assert "Cost" in line, name
            assert not method.amounts or "credit" in line, name


def test_every_command_is_in_it_with_its_options() -> None:
    text = guide()
    context = click.Context(cli)
    assert isinstance(cli, click.Group)
    for name in set(cli.list_commands(context)) - {*VENDORS, "help", "mcp", "skill"}:
        command = cli.get_command(context, name)
        assert command is not None
        assert f"### `safelight {name} " in text
        for option in () if isinstance(command, click.Group) else command.params:
            if isinstance(option, click.Option) and not option.hidden:
                assert option.opts[0] in text, (name, option)
