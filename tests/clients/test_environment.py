"""Proxies and certificates of the environment, and HTTP clients of another kind, as far as a constructor sees them."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from safelight import AsyncPicWish, AsyncPilio, ConfigurationError, Connection, Options, PicWish, Pilio
from safelight.core.http.connection import shared_ssl_context
from safelight.core.http.proxies import Proxies
from support.hostile import HostileServer, http
from support.vendors import PNG

KEY = "k" * 20
KINDS = pytest.mark.parametrize("kind", [Pilio, AsyncPilio])
ADDRESSES = {
    "name": ("https", "api.example.com", None),
    "subdomain": ("https", "a.api.example.com", None),
    "other": ("https", "notexample.com", None),
    "4": ("https", "10.1.2.3", 8443),
    "6": ("https", "fd00::1", None),
    "own 6": ("http", "::1", 8080),
    "local": ("http", "localhost", 8080),
}


def spared(no_proxy: str, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    monkeypatch.setenv("ALL_PROXY", "http://proxy.test:3128")
    monkeypatch.setenv("NO_PROXY", no_proxy)
    proxies = Proxies.from_environment()
    return {name for name, address in ADDRESSES.items() if proxies.of(*address) is None}


@pytest.mark.parametrize(
    ("no_proxy", "expected"),
    [
        ("", set()),
        ("*", set(ADDRESSES)),
        ("other.test, *", set(ADDRESSES)),
        ("example.com", {"name", "subdomain"}),
        ("EXAMPLE.com:443", {"name", "subdomain"}),
        ("example.com:8443", set()),
        ("https://example.com", {"name", "subdomain"}),
        ("http://example.com", set()),
        ("*.example.com,.other", {"name", "subdomain"}),
        (".example.com", {"name", "subdomain"}),
        (".api.example.com", {"subdomain"}),
        ("api.example.com", {"name", "subdomain"}),
        ("localhost", {"local"}),
        ("localhost 10.1.2.3", {"local", "4"}),
        ("10.0.0.0/8,::1", {"4", "own 6"}),
        ("10.1.2.3:8443", {"4"}),
        ("10.1.2.3:1", set()),
        ("localhost,[::1]", {"local", "own 6"}),
        ("[::1]:8080", {"own 6"}),
        ("[::1]:1", set()),
        ("::1", {"own 6"}),
        ("0:0:0:0:0:0:0:1", {"own 6"}),
        ("fd00::/8", {"6"}),
        ("[fd00::]/8,fe80::1%eth0", {"6"}),
        ("::/0", {"6", "own 6"}),
        ("fd00::/999,http://[bad,:::,a:b:c,//,@,[,],%,example.com:port,\udc80", set()),
    ],
)
def test_addresses_that_need_no_proxy(
    no_proxy: str, expected: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert spared(no_proxy, monkeypatch) == expected
    Pilio(KEY).close()


def test_each_scheme_has_its_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://any.test")
    monkeypatch.setenv("HTTPS_PROXY", " proxy.test:1 ")
    proxies = Proxies.from_environment()
    for scheme, url, variable in (
        ("https", "http://proxy.test:1", "HTTPS_PROXY"),
        ("http", "socks5://any.test", "ALL_PROXY"),
    ):
        proxy = proxies.of(scheme, "vendor.test", None)
        assert proxy is not None
        assert (proxy.url, proxy.variable) == (url, variable)


@KINDS
@pytest.mark.parametrize("name", ["HTTP_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"])
@pytest.mark.parametrize(
    "value",
    [
        "ftp://CANARY@proxy.test",
        "http://CANARY:CANARY@proxy:port",
        "http://",
        "https://[CANARY",
        "http://a\x01b",
        "socks5://CANARY@proxy.test",
        "proxy.test:99999999",
        "http://\udc80CANARY",
    ],
)
def test_a_proxy_that_cannot_be_used_is_named_by_its_variable(
    kind: Any, name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError, match=rf"(?i)^{name} ") as caught:
        kind(KEY)
    assert "CANARY" not in str(caught.value)
    kind(KEY, base_url="http://127.0.0.1:9")
    kind(KEY, options=Options(connection=Connection(trust_env=False)))


def test_a_proxy_of_the_options_is_a_text() -> None:
    with pytest.raises(ConfigurationError, match="proxy must be"):
        Connection(proxy=httpx.URL("http://proxy.test"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


@pytest.fixture
def _fresh_context(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE"):
        monkeypatch.delenv(name, raising=False)
    shared_ssl_context.cache_clear()
    yield
    shared_ssl_context.cache_clear()


@KINDS
@pytest.mark.usefixtures("_fresh_context")
@pytest.mark.parametrize("variable", ["SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE"])
@pytest.mark.parametrize("content", [None, b"", b"no certificate"])
def test_certificates_that_are_not_there_are_named_by_their_variable(
    kind: Any, variable: str, content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "no folder" / "cacert.pem" if content is None else tmp_path / "cacert.pem"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setenv(variable, str(path))
    if variable == "SSLKEYLOGFILE" and content is not None:
        kind(KEY)
        return
    with pytest.raises(ConfigurationError, match=variable) as caught:
        kind(KEY)
    assert str(path) in str(caught.value)


@pytest.mark.usefixtures("_fresh_context")
@pytest.mark.parametrize("variable", ["SSL_CERT_FILE", "SSL_CERT_DIR"])
def test_an_api_on_this_machine_needs_no_certificates(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, "/no/such/place")
    refuse = [http(400, b"{}")]

    async def later(url: str) -> None:
        async with AsyncPicWish(KEY, base_url=url) as picwish:
            await picwish.remove_background(PNG, filename="a.png")

    with HostileServer(lambda sent: refuse) as server:
        with PicWish(KEY, base_url=server.url) as picwish, pytest.raises(Exception, match="400"):
            picwish.remove_background(PNG, filename="a.png")
        with pytest.raises(Exception, match="400"):
            asyncio.run(later(server.url))
        assert len(server.seen) == 2


@pytest.mark.usefixtures("_fresh_context")
def test_a_folder_of_certificates_may_be_one_of_several(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_DIR", f"/no/such/place:{tmp_path}")
    Pilio(KEY).close()


@pytest.mark.parametrize(
    ("kind", "given", "wanted"),
    [
        (Pilio, httpx.AsyncClient(), r"httpx.Client\(...\)"),
        (AsyncPilio, httpx.Client(), r"httpx.AsyncClient\(...\)"),
        (Pilio, httpx.Client, r"httpx.Client\(...\)"),
        (Pilio, httpx.HTTPTransport(), r"httpx.Client\(...\)"),
        (AsyncPilio, object(), r"httpx.AsyncClient\(...\)"),
        (Pilio, False, r"httpx.Client\(...\)"),
    ],
)
def test_an_http_client_of_another_kind_is_refused(kind: Any, given: object, wanted: str) -> None:
    with pytest.raises(ConfigurationError, match=wanted) as caught:
        kind(KEY, http_client=given)
    assert caught.value.field == "http_client"
