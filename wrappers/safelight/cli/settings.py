"""The options that every command which makes or fetches results has."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

import click

from safelight.cli.vendors import VENDORS
from safelight.core.base.homes import expanded
from safelight.core.base.texts import did_you_mean

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
        no_wait: End once the tasks are created.
        skip_existing: Leave sources out whose result exists.
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
    no_wait: bool = False
    skip_existing: bool = False


class VendorChoice(click.Choice[str]):
    """A vendor's name; a wrong one is answered with the right one."""

    def __init__(self) -> None:
        super().__init__(list(VENDORS))

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            raise click.BadParameter(
                f"{error.message}{did_you_mean(value, list(VENDORS))}", ctx, param
            ) from None


class VendorList(VendorChoice):
    """One vendor, or several with commas."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Check each name."""
        return ",".join(
            super(VendorList, self).convert(name.strip(), param, ctx) for name in value.split(",")
        )


def sandbox_option() -> click.Option:
    """``--sandbox``, which may stand before the vendor or after it."""
    return click.Option(
        ["--sandbox", "sandbox"],
        is_flag=True,
        help="Run against the vendors' emulator on this machine: no key, no credits.",
    )


def prepare_option() -> click.Option:
    """``--prepare``, of commands that send pictures."""
    return click.Option(
        ["--prepare"],
        type=click.Choice(["auto"]),
        help="Send copies of pictures that would not be taken, or be shown wrong: turned by EXIF, in sRGB, in a format "
        "and a size within the limits. What was changed is printed.",
    )


def _checked(context: click.Context, parameter: click.Parameter, seconds: float) -> float:
    if math.isnan(seconds):  # which no range leaves out, for it is neither too small nor too large
        raise click.BadParameter("nan is not a number of seconds.", context, parameter)
    return seconds


def common_options(*, creating: bool = True) -> list[click.Parameter]:
    """The options behind `Settings`, new for each command.

    Args:
        creating: Whether the command creates tasks.
    """
    only_creating = [
        click.Option(["--skip-existing"], is_flag=True, help="Leave sources out whose result exists."),
        click.Option(
            ["--no-wait"],
            is_flag=True,
            help="End once the tasks are created, and print their names: safelight resume NAME fetches the results.",
        ),
    ]
    return [
        click.Option(
            ["-o", "--out", "out"],
            default=".",
            metavar="OUT",
            help="Folder for the results (made if needed), a file name with a suffix, or - for stdout.  "
            "[default: this folder]",
        ),
        click.Option(["--overwrite"], is_flag=True, help="Replace files that exist."),
        *(only_creating if creating else ()),
        click.Option(
            ["--within"],
            type=click.FloatRange(min=0),
            callback=_checked,
            default=WITHIN,
            metavar="SECONDS",
            show_default=True,
            help="Wait at most this long for each result. A task that takes longer goes on, and is resumed by its name.",
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
        verbose_option(),
    ]


def dry_run_option() -> click.Parameter:
    """``--dry-run`` of what buys."""
    return click.Option(
        ["--dry-run"],
        is_flag=True,
        help="Show what would be sent and what it costs. Sends and buys nothing; needs no key.",
    )


def verbose_option() -> click.Option:
    """``--verbose``: the library's own log, which holds no secret."""
    return click.Option(
        ["-v", "--verbose"],
        is_flag=True,
        expose_value=False,
        callback=_log,
        help="Log every request and retry to stderr, without keys.",
    )


def _log(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's way
    if not wanted:
        return
    import logging  # noqa: PLC0415 - help needs none

    logger, handler = logging.getLogger("safelight"), logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(name)s: %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)

    def end() -> None:
        logger.removeHandler(handler)
        logger.setLevel(logging.NOTSET)

    context.call_on_close(end)


def option_names(options: list[click.Parameter]) -> set[str]:
    """What is written on the command line for these options."""
    return {"--help", "-h", *(name for option in options for name in (*option.opts, *option.secondary_opts))}


def read_settings(context: click.Context, values: Mapping[str, object]) -> Settings:
    """The common options' values; ``--sandbox`` counts wherever it stood."""
    chosen = {name: values[name] for name in Settings.__dataclass_fields__ if name in values}
    if chosen["overwrite"] and chosen.get("skip_existing"):
        raise click.UsageError("--overwrite and --skip-existing exclude each other.")
    if chosen["json"] and chosen["out"] == "-":
        raise click.UsageError("--json and -o - both write to stdout.")
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
