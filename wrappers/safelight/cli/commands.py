"""A subcommand for each operation, made from the operation itself."""

from __future__ import annotations

import sys
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import cast

import click

from safelight.cli.access import Access, access, new_client
from safelight.cli.catalogue import listing_command
from safelight.cli.naming import STDIN, check_out, label_of, places, source_stem
from safelight.cli.parameters import (
    ONE_SOURCE_ONLY,
    OperationParameters,
    Sources,
    given,
    read_parameters,
)
from safelight.cli.reporting import Report, give_up
from safelight.cli.running import AnyTask, Job, run_jobs
from safelight.cli.settings import Settings, common_options, option_names, read_settings, sandbox_option
from safelight.cli.values import Value
from safelight.cli.vendors import AnyClient, AnyOperation, Vendor, command_name
from safelight.cli.wording import description, summary
from safelight.errors import SafelightError

SAMPLES = {"JSON": "@options.json", "TEXT": "'...'", "INTEGER": "1", "NUMBER": "1"}


class VendorGroup(click.Group):
    """The operations of one vendor as subcommands."""

    def __init__(self, vendor: Vendor) -> None:
        super().__init__(
            vendor.name,
            params=[sandbox_option()],
            help=f"Operations of {vendor.title}.",
            epilog=f"Options of an operation: safelight {vendor.name} OPERATION --help",
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


def operation_command(vendor: Vendor, method: str, operation: AnyOperation) -> click.Command:
    """Make the command of an operation."""
    name = command_name(method)
    common = common_options()
    parameters = read_parameters(vendor, operation, option_names(common))
    command = _Call(vendor, name, method, parameters)
    sources: list[click.Parameter] = []
    if parameters.sources is not Sources.NONE:
        sources = [click.Argument(["sources"], nargs=-1, required=True, metavar="SOURCE...")]
    return click.Command(
        name,
        params=[*sources, *parameters.options, *common],
        callback=command,
        short_help=summary(operation.__doc__, parameters.names),
        help="\n\n".join(
            text
            for text in (description(operation.__doc__, parameters.names), _about_sources(parameters))
            if text
        ),
        epilog=f"\b\nExample:\n  safelight --sandbox {vendor.name} {name} {_example(parameters)}-o out/",
    )


def _about_sources(parameters: OperationParameters) -> str:
    if parameters.sources is Sources.NONE:
        return ""
    each = "each becomes a task of its own" if parameters.sources is Sources.EACH else "all go into one task"
    return (
        f"SOURCE is a path, a URL or - for stdin; {each}. Results are named after their source; in the source's own "
        f"folder the operation is added to the name. The paths of the results are printed on stdout."
    )


def _example(parameters: OperationParameters) -> str:
    words = [] if parameters.sources is Sources.NONE else ["photo.jpg"]
    words += [
        f"{option.opts[0]} {_sample(option)}"
        for option in parameters.options
        if isinstance(option, click.Option) and option.required
    ]
    return "".join(f"{word} " for word in words)


def _sample(option: click.Option) -> str:
    value = getattr(option.type, "func", None)
    if isinstance(value, Value):
        return next(iter(value.choices), SAMPLES.get(value.metavar.partition("|")[0], value.metavar))
    return "reference.jpg"


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
        sources = list(cast("tuple[str, ...]", values.get("sources") or ()))
        arguments = given(values)
        self._check(sources, arguments)
        vendor = self.vendor
        try:
            with access(
                vendor, sandbox=settings.sandbox, profile=settings.profile, base_url=settings.base_url
            ) as found:
                if found.notice and not settings.quiet:
                    click.echo(found.notice, err=True)
                code = run_jobs(
                    lambda: self._opened(found, settings, sources, arguments), settings, lasting=found.lasting
                )
        except SafelightError as error:
            give_up(error)
        context.exit(code)

    def _check(self, sources: list[str], arguments: dict[str, object]) -> None:
        if len(sources) > 1 and self.parameters.sources is Sources.EACH:
            for name in ONE_SOURCE_ONLY:
                if name in arguments:
                    raise click.UsageError(
                        f"--{command_name(name)} is for one source; there are {len(sources)}."
                    )
        if sources.count(STDIN) > 1:
            raise click.UsageError("stdin can be one source only.")

    @asynccontextmanager
    async def _opened(
        self, found: Access, settings: Settings, sources: list[str], arguments: dict[str, object]
    ) -> AsyncGenerator[list[Job], None]:
        async with new_client(self.vendor, found) as client:
            yield self._jobs(client, settings, sources, arguments)

    def _jobs(
        self, client: AnyClient, settings: Settings, sources: list[str], arguments: dict[str, object]
    ) -> list[Job]:
        filename = cast("str | None", arguments.get("filename"))
        if self.parameters.sources is Sources.EACH:
            calls = [(source, {self.parameters.source: _content(source), **arguments}) for source in sources]
        elif self.parameters.sources is Sources.TOGETHER:
            together = [_content(source) for source in sources]
            calls = [(sources[0], {self.parameters.source: together, **arguments})]
        else:
            calls = [("", arguments)]
        out = check_out(settings.out, len(calls))
        stems = [source_stem(source, filename, self.name) for source, _ in calls]
        found = places(out, [source for source, _ in calls], stems, self.name)
        return [
            Job(
                Report(label_of(source) if source else self.name, self.vendor.name, self.method),
                partial(_begin, client, self.method, call),
                place,
            )
            for (source, call), place in zip(calls, found, strict=True)
        ]


async def _begin(client: AnyClient, method: str, arguments: dict[str, object]) -> AnyTask:
    create = cast("Callable[..., Awaitable[AnyTask]]", getattr(client, method))
    return await create(**arguments)


def _content(source: str) -> str | bytes:
    return sys.stdin.buffer.read() if source == STDIN else source
