"""``safelight doctor``: what was found, a line each."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import attrs
import click

from safelight.cli.settings import VendorChoice, access_options, wants_sandbox
from safelight.cli.vendors import VENDORS
from safelight.cli.wording import on_command_line
from safelight.errors import ConfigurationError

if TYPE_CHECKING:
    from safelight.doctor.vendors import Check, State

INDENT = 26
"""Columns before a check's text."""
MARKS: dict[State, tuple[str, str]] = {
    "ok": ("ok", "green"),
    "note": ("-", ""),
    "problem": ("PROBLEM", "red"),
}


def doctor_command() -> click.Command:
    """Make the command."""
    return click.Command(
        "doctor",
        params=[
            click.Option(
                ["--vendor", "vendors"],
                multiple=True,
                type=VendorChoice(),
                help="Look at this vendor only; may be repeated.  [default: all]",
            ),
            click.Option(["--json", "json_"], is_flag=True, help="Print a line of JSON for each check."),
            *access_options(),
        ],
        callback=_doctor,
        short_help="Check keys, addresses, clock and packages.",
        help=(
            "Check keys, addresses, the clock and installed packages. Buys nothing: with a key, one free call is made, "
            "such as for the balance. Keys are never shown.\n\n"
            "Ends with 1 where something is wrong. A vendor without a key is no problem, unless it is named with "
            "--vendor or no vendor has one."
        ),
        epilog="\b\nExamples:\n  safelight doctor\n  safelight doctor --vendor pilio --profile work --json",
    )


def _doctor(
    vendors: tuple[str, ...], *, json_: bool, sandbox: bool, profile: str | None, base_url: str | None
) -> None:
    from safelight.doctor.packages import DISTRIBUTION, examine_packages  # noqa: PLC0415 - same
    from safelight.doctor.vendors import Check  # noqa: PLC0415 - brings the HTTP library, which help does without

    context = click.get_current_context()
    if base_url is not None and len(vendors) != 1:
        raise click.UsageError("--base-url is the address of one vendor: name it with --vendor.")
    sandbox = sandbox or wants_sandbox(context)
    checks = [*examine_packages()]
    try:
        looked = _examined(vendors, sandbox=sandbox, profile=profile, base_url=base_url)
    except ConfigurationError as error:  # such as a sandbox without its packages
        looked = [Check(DISTRIBUTION, "sandbox", "problem", error.message)]
    if not vendors and not any(one.check == "key" and one.state != "note" for one in looked):
        checks.append(Check(DISTRIBUTION, "keys", "problem", "no vendor has a key; --sandbox needs none"))
    checks += looked
    for check in checks:
        if json_:
            click.echo(json.dumps(attrs.asdict(check)))
    if not json_:
        _print(checks)
    context.exit(int(any(check.state == "problem" for check in checks)))


def _examined(
    vendors: Sequence[str], *, sandbox: bool, profile: str | None, base_url: str | None
) -> list[Check]:
    import asyncio  # noqa: PLC0415 - help does without

    from safelight.cli.access import access  # noqa: PLC0415 - same
    from safelight.doctor.vendors import examine  # noqa: PLC0415 - same

    with ExitStack() as stack:
        found = {
            name: stack.enter_context(
                access(VENDORS[name], sandbox=sandbox, profile=profile, base_url=base_url)
            ).client
            for name in vendors or VENDORS
        }

        async def all_of_them() -> list[list[Check]]:
            looks = [examine(VENDORS[name], given, wanted=name in vendors) for name, given in found.items()]
            return await asyncio.gather(*looks)

        return [check for checks in asyncio.run(all_of_them()) for check in checks]


def _print(checks: Sequence[Check]) -> None:
    subject = ""
    for check in checks:
        if check.subject != subject:
            subject = check.subject
            click.secho(VENDORS[subject].title if subject in VENDORS else subject.capitalize(), bold=True)
        mark, color = MARKS[check.state]
        shown = click.style(f"{mark:8}", fg=color or None)
        text = on_command_line(check.text)
        if sys.stdout.isatty():
            text = click.wrap_text(text, get_terminal_size().columns, " " * INDENT, " " * INDENT).lstrip()
        click.echo(f"  {shown}{check.check:15} {text}")
