"""Runs an operation with what its command was given: a task for each source, or one for all."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias, cast

import click

from safelight.cli.access import Access, access, new_client, running_sandbox
from safelight.cli.examples import option_text
from safelight.cli.naming import STDIN, STDOUT, Place, check_out, expected, label_of, places, source_stem
from safelight.cli.parameters import ONE_SOURCE_ONLY, given
from safelight.cli.reporting import Report, give_up
from safelight.cli.running import AnyTask, Job, run_jobs
from safelight.cli.settings import Settings, read_settings
from safelight.cli.titles import TITLED, ids_of
from safelight.cli.vendors import AnyClient, Vendor, command_name
from safelight.cli.wording import on_command_line
from safelight.core.base.homes import expanded
from safelight.core.base.methods import MethodFacts
from safelight.core.base.redact import PATH, brief
from safelight.core.transfers.sources import File, Source, measure, url_of
from safelight.errors import ConfigurationError, InvalidInput, SafelightError

SourceCall: TypeAlias = tuple[str, dict[str, object]]


@dataclass(frozen=True, slots=True)
class Call:
    """A call of an operation."""

    vendor: Vendor
    method: MethodFacts

    @property
    def name(self) -> str:
        """What the command line calls the operation."""
        return command_name(self.method.name)

    def run(self, values: Mapping[str, object]) -> None:
        """Create the tasks, wait for them and save their results; ends the command with its exit code."""
        context = click.get_current_context()
        settings = read_settings(context, values)
        sources = [expanded(source) for source in cast("tuple[str, ...]", values.get("sources") or ())]
        arguments = given(values)
        together = bool(values.get("together"))
        if settings.no_wait and settings.sandbox and running_sandbox(self.vendor, settings.base_url) is None:
            raise click.UsageError("--no-wait needs a sandbox that stays: start one with safelight sandbox.")
        self._check(sources, arguments, several=len(sources) > 1 and not together)
        vendor = self.vendor
        calls = partial(self._calls, sources, arguments, together=together)
        title = cast("str | None", values.get(TITLED))
        try:
            folders = [source for source in sources if os.path.isdir(source)]  # noqa: PTH112 - text stays text
            if folders and len(folders) == len(sources):
                raise InvalidInput(self._batch(folders, arguments, settings))
            if values["dry_run"]:
                from safelight.preview.command import preview_calls  # noqa: PLC0415 - few commands need it

                found_calls = calls()
                out = STDOUT if settings.out == STDIN else Path(settings.out)
                targets = self._places(out, found_calls)
                prepare = values.get("prepare")
                context.exit(
                    preview_calls(vendor, self.method, found_calls, settings, title, prepare, targets)
                )
            with access(
                vendor, sandbox=settings.sandbox, profile=settings.profile, base_url=settings.base_url
            ) as found:
                if found.notice and not settings.quiet:
                    click.echo(found.notice, err=True)
                code = run_jobs(
                    lambda: self._opened(found, settings, calls(), title, values.get("prepare")),
                    settings,
                    lasting=found.lasting,
                )
            if folders:
                click.echo(on_command_line(self._batch(folders, arguments, settings)), err=True)
        except ConfigurationError as error:
            # Without a key no file is looked at; who has none yet hears of both at once.
            for reason in _unreadable(sources):
                click.echo(f"error: {on_command_line(reason)}", err=True)
            give_up(error)
        except SafelightError as error:
            give_up(error)
        context.exit(code)

    def _batch(self, folders: Sequence[str], arguments: Mapping[str, object], settings: Settings) -> str:
        """What to say of folders: the command that takes them."""
        out = settings.out if settings.out != "." else f"{self.name}/"
        words = ["safelight", "batch", "run", *map(shlex.quote, folders)]
        words += ["--vendor", self.vendor.name, "--operation", self.name]
        words += [
            option_text(name, one)
            for name, value in arguments.items()
            for one in self._texts(name, arguments) or (value,)
        ]
        words += ["-o", shlex.quote(out)]
        words += [] if settings.profile is None else ["--profile", shlex.quote(settings.profile)]
        words += ["--sandbox"] * settings.sandbox + ["--overwrite"] * settings.overwrite
        what, them = ("is a folder", "it") if len(folders) == 1 else ("are folders", "them")
        names = brief(", ".join(folders), PATH)
        return f"{names} {what}, which a batch takes; nothing of {them} was sent. Run:\n  {' '.join(words)}"

    def _check(self, sources: Sequence[str], arguments: Mapping[str, object], *, several: bool) -> None:
        others = [text for name in arguments for text in self._texts(name, arguments)]
        if [*sources, *others].count(STDIN) > 1:
            raise click.UsageError("stdin can be one source only.")
        for name in arguments:
            if several and (name in ONE_SOURCE_ONLY or STDIN in self._texts(name, arguments)):
                dash = "" if name in ONE_SOURCE_ONLY else f" {STDIN}"
                raise click.UsageError(
                    f"--{command_name(name)}{dash} is for one source; there are {len(sources)}."
                )

    def _texts(self, name: str, arguments: Mapping[str, object]) -> Sequence[str]:
        """What an option for pictures was given."""
        parameter = self.method.parameters.get(name)
        if parameter is None or parameter.source is None:
            return ()
        return cast("list[str]", arguments[name]) if parameter.many else (cast("str", arguments[name]),)

    @asynccontextmanager
    async def _opened(
        self,
        found: Access,
        settings: Settings,
        calls: list[SourceCall],
        title: str | None,
        prepare: object,
    ) -> AsyncGenerator[list[Job], None]:
        async with new_client(self.vendor, found, prepare) as client:
            if title is not None:
                ids = await ids_of(client, self.vendor, self.method, title, calls[0][1])
                calls = [(source, {**call, **ids}) for source, call in calls]
            yield self._jobs(client, settings, calls)

    def _calls(
        self, sources: list[str], arguments: Mapping[str, object], *, together: bool
    ) -> list[SourceCall]:
        """The arguments of each task, and the source that it is named after."""
        shared = dict(arguments)
        for name in arguments:
            if contents := [self._content(expanded(text)) for text in self._texts(name, arguments)]:
                shared[name] = contents if self.method.parameters[name].many else contents[0]
        main = self.method.source
        if main is None:
            return [("", shared)]
        if together:
            return [(sources[0], {main: list(map(self._content, sources)), **shared})]
        return [(source, {main: self._content(source), **shared}) for source in sources]

    def _content(self, source: str) -> Source:
        """What to hand to an operation: to be fetched here where it is a URL and the vendor takes none."""
        if source == STDIN:
            return sys.stdin.buffer
        return File(source, fetch=True) if url_of(source) and not self.vendor.takes_urls else source

    def _places(self, out: Path, calls: list[SourceCall]) -> list[Place]:
        """Where each task's files go."""
        stems = [
            source_stem(source, cast("str | None", call.get("filename")), self.name) for source, call in calls
        ]
        makes = expected(self.method, calls[0][1])
        return places(out, [source for source, _ in calls], stems, self.name, makes)

    def _jobs(self, client: AnyClient, settings: Settings, calls: list[SourceCall]) -> list[Job]:
        found = self._places(check_out(settings.out, len(calls)), calls)
        return [
            Job(
                Report(label_of(source) if source else self.name, self.vendor.name, self.method.name),
                partial(_begin, client, self.method.name, call),
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
