"""The command ``safelight batch run`` itself: it takes the options of the operation that its words name."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence

import click

from safelight.cli.commands import OperationCommand
from safelight.cli.parameters import ONE_SOURCE_ONLY, PREFIX, operation_options
from safelight.cli.settings import common_options, option_names, wants_sandbox
from safelight.vendors import vendors


class RunCommand(OperationCommand):
    """A command with the same options for an operation as that operation's own command, as well as ``-O``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words, after those that say which options there are."""
        ctx.obj = list(args)
        self.own = list(_options_of(_stated(args, "--vendor"), _stated(args, "--operation"), self.params))
        self.params = [*self.params, *self.own]
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            if not self.own:
                advice = "Options of an operation need --vendor and --operation beside them."
                raise click.NoSuchOption(error.option_name, f"{error.message} {advice}", ctx=ctx) from None
            raise


def completed(ctx: click.Context, *words: str) -> str:
    """The command as it was typed, with more words at its end."""
    sandbox = ["--sandbox"] if wants_sandbox(ctx) and "--sandbox" not in ctx.obj else []
    return shlex.join(["safelight", "batch", "run", *ctx.obj, *sandbox, *words])


def _stated(args: Sequence[str], name: str) -> str:
    """The value of an option that has not been parsed yet; empty where it is not given."""
    for word, following in zip(args, [*args[1:], ""], strict=True):
        if word == name:
            return following
        if word.startswith(f"{name}="):
            return word.removeprefix(f"{name}=")
    return ""


def _options_of(vendor: str, operation: str, others: list[click.Parameter]) -> Iterator[click.Option]:
    found = [vendors().get(name.strip()) for name in vendor.split(",")]
    methods = [one and one.facts.methods.get(operation.replace("-", "_")) for one in found]
    first, method = found[0], methods[0]
    if first is None or method is None:
        return
    every = [set(one.parameters) if one else set[str]() for one in methods]
    lacking = set(method.parameters).difference(set(method.parameters).intersection(*every))
    # Spelled as on the operation's own command, and never as an option of this one.
    for option in operation_options(first, method, option_names([*common_options(), *others])):
        if (option.name or "").removeprefix(PREFIX) not in {*ONE_SOURCE_ONLY, *lacking}:
            option.required = False  # a column of a list may give it
            yield option
