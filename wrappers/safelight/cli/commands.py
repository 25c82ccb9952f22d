"""The operations of a vendor as subcommands, made from its facts: help imports no client."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import click

from safelight.cli.examples import operation_examples
from safelight.cli.groups import SuggestingGroup
from safelight.cli.parameters import about, operation_options
from safelight.cli.settings import (
    common_options,
    dry_run_option,
    option_names,
    prepare_option,
    sandbox_option,
)
from safelight.cli.vendors import VENDORS, Vendor, command_name
from safelight.cli.wording import worded
from safelight.core.base.methods import MethodFacts
from safelight.core.base.texts import did_you_mean, listed

ABOUT_RESULTS = (
    "Results are named after their source; in the source's own folder the operation is added to the name. "
    "Their paths are printed on stdout. For folders: safelight batch run --help."
)


class VendorGroup(SuggestingGroup):
    """The operations of one vendor as subcommands."""

    def __init__(self, vendor: Vendor) -> None:
        names = vendor.facts.environment
        variables = " and ".join(filter(None, (names.api_key, names.secret_key)))
        super().__init__(
            vendor.name,
            params=[sandbox_option()],
            subcommand_metavar="OPERATION [ARGS]...",
            help=f"Operations of {vendor.title}.",
            epilog=f"The key comes from {variables}, or from a profile.\n\n"
            f"Options of an operation: safelight {vendor.name} OPERATION --help",
            no_args_is_help=True,
        )
        self._vendor = vendor

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Operations first."""
        facts = self._vendor.facts
        names = (*sorted(facts.methods), *sorted(facts.calls), *self._vendor.listings())
        return list(map(command_name, names))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of an operation, of a call that only asks, or of a listing."""
        name = cmd_name.replace("-", "_")
        if (method := self._vendor.facts.methods.get(name)) is not None:
            return operation_command(self._vendor, method)
        if (call := self._vendor.facts.calls.get(name)) is not None:
            from safelight.cli.listings import call_command  # noqa: PLC0415 - few commands need it

            return call_command(self._vendor, call)
        if (listing := self._vendor.listings().get(name)) is not None:
            from safelight.cli.listings import listing_command  # noqa: PLC0415 - few commands need it

            return listing_command(self._vendor, name, listing)
        return None

    def advice(self, ctx: click.Context, name: str) -> str:
        """Who has an operation that this vendor lacks; else the operations with similar names."""
        others = vendors_with(name)
        if others:
            return f" It is an operation of {listed(others, 'and')}."
        return did_you_mean(name, self.list_commands(ctx))


def vendors_with(name: str) -> list[str]:
    """The vendors that have an operation of a name."""
    return [vendor.name for vendor in VENDORS.values() if name.replace("-", "_") in vendor.facts.methods]


class OperationCommand(click.Command):
    """A command whose help lists the operation's own options first.

    Attributes:
        own: The operation's own options.
    """

    own: Sequence[click.Parameter] = ()

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options in two lists."""
        params = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        for title, chosen in (
            ("Options", [param for param in params if param in self.own]),
            (
                "Options of every operation" if self.own else "Options",
                [param for param in params if param not in self.own],
            ),
        ):
            records = [record for param in chosen if (record := param.get_help_record(ctx)) is not None]
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)


def operation_command(vendor: Vendor, method: MethodFacts) -> click.Command:
    """Make the command of an operation."""
    common = [*common_options(), dry_run_option()]
    if any(parameter.source for parameter in method.parameters.values()):
        common.insert(0, prepare_option())
    own = operation_options(vendor, method, option_names(common))
    sources: list[click.Parameter] = []
    if method.source is not None:
        sources = [click.Argument(["sources"], nargs=-1, required=True, metavar="SOURCE...")]
        if method.parameters[method.source].many:
            together = "Put all sources into one task, as a list."
            own.append(click.Option(["--together"], is_flag=True, help=together))
    made = OperationCommand(
        command_name(method.name),
        params=[*sources, *own, *common],
        callback=_runner(vendor, method),
        short_help=worded(method.summary, method.parameters),
        help="\n\n".join(
            [
                worded(f"{method.summary}\n\n{method.price_text}", method.parameters),
                *filter(None, [vendor.facts.operations[method.operation].notice]),
                *_about(method),
            ]
        ),
        epilog=operation_examples(vendor, method),
    )
    made.own = own
    return made


def _about(method: MethodFacts) -> Iterator[str]:
    """What the help says of the SOURCE arguments."""
    if method.source is None:
        return
    source = method.parameters[method.source]
    unless = ", unless --together is given" if source.many else ""
    yield f"SOURCE: {about(source, method.parameters)} Each becomes a task of its own{unless}."
    yield ABOUT_RESULTS


def _runner(vendor: Vendor, method: MethodFacts) -> Callable[..., None]:
    def run(**values: object) -> None:
        from safelight.cli.calls import Call  # noqa: PLC0415 - brings the HTTP library

        Call(vendor, method).run(values)

    return run
