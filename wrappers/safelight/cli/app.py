"""The command tree. Subcommands are imported on first use, so that help and completion stay quick."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from importlib import import_module
from typing import cast

import click

from safelight.cli.main import INTERRUPTED
from safelight.cli.settings import sandbox_option
from safelight.cli.suggestions import SuggestingGroup
from safelight.cli.vendors import VENDORS
from safelight.core.base.redact import brief
from safelight.core.base.wording import did_you_mean, listed

COMMANDS = {
    "batch": (
        "safelight.batch.cli",
        "batch_command",
        "Run folders and catalogues, paid once through any crash.",
    ),
    "operations": ("safelight.cli.listing", "operations_command", "List the operations of all vendors."),
    "resume": ("safelight.cli.resume", "resume_command", "Fetch the results of tasks created before."),
    "sandbox": (
        "safelight.cli.serve",
        "sandbox_command",
        "Serve the emulator of all vendors until Ctrl-C.",
    ),
}
"""Where a command is made, and its line in the help."""
LONGEST_MESSAGE = 1000
"""Characters of an error that is about the command's own words."""

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
        vars(error).update(message=brief(error.message, LONGEST_MESSAGE))  # final, for type checkers
        raise


class RootGroup(SuggestingGroup):
    """Vendors and commands by name; imports the one that is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Vendors first."""
        return [*VENDORS, *COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name in VENDORS:
            from safelight.cli.commands import VendorGroup  # noqa: PLC0415 - brings the HTTP library

            return VendorGroup(VENDORS[cmd_name])
        if cmd_name in COMMANDS:
            module, function, _ = COMMANDS[cmd_name]
            return cast("Callable[[], click.Command]", getattr(import_module(module), function))()
        return None

    def advice(self, ctx: click.Context, name: str) -> str:
        """An operation's name alone gets its vendors; another gets similar names."""
        from safelight.cli.commands import vendors_with  # noqa: PLC0415 - brings the HTTP library

        vendors = vendors_with(name)
        if vendors:
            return f" It is an operation: put its vendor ({listed(vendors)}) before it."
        return did_you_mean(name, self.list_commands(ctx))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Vendors"):
            formatter.write_dl(
                [(vendor.name, f"Operations of {vendor.title}.") for vendor in VENDORS.values()]
            )
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, _, text) in COMMANDS.items()])

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
