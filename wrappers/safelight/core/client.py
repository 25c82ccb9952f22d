"""Clients: a vendor's operations, with the credentials, connections and driver to run them."""

from __future__ import annotations

from typing import ClassVar, Self, TypeVar

import attrs

from safelight.core.auth import Auth, KeyHeader
from safelight.core.calls import Api
from safelight.core.credentials import Credentials, resolve
from safelight.core.drivers import AsyncDriver, Listener, SyncDriver
from safelight.core.facts import VendorFacts, load
from safelight.core.flow import Flow
from safelight.core.http import AsyncHttpClient, AsyncHttpx, Connection, SyncHttpClient, SyncHttpx
from safelight.core.limits import shared_limiter
from safelight.core.operations import Operations
from safelight.core.outcome import Created, Handle
from safelight.core.retry import RetryPolicy
from safelight.core.task import AsyncTask, Task
from safelight.core.wire import origin
from safelight.errors import ConfigurationError

R = TypeVar("R")


@attrs.frozen
class Options:
    """How a client behaves.

    Attributes:
        connection: Timeouts, proxy, certificates.
        retry: How often and how long a call is tried again.
        listener: Called with every event: `Update`, `Uploaded`, `Downloaded`, `Retrying`, `Throttled`.
    """

    connection: Connection = attrs.field(factory=Connection)
    retry: RetryPolicy = attrs.field(factory=RetryPolicy)
    listener: Listener | None = None


class Client(Operations[R]):
    """What both kinds of clients are."""

    PACKAGE: ClassVar[str]

    def _connect(self, credentials: Credentials, options: Options) -> None:
        facts = self._facts()
        self._options = options
        self._api = Api(
            facts,
            credentials,
            self._authenticate(facts, credentials),
            shared_limiter(facts, credentials.base_url, credentials.api_key),
            options.retry,
        )

    @classmethod
    def _facts(cls) -> VendorFacts:
        return load(cls.PACKAGE)

    def _authenticate(self, facts: VendorFacts, credentials: Credentials) -> Auth:
        scheme = facts.authentication
        return KeyHeader({scheme.header.lower(): f"{scheme.prefix}{credentials.api_key}"})

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._api.credentials.base_url}>"

    def _handle(self, token: str) -> Handle:
        handle = Handle.from_token(token)
        if handle.vendor != self._api.facts.vendor:
            raise ConfigurationError(f"the token is of a task of {handle.vendor}", vendor=self._api.facts.vendor)
        if origin(handle.address) != origin(self._api.credentials.base_url):
            raise ConfigurationError(
                f"the task lives at {origin(handle.address)}, and this client speaks to "
                f"{origin(self._api.credentials.base_url)}: pass base_url={handle.address!r} to the client",
                vendor=self._api.facts.vendor,
                field="token",
            )
        return handle


class SyncClient(Client[R]):
    """A client whose methods return when they are done. Threads may share it.

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

    def __init__(  # noqa: PLR0913 - keyword-only settings
        self,
        api_key: str | None = None,
        *,
        secret_key: str | None = None,
        base_url: str | None = None,
        profile: str | None = None,
        options: Options | None = None,
        http_client: SyncHttpClient | None = None,
    ) -> None:
        credentials = resolve(
            self._facts(), api_key=api_key, secret_key=secret_key, base_url=base_url, profile=profile
        )
        self._connect(credentials, options or Options())
        self._http = SyncHttpx(self._options.connection, http_client)
        self._driver = SyncDriver(self._http, listener=self._options.listener)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def resume(self, token: str) -> Task[R]:
        """The task of a token, in another process or a week later. Asks nobody.

        Raises:
            ConfigurationError: The token is damaged, or of another vendor or address.
        """
        return Task(self, Created(self._handle(token)), self._driver)

    def _start(self, flow: Flow[Created[R]]) -> Task[R]:
        return Task(self, self._driver.run(flow), self._driver)


class AsyncClient(Client[R]):
    """A client for one event loop; same names, arguments and behaviour as its sync twin.

    Args:
        api_key: The key; by default from the environment or a profile.
        secret_key: The second half of the key, where a vendor has one.
        base_url: Another address of the API.
        profile: Section of ``~/.config/safelight/profiles.toml``; by default ``default``.
        options: Timeouts, retries and the like.
        http_client: An `httpx.AsyncClient` of one's own, which is not closed here.

    Raises:
        ConfigurationError: The key is missing or the address unsafe.
    """

    def __init__(  # noqa: PLR0913 - keyword-only settings
        self,
        api_key: str | None = None,
        *,
        secret_key: str | None = None,
        base_url: str | None = None,
        profile: str | None = None,
        options: Options | None = None,
        http_client: AsyncHttpClient | None = None,
    ) -> None:
        credentials = resolve(
            self._facts(), api_key=api_key, secret_key=secret_key, base_url=base_url, profile=profile
        )
        self._connect(credentials, options or Options())
        self._http = AsyncHttpx(self._options.connection, http_client)
        self._driver = AsyncDriver(self._http, listener=self._options.listener)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connections."""
        await self._http.close()

    def resume(self, token: str) -> AsyncTask[R]:
        """The task of a token, in another process or a week later. Asks nobody.

        Raises:
            ConfigurationError: The token is damaged, or of another vendor or address.
        """
        return AsyncTask(self, Created(self._handle(token)), self._driver)

    async def _start(self, flow: Flow[Created[R]]) -> AsyncTask[R]:
        return AsyncTask(self, await self._driver.run(flow), self._driver)
