"""Clients: a vendor's operations, with the credentials, connections and driver to run them."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Generator, Iterable, Mapping
from copy import copy
from datetime import timedelta
from enum import Enum
from functools import partial
from typing import Any, Generic, Self, TypeVar, cast

import attrs

from safelight.core.api.auth import Auth, KeyHeader
from safelight.core.api.credentials import Credentials, resolve
from safelight.core.api.purchases import bought
from safelight.core.api.retry import RetryPolicy
from safelight.core.base.checks import seconds_within
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
    shared_ssl_context,
)
from safelight.core.http.messages import origin
from safelight.core.mapping import map_async, map_sync, sources_at_once
from safelight.core.operation import Operation
from safelight.core.operations import Operations
from safelight.core.options import Options
from safelight.core.results import AsyncResult, Result
from safelight.core.task import WITHIN, AsyncTask, Task
from safelight.core.transfers.files_api import FilesApi
from safelight.core.transfers.preparing import Prepare
from safelight.errors import ConfigurationError, SafelightError

R = TypeVar("R")
H = TypeVar("H")
S = TypeVar("S")
T = TypeVar("T")


class Unchanged(Enum):
    """Stands for an option that stays what it was, where None says something else."""

    UNCHANGED = "unchanged"


MAP_AT_ONCE = 8
"""Sources that `map` works on at the same time at the least, where the vendor states no limit of tasks in flight."""
MAP_SECONDS = 10.0
"""What a task is taken to last while none has ended."""


class Client(Operations[R], Generic[R, H]):
    """What sync and async clients share."""

    def __init__(
        self,
        api_key: str | None = None,
        *,
        secret_key: str | None = None,
        base_url: str | None = None,
        profile: str | None = None,
        options: Options | None = None,
        http_client: H | None = None,
    ) -> None:
        """Find the key and open connections.

        Args:
            api_key: The key; by default from the environment or a profile.
            secret_key: The second half of the key, if the vendor has one.
            base_url: Another address of the API.
            profile: Section of ``~/.config/safelight/profiles.toml``; by default ``default``. This small file is read when
                the client is created, unless arguments or environment give both key and address. To keep that off an
                event loop, create the client with ``await asyncio.to_thread(...)``.
            options: Timeouts, retries and so on.
            http_client: Your own `httpx.Client`, for an async client an `httpx.AsyncClient`; it is not closed here.

        Raises:
            ConfigurationError: The key is missing, or the address is not safe.
        """
        facts = self._facts()
        credentials = resolve(
            facts, api_key=api_key, secret_key=secret_key, base_url=base_url, profile=profile
        )
        options = Options() if options is None else options
        if not isinstance(cast("object", options), Options):
            raise self._wrong("options", f"options must be Options(...), not {type(options).__name__}")
        if options.VENDOR not in (None, facts.vendor):
            kind = type(options).__name__
            raise self._wrong(
                "options", f"{kind} is of another vendor: pass Options(...) or those of {facts.title}"
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
            tell=partial(tell, options.listener),
            paths=self._paths(facts, options),
        )
        self._connect(http_client)
        self._make_driver()

    def resume(self, token: str, *, operation: str | None = None) -> object:
        """Get a task back by its token, in any process, at any time. Sends no request.

        Args:
            token: The task's token; or the vendor's id of the task, together with `operation`.
            operation: Name of the operation that created the task, such as ``"remove_background"``.

        Raises:
            ConfigurationError: The token is damaged, or belongs to another vendor or address; or the id is not valid.
        """
        raise NotImplementedError

    def with_options(
        self,
        *,
        retry: RetryPolicy | None = None,
        listener: Listener | Unchanged | None = Unchanged.UNCHANGED,
        poll_cost: float | None = None,
        prepare: Prepare | Unchanged | None = Unchanged.UNCHANGED,
    ) -> Self:
        """A copy of this client with other options; it shares connections, sign-in, limits and learned durations.

        Args:
            retry: See `Options`; None keeps the current policy.
            listener: Receives the events of the copy, instead of the current listener; None for no listener.
            poll_cost: See `Options`; None keeps the current value.
            prepare: See `Options`; None sends files as they are.
        """
        options = self._options
        changed = copy(self)
        changed._options = attrs.evolve(
            options,
            retry=retry or options.retry,
            listener=options.listener if listener is Unchanged.UNCHANGED else listener,
            poll_cost=options.poll_cost if poll_cost is None else poll_cost,
            prepare=options.prepare if prepare is Unchanged.UNCHANGED else prepare,
        )
        changed._api = copy(self._api)
        changed._api.retry = changed._options.retry
        changed._api.poll_cost = changed._options.poll_cost
        changed._api.tell = partial(tell, changed._options.listener)
        changed._make_driver()
        return changed

    def _connect(self, http_client: H | None) -> None:
        """Make what sends requests."""
        raise NotImplementedError

    def _make_driver(self) -> None:
        """Make a driver that tells the client's listener."""
        raise NotImplementedError

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
            return attrs.evolve(connection, trust_env=False)  # no proxy reaches this machine
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

    def _wrong(self, field: str, said: str) -> ConfigurationError:
        return ConfigurationError(said, vendor=self._facts().vendor, field=field)

    def _handle(self, token: str, operation: str | None) -> Handle:
        handle = self._named(token, operation) if operation is not None else Handle.from_token(token)
        if not handle.id and operation is None:
            raise self._wrong(
                "token", "the vendor answered this task with its result alone, so there is nothing to resume"
            )
        if handle.vendor != self._api.facts.vendor:
            raise self._wrong("token", f"the token is of a task of {brief(handle.vendor)}")
        if origin(handle.address) != origin(self._api.credentials.base_url):
            raise self._wrong(
                "token",
                f"the task lives at {brief(origin(handle.address))}, and this client speaks to "
                f"{origin(self._api.credentials.base_url)}: pass base_url={brief(handle.address, PATH)!r} to the client",
            )
        if handle.operation not in self._api.facts.methods:
            raise damaged_token()
        if not self._is_id(handle.id, handle.operation):
            raise self._wrong(
                "token", f"{brief(repr(handle.id))} is not a task id of {self._api.facts.title}"
            )
        return handle

    def _named(self, task_id: str, operation: str) -> Handle:
        """The handle of a task of which only the vendor's id is known."""
        facts = self._api.facts
        if not isinstance(cast("object", task_id), str):
            raise self._wrong(
                "token", f"the vendor's id of a task must be a str, not {type(task_id).__name__}"
            )
        if unwrapped(task_id).startswith("{"):
            raise self._wrong(
                "operation",
                "operation= goes with the vendor's id of a task, and this is a token: pass the token alone",
            )
        found = getattr(type(self), operation, None) if isinstance(cast("object", operation), str) else None
        if not isinstance(found, Operation):
            raise self._wrong("operation", f"{type(self).__name__} has no operation {brief(repr(operation))}")
        return Handle(facts.vendor, operation, task_id, 0.0, self._api.credentials.base_url, operation)


class SyncClient(Client[R, SyncHttpClient]):
    """A client whose methods return when they are done. Threads may share it."""

    def _connect(self, http_client: SyncHttpClient | None) -> None:
        from safelight.core.http.transport import SyncHttpx  # noqa: PLC0415 - brings httpx

        self._http = SyncHttpx(self._connection(http_client), http_client)
        self._locks: dict[str, Lock] = {}

    def _make_driver(self) -> None:
        self._driver = SyncDriver(self._http, listener=self._options.listener, locks=self._locks)

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
        """Run an operation on every source; yields each source with its result or error, as they finish.

        If you stop iterating early, it buys nothing more, and logs the tokens of tasks bought but not yielded.

        Args:
            operation: A method of this client, or a function of one source that calls one.
            sources: Any number of sources, read as they are needed.
            at_once: Sources worked on at the same time; by default as many as suit the vendor's limits.
            within: At most how long to wait for one task, in seconds or as a `timedelta`; see `Task.result`.

        Raises:
            InvalidInput: `at_once` is less than 1, or `within` is not a number of seconds or a `timedelta`.
        """
        number = sources_at_once(sources, at_once, self._at_once)
        return map_sync(operation, sources, number, seconds_within(within))

    def _start(self, flow: Flow[Created[R]]) -> Task[R]:
        return bought(lambda: Task(self, self._driver.run(flow), self._driver))


class AsyncClient(Client[R, AsyncHttpClient]):
    """A client for one event loop, with the same names, arguments and behaviour as the sync client."""

    def _connect(self, http_client: AsyncHttpClient | None) -> None:
        from safelight.core.http.files import AsyncHttp  # noqa: PLC0415 - brings httpx

        self._http = AsyncHttp(self._connection(http_client), http_client)
        self._locks: dict[str, asyncio.Lock] = {}

    def _make_driver(self) -> None:
        self._driver = AsyncDriver(self._http, listener=self._options.listener, locks=self._locks)

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
        """Run an operation on every source; yields each source with its result or error, as they finish.

        If you stop iterating early, it buys nothing more, and logs the tokens of tasks bought but not yielded.

        Args:
            operation: A method of this client, or a function of one source that calls one.
            sources: Any number of sources, also from an async iterator, read as they are needed.
            at_once: Sources worked on at the same time; by default as many as suit the vendor's limits.
            within: At most how long to wait for one task, in seconds or as a `timedelta`; see `Task.result`.

        Raises:
            InvalidInput: `at_once` is less than 1, or `within` is not a number of seconds or a `timedelta`.
        """
        number = sources_at_once(sources, at_once, self._at_once)
        return map_async(operation, sources, number, seconds_within(within))

    async def _start(self, flow: Flow[Created[R]]) -> AsyncTask[R]:
        return AsyncTask(self, await self._driver.run(flow), self._driver)
