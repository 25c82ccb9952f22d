"""The client that the operations are called with."""

import ssl
from typing import Any, Self, TypeAlias

import httpx
from attrs import define, evolve, field

HttpResponse: TypeAlias = httpx.Response

_TIMEOUT = httpx.Timeout(60.0)


def _show_url(url: str) -> str:
    return repr(str(httpx.URL(url).copy_with(userinfo=b"", query=None, fragment=None)))


@define(eq=False)
class Client:
    """An address and how to talk to it.

    It holds no key: hand over your own ``headers``, an ``httpx.Auth`` in ``httpx_args`` or a whole HTTP client.
    Only the address is ever shown by ``repr``.

    Args:
        base_url: The address which the paths of all operations are relative to.
        cookies: Cookies sent with every request.
        headers: Headers sent with every request.
        timeout: How long each step of a request may take, a minute unless said otherwise and without end if None;
            ``httpx.TimeoutException`` is raised beyond.
        verify_ssl: Whether the server's certificate is checked, or against what.
        follow_redirects: Whether redirects are followed, with every header but ``Authorization``.
        httpx_args: Further arguments of ``httpx.Client`` and ``httpx.AsyncClient``.
        raise_on_unexpected_status: Whether a status that the spec does not name raises ``errors.UnexpectedStatus``.
    """

    raise_on_unexpected_status: bool = field(default=False, kw_only=True, repr=False)
    _base_url: str = field(alias="base_url", repr=_show_url)
    _cookies: dict[str, str] = field(factory=dict, kw_only=True, alias="cookies", repr=False)
    _headers: dict[str, str] = field(factory=dict, kw_only=True, alias="headers", repr=False)
    _timeout: httpx.Timeout | None = field(default=_TIMEOUT, kw_only=True, alias="timeout", repr=False)
    _verify_ssl: str | bool | ssl.SSLContext = field(
        default=True, kw_only=True, alias="verify_ssl", repr=False
    )
    _follow_redirects: bool = field(default=False, kw_only=True, alias="follow_redirects", repr=False)
    _httpx_args: dict[str, Any] = field(factory=dict, kw_only=True, alias="httpx_args", repr=False)
    _client: httpx.Client | None = field(default=None, init=False, repr=False)
    _async_client: httpx.AsyncClient | None = field(default=None, init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        self._cookies = dict(self._cookies)
        self._headers = dict(self._headers)
        self._httpx_args = dict(self._httpx_args)

    def with_headers(self, headers: dict[str, str]) -> Self:
        """A copy with further headers; it opens an HTTP client of its own."""
        return evolve(self, headers={**self._headers, **headers})

    def with_cookies(self, cookies: dict[str, str]) -> Self:
        """A copy with further cookies; it opens an HTTP client of its own."""
        return evolve(self, cookies={**self._cookies, **cookies})

    def with_timeout(self, timeout: httpx.Timeout) -> Self:
        """A copy with another timeout; it opens an HTTP client of its own."""
        return evolve(self, timeout=timeout)

    def set_httpx_client(self, client: httpx.Client) -> Self:
        """Use this HTTP client as it is: address, headers, cookies and timeout given to the constructor do not count."""
        self._client = client
        return self

    def get_httpx_client(self) -> httpx.Client:
        """The HTTP client in use, opened at the first call."""
        if self._client is None:
            self._client = httpx.Client(**self._arguments())
        return self._client

    def set_async_httpx_client(self, async_client: httpx.AsyncClient) -> Self:
        """Use this HTTP client as it is: address, headers, cookies and timeout given to the constructor do not count."""
        self._async_client = async_client
        return self

    def get_async_httpx_client(self) -> httpx.AsyncClient:
        """The asynchronous HTTP client in use, opened at the first call."""
        if self._async_client is None:
            self._async_client = httpx.AsyncClient(**self._arguments())
        return self._async_client

    def _arguments(self) -> dict[str, Any]:
        return {
            "base_url": self._base_url,
            "cookies": self._cookies,
            "headers": self._headers,
            "timeout": self._timeout,
            "verify": self._verify_ssl,
            "follow_redirects": self._follow_redirects,
            **self._httpx_args,
        }

    def __enter__(self) -> Self:
        """Open the HTTP client; a client can be entered once."""
        self.get_httpx_client().__enter__()
        return self

    def __exit__(self, *args: Any, **kwargs: Any) -> None:
        """Close the HTTP client."""
        self.get_httpx_client().__exit__(*args, **kwargs)

    async def __aenter__(self) -> Self:
        """Open the asynchronous HTTP client; a client can be entered once."""
        await self.get_async_httpx_client().__aenter__()
        return self

    async def __aexit__(self, *args: Any, **kwargs: Any) -> None:
        """Close the asynchronous HTTP client."""
        await self.get_async_httpx_client().__aexit__(*args, **kwargs)
