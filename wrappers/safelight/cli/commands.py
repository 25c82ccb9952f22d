"""A subcommand for each operation, made from the operation itself."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias, cast

import click

from safelight.cli.access import Access, access, new_client
from safelight.cli.catalogue import listing_command
from safelight.cli.examples import operation_examples
from safelight.cli.expecting import expected
from safelight.cli.naming import STDIN, check_out, label_of, places, source_stem
from safelight.cli.parameters import (
    ONE_SOURCE_ONLY,
    OperationParameters,
    Sources,
    given,
    read_parameters,
    source_content,
)
from safelight.cli.reporting import Report, give_up
from safelight.cli.running import AnyTask, Job, run_jobs
from safelight.cli.settings import Settings, common_options, option_names, read_settings, sandbox_option
from safelight.cli.suggestions import SuggestingGroup
from safelight.cli.vendors import VENDORS, AnyClient, AnyOperation, Vendor, command_name
from safelight.cli.wording import description, on_command_line, summary
from safelight.core.base.homes import expanded
from safelight.core.base.wording import did_you_mean, listed
from safelight.core.transfers.sources import measure
from safelight.errors import ConfigurationError, InvalidInput, SafelightError

ABOUT_RESULTS = (
    "Results are named after their source; in the source's own folder the operation is added to the name. "
    "Their paths are printed on stdout."
)
SourceCall: TypeAlias = tuple[str, dict[str, object]]


class VendorGroup(SuggestingGroup):
    """The operations of one vendor as subcommands."""

    def __init__(self, vendor: Vendor) -> None:
        super().__init__(
            vendor.name,
            params=[sandbox_option()],
            subcommand_metavar="OPERATION [ARGS]...",
            help=f"Operations of {vendor.title}.",
            epilog=f"The key comes from {variables(vendor)}, or from a profile.\n\n"
            f"Options of an operation: safelight {vendor.name} OPERATION --help",
            no_args_is_help=True,
        )
        self._vendor = vendor

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Operations first."""
        return [command_name(name) for name in (*self._vendor.operations(), *self._vendor.listings())]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of an operation or of a listing."""
        method = cmd_name.replace("-", "_")
        if (operation := self._vendor.operations().get(method)) is not None:
            return operation_command(self._vendor, method, operation)
        if (listing := self._vendor.listings().get(method)) is not None:
            return listing_command(self._vendor, method, listing)
        return None

    def advice(self, ctx: click.Context, name: str) -> str:
        """Who has an operation that this vendor lacks; else the operations with similar names."""
        others = vendors_with(name)
        if others:
            return f" It is an operation of {listed(others, 'and')}."
        return did_you_mean(name, self.list_commands(ctx))


def variables(vendor: Vendor) -> str:
    """The environment variables that hold a vendor's key."""
    names = vendor.facts.environment
    return " and ".join(filter(None, (names.api_key, names.secret_key)))


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
            ("Options of every operation", [param for param in params if param not in self.own]),
        ):
            records = [record for param in chosen if (record := param.get_help_record(ctx)) is not None]
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)


def vendors_with(name: str) -> list[str]:
    """The vendors that have an operation of a name."""
    method = name.replace("-", "_")
    return [vendor.name for vendor in VENDORS.values() if method in vendor.operations()]


def operation_command(vendor: Vendor, method: str, operation: AnyOperation) -> click.Command:
    """Make the command of an operation."""
    name = command_name(method)
    common = common_options()
    parameters = read_parameters(vendor, operation, option_names(common))
    command = _Call(vendor, name, method, parameters)
    sources: list[click.Parameter] = []
    if parameters.sources is not Sources.NONE:
        sources = [click.Argument(["sources"], nargs=-1, required=True, metavar="SOURCE...")]
    own = list(parameters.options)
    if parameters.several:
        own.append(
            click.Option(["--together"], is_flag=True, help="Put all sources into one task, as a list.")
        )
    made = OperationCommand(
        name,
        params=[*sources, *own, *common],
        callback=command,
        short_help=summary(operation.__doc__, parameters.names),
        help="\n\n".join(
            text
            for text in (description(operation.__doc__, parameters.names), *_about_sources(parameters))
            if text
        ),
        epilog=operation_examples(vendor.name, method, name),
    )
    made.own = own
    return made


def _about_sources(parameters: OperationParameters) -> Sequence[str]:
    if parameters.sources is Sources.NONE:
        return ()
    if parameters.several:
        each = "Each becomes a task of its own, unless --together is given."
    elif parameters.sources is Sources.EACH:
        each = "Each becomes a task of its own."
    else:
        each = "All go into one task."
    return f"SOURCE: {parameters.about_source} {each}", ABOUT_RESULTS


@dataclass(frozen=True, slots=True)
class _Call:
    """What a command does when it is called."""

    vendor: Vendor
    name: str
    method: str
    parameters: OperationParameters

    def __call__(self, **values: object) -> None:
        context = click.get_current_context()
        settings = read_settings(context, values)
        sources = [expanded(source) for source in cast("tuple[str, ...]", values.get("sources") or ())]
        arguments = given(values)
        together = self.parameters.sources is Sources.TOGETHER or bool(values.get("together"))
        self._check(sources, arguments, together=together)
        vendor = self.vendor
        try:
            with access(
                vendor, sandbox=settings.sandbox, profile=settings.profile, base_url=settings.base_url
            ) as found:
                if found.notice and not settings.quiet:
                    click.echo(found.notice, err=True)
                code = run_jobs(
                    lambda: self._opened(found, settings, self._calls(sources, arguments, together=together)),
                    settings,
                    lasting=found.lasting,
                )
        except ConfigurationError as error:
            # Without a key no file is looked at; who has none yet hears of both at once.
            for reason in _unreadable(sources):
                click.echo(f"error: {on_command_line(reason)}", err=True)
            give_up(error)
        except SafelightError as error:
            give_up(error)
        context.exit(code)

    def _check(self, sources: list[str], arguments: dict[str, object], *, together: bool) -> None:
        if len(sources) > 1 and not together:
            for name in ONE_SOURCE_ONLY:
                if name in arguments:
                    raise click.UsageError(
                        f"--{command_name(name)} is for one source; there are {len(sources)}."
                    )
        if sources.count(STDIN) > 1:
            raise click.UsageError("stdin can be one source only.")

    @asynccontextmanager
    async def _opened(
        self, found: Access, settings: Settings, calls: list[SourceCall]
    ) -> AsyncGenerator[list[Job], None]:
        async with new_client(self.vendor, found) as client:
            yield self._jobs(client, settings, calls)

    def _calls(self, sources: list[str], arguments: dict[str, object], *, together: bool) -> list[SourceCall]:
        """The arguments of each task, and the source that it is named after."""
        if self.parameters.sources is Sources.NONE:
            return [("", arguments)]
        name = self.parameters.source
        contents = [source_content(self.vendor, source) for source in sources]
        if together:
            return [(sources[0], {name: contents, **arguments})]
        return [
            (source, {name: content, **arguments}) for source, content in zip(sources, contents, strict=True)
        ]

    def _jobs(self, client: AnyClient, settings: Settings, calls: list[SourceCall]) -> list[Job]:
        out = check_out(settings.out, len(calls))
        stems = [
            source_stem(source, cast("str | None", call.get("filename")), self.name) for source, call in calls
        ]
        makes = expected(self.vendor, self.method, calls[0][1])
        found = places(out, [source for source, _ in calls], stems, self.name, makes)
        return [
            Job(
                Report(label_of(source) if source else self.name, self.vendor.name, self.method),
                partial(_begin, client, self.method, call),
                place,
            )
            for (source, call), place in zip(calls, found, strict=True)
        ]


def _unreadable(sources: Sequence[str]) -> Iterator[str]:
    """What is wrong with the sources that are files."""
    for source in sources:
        if source != STDIN and "://" not in source:
            try:
                measure(source)  # a pipe is not read here: it can be only once
            except InvalidInput as error:
                yield error.message


async def _begin(client: AnyClient, method: str, arguments: dict[str, object]) -> AnyTask:
    create = cast("Callable[..., Awaitable[AnyTask]]", getattr(client, method))
    return await create(**arguments)
