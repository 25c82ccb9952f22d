"""``safelight resume``: the results of tasks that were created before."""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import AbstractContextManager, AsyncExitStack, ExitStack, asynccontextmanager, nullcontext
from functools import partial
from typing import cast

import click

from safelight.cli.access import Access, access, new_client, running_sandbox
from safelight.cli.kept import is_name, last, named
from safelight.cli.naming import check_out, places
from safelight.cli.reporting import Report, give_up
from safelight.cli.running import AnyTask, Job, run_jobs
from safelight.cli.settings import Settings, common_options, read_settings
from safelight.cli.texts import LONGEST, decoded, text_of
from safelight.cli.vendors import VENDORS, AnyClient
from safelight.core.base.outcome import Handle
from safelight.core.base.redact import PATH, brief
from safelight.errors import ConfigurationError, SafelightError


def resume_command() -> click.Command:
    """Make the command."""
    return click.Command(
        "resume",
        params=[
            click.Argument(["tokens"], nargs=-1, metavar="[TASK]..."),
            click.Option(["--last"], is_flag=True, help="Take the tasks that the last command left."),
            *common_options(creating=False),
        ],
        callback=_resume,
        short_help="Fetch the results of tasks created before.",
        help=(
            "Wait for tasks that were created before, here or elsewhere, and save their results.\n\n"
            "TASK is the name that a command printed when it stopped waiting (safelight tasks lists them), or a token. "
            "@FILE reads them from a file, one a line; - or no TASK at all reads them from stdin."
        ),
        epilog=(
            "\b\nExamples:\n"
            "  safelight pilio upscale *.jpg --no-wait\n"
            "  safelight resume --last -o out/\n"
            "  safelight pilio upscale *.jpg --within 0 --json | jq -r .token > tokens.txt\n"
            "  safelight resume @tokens.txt -o out/"
        ),
    )


def _resume(**values: object) -> None:
    context = click.get_current_context()
    settings = read_settings(context, values)
    try:
        given = cast("tuple[str, ...]", values["tokens"])
        if values["last"] and given:
            raise click.UsageError("--last takes no TASK.")
        tokens = [task.token for task in last()] if values["last"] else _read(given)
        handles = [Handle.from_token(token) for token in tokens]
        with ExitStack() as stack:
            found = {
                name: stack.enter_context(_access(name, settings))
                for name in {handle.vendor for handle in handles}
            }
            code = run_jobs(lambda: _opened(handles, found, settings), settings, lasting=True)
    except SafelightError as error:
        give_up(error)
    context.exit(code)


def _access(name: str, settings: Settings) -> AbstractContextManager[Access]:
    vendor = VENDORS.get(name)
    if vendor is None:
        raise ConfigurationError(f"the token is of a task of {brief(name)}, which this release does not know")
    if not settings.sandbox:
        return access(vendor, sandbox=False, profile=settings.profile, base_url=settings.base_url)
    running = running_sandbox(vendor, settings.base_url)
    if running is None:
        raise ConfigurationError(
            "a sandbox that this command starts would know no task: name the one that runs in the environment, "
            "as safelight sandbox prints it",
            vendor=name,
        )
    return nullcontext(running)


def _read(tokens: Sequence[str]) -> list[str]:
    found = [token for text in tokens or ("-",) for token in _tokens_in(text)]
    if not found:
        raise click.UsageError("There is no TASK on stdin, neither a name nor a token.")
    return [named(text).token if is_name(text) else text for text in found]


def _tokens_in(text: str) -> list[str]:
    if text == "-":
        if sys.stdin.isatty():
            raise click.UsageError("Missing argument 'TASK...', or --last.")
        content = _content("stdin", lambda: decoded(sys.stdin.buffer.read(LONGEST + 1)))
    elif text.startswith("@"):
        content = _content(text[1:], lambda: text_of(text[1:]))
    else:
        return [text]
    try:
        json.loads(content)
    except (ValueError, RecursionError):
        return [line.strip() for line in content.splitlines() if line.strip()]
    return [content]


def _content(name: str, read: Callable[[], str]) -> str:
    try:
        return read()
    except (OSError, ValueError) as error:
        raise click.UsageError(f"cannot read {brief(name, PATH)}: {error}") from None


@asynccontextmanager
async def _opened(
    handles: Sequence[Handle], found: Mapping[str, Access], settings: Settings
) -> AsyncGenerator[list[Job], None]:
    async with AsyncExitStack() as stack:
        clients = {
            name: await stack.enter_async_context(new_client(VENDORS[name], reached))
            for name, reached in found.items()
        }
        out = check_out(settings.out, len(handles))
        stems = [handle.name for handle in handles]
        yield [
            Job(
                Report(handle.name, handle.vendor, handle.operation, token=handle.token),
                partial(_begin, clients[handle.vendor], handle.token),
                place,
                new=False,
            )
            for handle, place in zip(handles, places(out, [""] * len(handles), stems, ""), strict=True)
        ]


async def _begin(client: AnyClient, token: str) -> AnyTask:
    return client.resume(token)
