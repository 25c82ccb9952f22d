"""The command tree."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import ClassVar

import click

from safelight.cli.groups import Commands, LazyGroup
from safelight.cli.main import INTERRUPTED
from safelight.cli.settings import sandbox_option
from safelight.cli.vendors import VENDORS
from safelight.core.base.texts import did_you_mean, listed

LONGEST_MESSAGE = 1000
"""Characters of an error that is about the command's own words."""
NO_ARGUMENTS: type[Exception] | tuple[()] = getattr(click.exceptions, "NoArgsIsHelpError", ())
"""The error of click since 8.2 whose message is the help."""

EPILOG = """\b
Examples:
  safelight --sandbox pilio remove-background photo.jpg -o out/
  safelight picwish remove-background *.jpg -o out/
  safelight claid remove-background --help

\b
Keys come from the environment or from a profile, never from the command
line. The help of each vendor names its variables: safelight pilio --help.

\b
Exit codes: 0 all done; 1 something failed; 2 wrong use, option, file or key;
3 nobody knows whether a task was bought; 130 interrupted.
"""


@contextmanager
def _shown_safely() -> Generator[None]:
    """Keep what an error repeats of the user's words short, and without characters that a terminal obeys."""
    try:
        yield
    except click.ClickException as error:
        if not isinstance(error, NO_ARGUMENTS):
            from safelight.core.base.redact import brief  # noqa: PLC0415 - only an error needs it

            vars(error).update(message=brief(error.message, LONGEST_MESSAGE))  # final, for type checkers
        raise


class RootGroup(LazyGroup):
    """Vendors and commands by name."""

    LAZY: ClassVar[Commands] = {
        "batch": (
            "safelight.batch.cli",
            "batch_command",
            "Run folders and catalogues, paid once through any crash.",
        ),
        "compare": (
            "safelight.compare.cli",
            "compare_command",
            "Compare vendors on the same pictures.",
        ),
        "completion": (
            "safelight.completion.command",
            "completion_command",
            "Complete words with the Tab key.",
        ),
        "doctor": (
            "safelight.doctor.command",
            "doctor_command",
            "Check keys, addresses, clock and packages.",
        ),
        "limits": (
            "safelight.limits.command",
            "limits_command",
            "Show formats, sizes, rates, lifetimes and prices.",
        ),
        "sync": (
            "safelight.sync.cli",
            "sync_command",
            "Keep a folder of results up to date with its pictures.",
        ),
        "operations": (
            "safelight.cli.operations",
            "operations_command",
            "List the operations of all vendors.",
        ),
        "resume": ("safelight.cli.resume", "resume_command", "Fetch the results of tasks created before."),
        "sandbox": (
            "safelight.cli.serve",
            "sandbox_command",
            "Serve the emulator of all vendors until Ctrl-C.",
        ),
    }

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Vendors first."""
        return [*VENDORS, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name not in VENDORS:
            return super().get_command(ctx, cmd_name)
        from safelight.cli.commands import VendorGroup  # noqa: PLC0415 - the help of all vendors needs no facts

        return VendorGroup(VENDORS[cmd_name])

    def advice(self, ctx: click.Context, name: str) -> str:
        """An operation's name alone gets its vendors; another gets similar names."""
        from safelight.cli.commands import vendors_with  # noqa: PLC0415 - same

        vendors = vendors_with(name)
        if vendors:
            return f" It is an operation: put its vendor ({listed(vendors)}) before it."
        return did_you_mean(name, self.list_commands(ctx))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List vendors and commands without importing them."""
        with formatter.section("Vendors"):
            formatter.write_dl(
                [(vendor.name, f"Operations of {vendor.title}.") for vendor in VENDORS.values()]
            )
        super().format_commands(ctx, formatter)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: object
    ) -> click.Context:
        """Read the options that stand before a command."""
        with _shown_safely():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; an interrupt ends it with the code that shells expect."""
        try:
            with _shown_safely():
                return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            ctx.exit(INTERRUPTED)


cli = click.version_option(package_name="safelight", message="safelight %(version)s")(
    RootGroup(
        "safelight",
        params=[sandbox_option()],
        help="Edit pictures with the AI services of several vendors.",
        epilog=EPILOG,
        no_args_is_help=True,
    )
)
