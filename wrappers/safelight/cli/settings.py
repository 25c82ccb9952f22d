"""The options that every command which makes or fetches results has."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

import click

from safelight.core.base.homes import expanded

WITHIN = 900
AT_ONCE = 4
"""Sources worked on at the same time; the client keeps the vendor's own limits besides."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Values of the common options.

    Attributes:
        out: A folder, or a file name with a suffix.
        overwrite: Replace files that exist.
        within: Seconds to wait for each result.
        jobs: Sources worked on at the same time.
        quiet: Print errors only.
        json: Print one JSON line a result.
        sandbox: Ask a sandbox in place of the vendor.
        profile: Section of the profile file.
        base_url: Another address of the API.

    """

    out: str
    overwrite: bool
    within: float
    jobs: int
    quiet: bool
    json: bool
    sandbox: bool
    profile: str | None
    base_url: str | None


def sandbox_option() -> click.Option:
    """``--sandbox``, which may stand before the vendor or after it."""
    return click.Option(
        ["--sandbox", "sandbox"],
        is_flag=True,
        help="Run against the vendors' emulator on this machine: no key, no credits.",
    )


def _checked(context: click.Context, parameter: click.Parameter, seconds: float) -> float:
    if math.isnan(seconds):  # which no range leaves out, for it is neither too small nor too large
        raise click.BadParameter("nan is not a number of seconds.", context, parameter)
    return seconds


def common_options() -> list[click.Parameter]:
    """The options behind `Settings`, new for each command."""
    return [
        click.Option(
            ["-o", "--out", "out"],
            default=".",
            metavar="OUT",
            help="Folder for the results (made if needed), or a file name with a suffix.  [default: this folder]",
        ),
        click.Option(["--overwrite"], is_flag=True, help="Replace files that exist."),
        click.Option(
            ["--within"],
            type=click.FloatRange(min=0),
            callback=_checked,
            default=WITHIN,
            metavar="SECONDS",
            show_default=True,
            help="Wait at most this long for each result. A task that takes longer goes on, and its token is printed.",
        ),
        click.Option(
            ["--jobs"],
            type=click.IntRange(1, 64),
            default=AT_ONCE,
            metavar="NUMBER",
            show_default=True,
            help="Work on this many sources at the same time.",
        ),
        click.Option(["-q", "--quiet"], is_flag=True, help="Show errors only, no progress."),
        click.Option(
            ["--json", "json"], is_flag=True, help="Print a line of JSON for each source in place of paths."
        ),
        *access_options(),
    ]


def access_options() -> list[click.Parameter]:
    """The options that say whom to ask."""
    return [
        sandbox_option(),
        click.Option(
            ["--profile"],
            metavar="NAME",
            help="Take the key from this profile of ~/.config/safelight/profiles.toml.",
        ),
        click.Option(["--base-url"], metavar="URL", help="Ask the vendor's API at another address."),
    ]


def option_names(options: list[click.Parameter]) -> set[str]:
    """What is written on the command line for these options."""
    return {"--help", *(name for option in options for name in (*option.opts, *option.secondary_opts))}


def read_settings(context: click.Context, values: Mapping[str, object]) -> Settings:
    """The common options' values; ``--sandbox`` counts wherever it stood."""
    chosen = {name: values[name] for name in Settings.__dataclass_fields__}
    chosen["out"] = expanded(cast("str", chosen["out"]))
    chosen["sandbox"] = chosen["sandbox"] or wants_sandbox(context)
    return cast("Callable[..., Settings]", Settings)(**chosen)


def wants_sandbox(context: click.Context) -> bool:
    """Whether ``--sandbox`` was given here or before."""
    here: click.Context | None = context
    while here is not None:
        if here.params.get("sandbox"):
            return True
        here = here.parent
    return False
