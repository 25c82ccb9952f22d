"""Clients: a vendor's operations, with the credentials, connections and driver to run them."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Generator, Iterable, Mapping
from copy import copy
from datetime import timedelta
from enum import Enum
from functools import partial
from typing import Any, Self, TypeVar, cast

import attrs

from safelight.core.api.auth import Auth, KeyHeader
from safelight.core.api.credentials import Credentials, resolve
from safelight.core.api.purchases import bought
from safelight.core.api.retry import RetryPolicy
from safelight.core.base.events import log
from safelight.core.base.facts import VendorFacts, load
from safelight.core.base.locks import Lock
from safelight.core.base.outcome import Created, Handle, damaged_token, unwrapped
from safelight.core.base.redact import PATH, brief
from safelight.core.creation import create
from safelight.core.flow.drivers import AsyncDriver, Listener, SyncDriver, tell
from safelight.core.flow.effects import Flow
from safelight.core.http.connection import (
    AsyncHttpClient,
    Connection,
    SyncHttpClient,
    past_proxies,
    shared_ssl_context,
)
from safelight.core.http.messages import origin
from safelight.core.mapping import map_async, map_sync
from safelight.core.operation import Operation
from safelight.core.operations import Operations
from safelight.core.options import Options
from safelight.core.results import AsyncResult, Result
from safelight.core.task import WITHIN, AsyncTask, Task
from safelight.core.transfers.files_api import FilesApi
from safelight.errors import ConfigurationError, SafelightError

R = TypeVar("R")
S = TypeVar("S")
T = TypeVar("T")


class Unchanged(Enum):
    """Stands for a listener that stays the one it was, for None is to have no listener."""

    UNCHANGED = "unchanged"


MAP_AT_ONCE = 8
"""Sources that `map` works on at the same time at the least, where the vendor states no limit of tasks in flight."""
MAP_SECONDS = 10.0
"""What a task is taken to last while none has ended."""


class Client(Operations[R]):
    """What both kinds of clients are."""

    def _make_api(self, credentials: Credentials, options: Options) -> None:
        facts = self._facts()
        if not isinstance(cast("object", options), Options):
            raise ConfigurationError(
                f"options must be Options(...), not {type(options).__name__}",
                vendor=facts.vendor,
                field="options",
            )
        if options.VENDOR not in (None, facts.vendor):
            raise ConfigurationError(
                f"{type(options).__name__} is of another vendor: pass Options(...) or those of {facts.title}",
                vendor=facts.vendor,
                field="options",
            )
        self._options = options
        self._api = FilesApi(
            facts,
            credentials,
            self._authenticate(facts, credentials),
            options.limiter(facts, credentials.base_url, credentials.api_key),
            retry=options.retry,
            poll_cost=options.poll_cost,
            before_purchase=options.before_purchase,
            uploads=options.uploads,
            slots_ahead=options.slots_ahead,
            largest_download=options.largest_download,
            private_storage=options.private_storage,
            tell=partial(tell, self._listener()),
            paths=self._paths(facts, options),
        )

    def resume(self, token: str, *, operation: str | None = None) -> object:
        """A task in another process or a week later. Asks nobody.

        Args:
            token: The task's token; or the vendor's id of it, together with `operation`.
            operation: Name of the operation that created the task, such as ``"remove_background"``.

        Raises:
            ConfigurationError: The token is damaged, or of another vendor or address; or the id is none.
        """
        raise NotImplementedError

    def with_options(
        self,
        *,
        retry: RetryPolicy | None = None,
        listener: Listener | Unchanged | None = Unchanged.UNCHANGED,
        poll_cost: float | None = None,
    ) -> Self:
        """The same client with other options; it shares connections, token, limits, and what it learned.

        Args:
            retry: See `Options`; None keeps the client's own.
            listener: Hears this client's events in place of the client's own; None for no listener.
            poll_cost: See `Options`; None keeps the client's own.
        """
        options = self._options
        changed = copy(self)
        changed._options = attrs.evolve(
            options,
            retry=retry or options.retry,
            listener=options.listener if listener is Unchanged.UNCHANGED else listener,
            poll_cost=options.poll_cost if poll_cost is None else poll_cost,
        )
        changed._api = copy(self._api)
        changed._api.retry = changed._options.retry
        changed._api.poll_cost = changed._options.poll_cost
        changed._api.tell = partial(tell, changed._listener())
        changed._make_driver()
        return changed

    def _make_driver(self) -> None:
        """Make a driver that tells the client's listener."""
        raise NotImplementedError

    def _listener(self) -> Listener:
        listener = self._options.listener
        if listener is None:
            return log

        def both(event: object) -> None:
            log(event)
            listener(event)

        return both

    def _create(
        self, method: str, arguments: Mapping[str, object], filename: str | None = None
    ) -> Flow[Created[Any]]:
        # Here and not in `Operations`, which `creation` imports.
        return create(self, method, arguments, filename)

    def _paths(self, facts: VendorFacts, options: Options) -> Mapping[str, str]:
        """Paths that replace those of the spec, by operation id."""
        return {}

    def _connection(self, given: object) -> Connection:
        connection = self._options.connection
        if self._api.credentials.local:
            return past_proxies(connection)
        if given is None and connection.verify is None:
            shared_ssl_context()  # certificates that cannot be used are told of at once
        return connection

    def _at_once(self) -> int:
        """Sources for `map` to work on now: enough to use the vendor's limits up, for tasks as long as those of late."""
        limits = self._api.facts.limits
        between = self._api.facts.seconds_between_items
        most = max(MAP_AT_ONCE, math.ceil(2 * self._api.longest(MAP_SECONDS) / between) if between else 0)
        if limits.in_flight is not None:
            most = limits.in_flight * 3 // 2  # while some wait for a place, others are sent or saved
        return min(most, self._options.connection.connections)

    @classmethod
    def _facts(cls) -> VendorFacts:
        return load(cls._PACKAGE)

    def _authenticate(self, facts: VendorFacts, credentials: Credentials) -> Auth:
        scheme = facts.authentication
        return KeyHeader({scheme.header.lower(): f"{scheme.prefix}{credentials.api_key}"})

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._api.credentials.base_url}>"

    def _handle(self, token: str, operation: str | None) -> Handle:
        handle = self._named(token, operation) if operation is not None else Handle.from_token(token)
        if not handle.id and operation is None:
            raise ConfigurationError(
                "the vendor answered this task with its result alone, so there is nothing to resume",
                vendor=handle.vendor,
                field="token",
            )
        if handle.vendor != self._api.facts.vendor:
            raise ConfigurationError(
                f"the token is of a task of {brief(handle.vendor)}", vendor=self._api.facts.vendor
            )
        if origin(handle.address) != origin(self._api.credentials.base_url):
            raise ConfigurationError(
                f"the task lives at {brief(origin(handle.address))}, and this client speaks to "
                f"{origin(self._api.credentials.base_url)}: pass base_url={brief(handle.address, PATH)!r} to the client",
                vendor=self._api.facts.vendor,
                field="token",
            )
        if handle.operation not in self._api.facts.methods:
            raise damaged_token()
        if not self._is_id(handle.id, handle.operation):
            raise ConfigurationError(
                f"{brief(repr(handle.id))} is no id of a task of {self._api.facts.title}",
                vendor=self._api.facts.vendor,
                field="token",
            )
        return handle

    def _named(self, task_id: str, operation: str) -> Handle:
        """The handle of a task of which only the vendor's id is known."""
        facts = self._api.facts
        if not isinstance(cast("object", task_id), str):
            raise ConfigurationError(
                f"the vendor's id of a task must be a str, not {type(task_id).__name__}",
                vendor=facts.vendor,
                field="token",
            )
        if unwrapped(task_id).startswith("{"):
            raise ConfigurationError(
                "operation= goes with the vendor's id of a task, and this is a token: pass the token alone",
                vendor=facts.vendor,
                field="operation",
            )
        found = getattr(type(self), operation, None) if isinstance(cast("object", operation), str) else None
        if not isinstance(found, Operation):
            raise ConfigurationError(
                f"{type(self).__name__} has no operation {brief(repr(operation))}",
                vendor=facts.vendor,
                field="operation",
            )
        return Handle(facts.vendor, operation, task_id, 0.0, self._api.credentials.base_url, operation)


class SyncClient(Client[R]):
    """A client whose methods return when they are done. Threads may share it."""

    def __init__(
        self,
        api_key: str | None = None,
        *,
        secret_key: str | None = None,
        base_url: str | None = None,
        profile: str | None = None,
        options: Options | None = None,
        http_client: SyncHttpClient | None = None,
    ) -> None:
        """Find the key and open connections.

        Args:
            api_key: The key; by default from the environment or a profile.
            secret_key: The second half of the key, where a vendor has one.
            base_url: Another address of the API.
            profile: Section of ``~/.config/safelight/profiles.toml``; by default ``default``.
            options: Timeouts, retries and the like.
            http_client: An `httpx.Client` of one's own, which is not closed here.

        Raises:
            ConfigurationError: The key is missing or the address unsafe.
        """
        credentials = resolve(
            self._facts(), api_key=api_key, secret_key=secret_key, base_url=base_url, profile=profile
        )
        self._make_api(credentials, options or Options())
        from safelight.core.http.transport import SyncHttpx  # noqa: PLC0415 - brings httpx

        self._http = SyncHttpx(self._connection(http_client), http_client)
        self._locks: dict[str, Lock] = {}
        self._make_driver()

    def _make_driver(self) -> None:
        self._driver = SyncDriver(self._http, listener=self._listener(), locks=self._locks)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def resume(self, token: str, *, operation: str | None = None) -> Task[R]:
        return Task(self, Created(self._handle(token, operation)), self._driver)

    def map(
        self,
        operation: Callable[[S], Task[T]],
        sources: Iterable[S],
        *,
        at_once: int | None = None,
        within: float | timedelta | None = WITHIN,
    ) -> Generator[tuple[S, Result[T] | SafelightError]]:
        """Run an operation on every source; yields (source, its result or the error) as they finish.

        Left early, it buys nothing more, and logs the tokens of what was bought and not yielded.

        Args:
            operation: A method of this client, or a function of one source that calls one.
            sources: Any number of sources; they are taken as they are needed.
            at_once: Sources worked on at the same time; by default as many as suit the vendor's limits.
            within: Seconds to wait for one task at the most, or a `timedelta`; see `Task.result`.

        Raises:
            InvalidInput: `at_once` is less than 1, or `within` is no time to wait.
        """
        return map_sync(operation, sources, at_once, self._at_once, within)

    def _start(self, flow: Flow[Created[R]]) -> Task[R]:
        return bought(lambda: Task(self, self._driver.run(flow), self._driver))


class AsyncClient(Client[R]):
    """A client for one event loop; same names, arguments and behaviour as its sync twin."""

    def __init__(
        self,
        api_key: str | None = None,
        *,
        secret_key: str | None = None,
        base_url: str | None = None,
        profile: str | None = None,
        options: Options | None = None,
        http_client: AsyncHttpClient | None = None,
    ) -> None:
        """Find the key and open connections.

        Args:
            api_key: The key; by default from the environment or a profile.
            secret_key: The second half of the key, where a vendor has one.
            base_url: Another address of the API.
            profile: Section of ``~/.config/safelight/profiles.toml``; by default ``default``. This small file is read when
                the client is made, unless arguments or environment name both key and address: to keep even that from
                the event loop, make the client with ``await asyncio.to_thread(...)``.
            options: Timeouts, retries and the like.
            http_client: An `httpx.AsyncClient` of one's own, which is not closed here.

        Raises:
            ConfigurationError: The key is missing or the address unsafe.
        """
        credentials = resolve(
            self._facts(), api_key=api_key, secret_key=secret_key, base_url=base_url, profile=profile
        )
        self._make_api(credentials, options or Options())
        from safelight.core.http.files import AsyncHttp  # noqa: PLC0415 - brings httpx

        self._http = AsyncHttp(self._connection(http_client), http_client)
        self._locks: dict[str, asyncio.Lock] = {}
        self._make_driver()

    def _make_driver(self) -> None:
        self._driver = AsyncDriver(self._http, listener=self._listener(), locks=self._locks)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connections."""
        await self._http.close()

    def resume(self, token: str, *, operation: str | None = None) -> AsyncTask[R]:
        return AsyncTask(self, Created(self._handle(token, operation)), self._driver)

    def map(
        self,
        operation: Callable[[S], Awaitable[AsyncTask[T]]],
        sources: Iterable[S] | AsyncIterable[S],
        *,
        at_once: int | None = None,
        within: float | timedelta | None = WITHIN,
    ) -> AsyncGenerator[tuple[S, AsyncResult[T] | SafelightError]]:
        """Run an operation on every source; yields (source, its result or the error) as they finish.

        Left early, it buys nothing more, and logs the tokens of what was bought and not yielded.

        Args:
            operation: A method of this client, or a function of one source that calls one.
            sources: Any number of sources, also from an async iterator; they are taken as they are needed.
            at_once: Sources worked on at the same time; by default as many as suit the vendor's limits.
            within: Seconds to wait for one task at the most, or a `timedelta`; see `Task.result`.

        Raises:
            InvalidInput: `at_once` is less than 1, or `within` is no time to wait.
        """
        return map_async(operation, sources, at_once, self._at_once, within)

    async def _start(self, flow: Flow[Created[R]]) -> AsyncTask[R]:
        return AsyncTask(self, await self._driver.run(flow), self._driver)
