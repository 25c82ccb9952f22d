"""Groups of commands: made when asked for, and a wrong name is answered with the right one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pkgutil import resolve_name
from typing import ClassVar, TypeAlias, cast

import click

from safelight.core.base.texts import did_you_mean

Commands: TypeAlias = Mapping[str, tuple[str, str]]
"""The function that makes each command, as ``module:name``, and its line in the help."""


class SuggestingGroup(click.Group):
    """A group that makes its commands on request, and names similar ones where there is none of a name."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is asked for.

        Raises:
            click.UsageError: There is none of that name.
        """
        name = args[0]
        command = self.get_command(ctx, name)
        if command is not None:
            return name, command, args[1:]
        # What begins with a dash is an option that stands at a wrong place: click explains those.
        if not ctx.resilient_parsing and not name.startswith("-"):
            from safelight.core.base.redact import brief  # noqa: PLC0415 - only an error needs it

            ctx.fail(f"No such command {brief(repr(name))}.{self.advice(ctx, name)}")
        return super().resolve_command(ctx, args)

    def advice(self, ctx: click.Context, name: str) -> str:
        """What to add to the error for a name that is none."""
        return did_you_mean(name, self.list_commands(ctx))


class LazyGroup(SuggestingGroup):
    """Commands that are imported on first use, so that help and completion stay quick."""

    LAZY: ClassVar[Commands]

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which they are used."""
        return list(self.LAZY)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name not in self.LAZY:
            return None
        make = cast("Callable[[], click.Command]", resolve_name(self.LAZY[cmd_name][0]))
        return make()

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in self.LAZY.items()])
