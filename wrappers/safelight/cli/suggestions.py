"""A wrong command's name, answered with the right one."""

from __future__ import annotations

import click

from safelight.core.base.redact import brief
from safelight.core.base.wording import did_you_mean


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
            ctx.fail(f"No such command {brief(repr(name))}.{self.advice(ctx, name)}")
        return super().resolve_command(ctx, args)

    def advice(self, ctx: click.Context, name: str) -> str:
        """What to add to the error for a name that is none."""
        return did_you_mean(name, self.list_commands(ctx))
