"""Runs ``safelight mcp``: opens the folders and the database, finds the vendors, and serves."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable, Mapping, Sequence
from concurrent.futures import Future
from threading import Thread

import click

from safelight.agents.folders import Folders
from safelight.agents.server import INSTRUCTIONS, Service, serve_stdio
from safelight.agents.tasks import Settings, serving
from safelight.batch.batches import Clients
from safelight.batch.cli import terminable
from safelight.batch.database import database_url as resolve_url
from safelight.batch.progress import Progress
from safelight.batch.running import check_key
from safelight.cli.access import sandbox_clients
from safelight.cli.main import INTERRUPTED
from safelight.cli.reporting import give_up
from safelight.cli.settings import wants_sandbox
from safelight.cli.vendors import VENDORS, Vendor
from safelight.core.transfers.preparing import Prepare
from safelight.errors import ConfigurationError, SafelightError

DATABASE, SANDBOX_DATABASE = "safelight-mcp.sqlite", "safelight-mcp-sandbox.sqlite"


def serve(
    *,
    allow: Sequence[str],
    out: str | None,
    allow_urls: bool,
    max_credits: float,
    vendors: Sequence[str],
    within: float,
    prepare: Prepare | None,
    profile: str | None,
    database_url: str | None,
    sandbox: bool,
) -> None:
    """Serve until stdin ends. stdout belongs to the protocol; all else goes to stderr."""
    sandboxed = sandbox or wants_sandbox(click.get_current_context())
    own = sandboxed and database_url is None
    try:
        folders = Folders.open(allow, out, urls=allow_urls)
        address = resolve_url(
            database_url or str(folders.allowed[0] / (SANDBOX_DATABASE if own else DATABASE))
        )
        with (
            Progress(quiet=True) as progress,
            sandbox_clients(sandboxed=sandboxed, warn=progress.warn) as clients,
            terminable(),
        ):
            settings = Settings(folders, max_credits, profile, prepare, clients)
            offered = _vendors(vendors, profile, clients)
            said = INSTRUCTIONS.format(
                allowed=", ".join(map(str, folders.allowed)), out=folders.out, within=within, cap=max_credits
            )
            if sandboxed:
                said += " This is a sandbox: vendors are emulated, no credits are spent, and results look different."
            with serving(address, settings, ended=bool(clients), own=own) as tasks:
                click.echo(f"safelight mcp: serving {', '.join(offered)} on stdin and stdout", err=True)
                _until_ended(serve_stdio(Service(tasks, offered, settings, within), said))
    except KeyboardInterrupt:
        raise click.exceptions.Exit(INTERRUPTED) from None
    except SafelightError as error:
        give_up(error)


def _until_ended(server: Coroutine[object, object, None]) -> None:
    """Run a server until stdin ends or a signal comes.

    It runs on a daemon thread: a thread that reads stdin cannot be cancelled, and would keep the process until a client that
    has sent a signal closes stdin too.
    """
    ended: Future[None] = Future()

    def run() -> None:
        try:
            ended.set_result(asyncio.run(server))
        except BaseException as error:  # noqa: BLE001 - raised where it is waited for
            ended.set_exception(error)

    Thread(target=run, name="safelight-mcp", daemon=True).start()
    ended.result()


def _vendors(chosen: Iterable[str], profile: str | None, clients: Clients) -> Mapping[str, Vendor]:
    """The vendors to offer: those chosen, or all that have a key.

    Raises:
        ConfigurationError: A chosen one has no key, or none has.
    """
    named = list(dict.fromkeys(chosen))
    for name in named:
        check_key(name, profile, clients)
    found = named or [name for name in VENDORS if _has_key(name, profile, clients)]
    if not found:
        raise ConfigurationError(
            "no vendor has a key: set one of "
            + ", ".join(vendor.facts.environment.api_key for vendor in VENDORS.values())
            + ", or add --sandbox",
            field="api_key",
        )
    return {name: VENDORS[name] for name in found}


def _has_key(name: str, profile: str | None, clients: Clients) -> bool:
    try:
        check_key(name, profile, clients)
    except ConfigurationError:
        return False
    return True
