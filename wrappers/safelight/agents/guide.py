"""``safelight skill``: a guide to the command line for AI agents, made from its commands and the facts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from safelight.cli.vendors import VENDORS, command_name
from safelight.cli.wording import worded

HEAD = """\
---
name: safelight
description: Edit photographs with paid AI services (background removal, enlarging, retouching, try-on, generated images) \
through the command safelight. Use it for one picture, for folders, and to compare vendors.
---

# Safelight

`safelight VENDOR OPERATION SOURCE... -o OUT` sends pictures to a vendor and saves the results. It never pays twice for one
task through its own retries.

## Rules

- Every operation costs credits, unless `--sandbox` is given: then an emulator on this machine answers, without key and
  without credits. Try a command with `--sandbox` first.
- `--dry-run` prints what would be sent and what it costs, and buys nothing.
- For more than a few pictures use `safelight batch run` with `--max-credits`: it continues after a crash and pays once.
- stdout has only the paths of results, or with `--json` a line of JSON for each; all else goes to stderr.
- If a command is interrupted or waits too long, do not run it again: `safelight resume --last` fetches the result.
- Exit code 3 means that nobody knows whether a task was bought. Do not repeat it: ask the user.
- Keys come from the environment or a profile. Never print them, and never pass them on the command line.
- Options of an operation: `safelight VENDOR OPERATION --help`.

If your program speaks the Model Context Protocol, `safelight mcp --allow FOLDER` offers the same operations as tools.
"""


def skill_command() -> click.Command:
    """Make the command."""
    return click.Command(
        "skill",
        callback=lambda: click.echo(skill(click.get_current_context().find_root().command), nl=False),
        short_help="Print a guide to this command for AI agents.",
        help="Print a guide to this command for AI agents, as Markdown with a header: save it as SKILL.md where your agent "
        "looks for skills.",
        epilog="\b\nExamples:\n  mkdir -p .claude/skills/safelight\n"
        "  safelight skill > .claude/skills/safelight/SKILL.md",
    )


def skill(root: click.Command) -> str:
    """The guide, as Markdown.

    Args:
        root: The command ``safelight``.
    """
    lines = [HEAD, "## Operations", "", *_operations(), "## Other commands", "", *_commands(root)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _operations() -> Iterator[str]:
    for vendor in VENDORS.values():
        facts = vendor.facts
        names = filter(None, (facts.environment.api_key, facts.environment.secret_key))
        yield f"### safelight {vendor.name} ({facts.title}; key in {' and '.join(names)})"
        yield ""
        for name, method in sorted(facts.methods.items()):
            said = worded(f"{method.summary} {method.price_text}", method.parameters)
            yield f"- `{command_name(name)}`: {re.sub(r' [(][^()]*, [0-9-]+[)]', '', said)}"
        free = sorted(map(command_name, (*facts.calls, *vendor.listings())))
        if free:
            yield f"- These cost nothing: {', '.join(f'`{name}`' for name in free)}"
        yield ""


def _commands(command: click.Command, name: str = "safelight") -> Iterator[str]:
    """The commands below one, each with its options; those of vendors, and those for agents, are left out."""
    context = click.Context(command, info_name=name)
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            if name != "safelight" or below not in (*VENDORS, "help", "mcp", "skill"):
                found = command.get_command(context, below)
                yield from () if found is None else _commands(found, f"{name} {below}")
        return
    usage = " ".join([name, *command.collect_usage_pieces(context)])
    yield f"### `{usage}`"
    yield ""
    yield command.help or ""
    yield ""
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and record[1] and "--help" not in parameter.opts:
            yield f"- `{record[0]}`: {' '.join(record[1].split())}"
    yield ""
