"""The command tree."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import ClassVar

import click

from safelight.cli.groups import Commands, LazyGroup
from safelight.cli.main import INTERRUPTED
from safelight.cli.settings import sandbox_option, verbose_option
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
  safelight batch run photos/ --vendor picwish \\
      --operation remove-background -o cutouts/
  safelight claid remove-background --help

\b
Keys come from the environment or from a profile, never from the command
line. The help of each vendor names its variables: safelight pilio --help.

\b
Exit codes: 0 all done; 1 something failed; 2 wrong use, option, file or key;
3 nobody knows whether a task was bought; 130 interrupted.
"""


OTHER_WORDS = {
    "--within": ("timeout", "wait", "max-wait"),
    "--out": ("output", "output-dir", "output-folder", "dest"),
    "--overwrite": ("force",),
    "--skip-existing": ("skip", "no-clobber"),
    "--jobs": ("parallel", "concurrency", "workers", "threads"),
    "--verbose": ("debug",),
    "--profile": ("api-key", "key"),
}
"""What other programs call these options."""


@contextmanager
def _told() -> Generator[None]:
    """Print errors as the rest of the command line does, and short: they repeat the user's words."""
    try:
        yield
    except NO_ARGUMENTS:
        raise
    except click.ClickException as error:
        from safelight.core.base.redact import brief  # noqa: PLC0415 - only an error needs it

        context = error.ctx if isinstance(error, click.UsageError) else None
        if context is not None:
            click.echo(f"{context.get_usage()}\nTry '{context.command_path} --help' for help.\n", err=True)
        message = error.format_message()
        if isinstance(error, click.NoSuchOption):
            message = f"{error.message}{_similar(error)}"
        click.echo(f"error: {brief(message, LONGEST_MESSAGE)}", err=True)
        raise click.exceptions.Exit(error.exit_code) from None


def _similar(error: click.NoSuchOption) -> str:
    """A question with the options of a command that an unknown one may stand for."""
    params = error.ctx.command.get_params(error.ctx) if error.ctx is not None else []
    known = [name for param in params for name in (*param.opts, *param.secondary_opts) if name[:2] == "--"]
    word = error.option_name.strip("-")
    for name, words in OTHER_WORDS.items():
        if word in words and name in known:
            return f" Did you mean '{name}'?"
    return did_you_mean(word, [name[2:] for name in known], "--")


class RootGroup(LazyGroup):
    """Vendors and commands by name."""

    LAZY: ClassVar[Commands] = {
        "batch": (
            "safelight.batch.cli:batch_command",
            "Run folders and catalogues, paid once through any crash.",
        ),
        "compare": ("safelight.compare.cli:compare_command", "Compare vendors on the same pictures."),
        "completion": ("safelight.completion.command:completion_command", "Complete words with the Tab key."),
        "costs": (
            "safelight.costs.command:costs_command",
            "Show what was bought, what it costs, and what is in doubt.",
        ),
        "doctor": ("safelight.doctor.command:doctor_command", "Check keys, addresses, clock and packages."),
        "limits": (
            "safelight.limits.command:limits_command",
            "Show formats, sizes, rates, lifetimes and prices.",
        ),
        "mcp": ("safelight.agents.cli:mcp_command", "Serve all operations to AI agents over MCP."),
        "sync": ("safelight.sync.cli:sync_command", "Keep a folder of results up to date with its pictures."),
        "help": ("safelight.cli.app:help_command", "Show this, or the help of a command."),
        "operations": ("safelight.cli.operations:operations_command", "List the operations of all vendors."),
        "resume": ("safelight.cli.resume:resume_command", "Fetch the results of tasks created before."),
        "route": (
            "safelight.routes.command:route_command",
            "Run an operation at the first vendor that takes it.",
        ),
        "sandbox": ("safelight.cli.serve:sandbox_command", "Serve the emulator of all vendors until Ctrl-C."),
        "skill": ("safelight.agents.guide:skill_command", "Print a guide to this command for AI agents."),
        "tasks": ("safelight.cli.tasks:tasks_command", "List the tasks whose results are not saved yet."),
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
        with _told():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; an interrupt ends it with the code that shells expect."""
        try:
            with _told():
                return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            ctx.exit(INTERRUPTED)


def _help(words: tuple[str, ...]) -> None:
    cli.main([*words, "--help"], prog_name="safelight")


def help_command() -> click.Command:
    """Make ``safelight help COMMAND...``, which says what ``safelight COMMAND... --help`` does."""
    return click.Command(
        "help",
        params=[click.Argument(["words"], nargs=-1, metavar="[COMMAND]...")],
        callback=_help,
        help="Show the help of the command line, or of a command, such as: safelight help pilio upscale",
    )


cli = click.version_option(package_name="safelight", message="safelight %(version)s")(
    RootGroup(
        "safelight",
        params=[sandbox_option(), verbose_option()],
        context_settings={"help_option_names": ["--help", "-h"]},
        help="Edit pictures with the AI services of several vendors.",
        epilog=EPILOG,
        no_args_is_help=True,
    )
)
