"""Where a key may go."""

import pytest
from safelight import AsyncPilio, Connection, Options, Perfect, PicWish, Pilio
from safelight.core.http.messages import origin, without_query
from safelight.errors import ConfigurationError
from support.clients import KEY
from support.hostile import HostileServer, http
from support.keys import secret_key
from support.vendors import PNG

ADDRESSES = [
    "http://pilio.ai",
    "http://192.168.0.1",
    "http://127.0.0.1.evil.test",
    "http://localhost.evil.test",
    "http://127.0.0.1@evil.test",
    "http://localhost:80@evil.test",
    "ftp://pilio.ai",
    "file:///etc/passwd",
    "pilio.ai",
    "//pilio.ai",
    "https://",
    "https:///path",
    "https://user:CANARY@pilio.ai",
    "https://pilio.ai?key=CANARY",
    "https://pilio.ai/#x",
    "https://[::1",
    "https://pilio.ai:port",
    "https://pilio.ai:99999",
    "https://pilio.ai\r\nx: y",
    "https://pil io.ai",
    " https://pilio.ai",
    "https://pilio.ai\t",
    "https://pílio.ai",
    "javascript:alert(1)",
]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("way", ["argument", "environment"])
def test_no_key_goes_to_an_unsafe_address(address, way, monkeypatch):
    if way == "environment":
        monkeypatch.setenv("PILIO_BASE_URL", address)
    for kind in (Pilio, AsyncPilio):
        with pytest.raises(ConfigurationError) as caught:
            kind(KEY, base_url=address if way == "argument" else None)
        assert caught.value.field == "base_url"
        assert "CANARY" not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    [
        "https://pilio.ai",
        "https://proxy.test:8443/pilio/",
        "http://127.0.0.1:9",
        "http://localhost:9",
        "http://[::1]:9",
        "http://127.3.2.1",
    ],
)
def test_safe_addresses_are_taken(address):
    Pilio(KEY, base_url=address).close()


@pytest.mark.parametrize(
    "connection",
    [
        Connection(proxy="CANARY://user:CANARY@proxy.test"),
        Connection(proxy="no proxy at all CANARY"),
        Connection(proxy="https://[bad"),
        Connection(http2=True),
    ],
)
def test_a_connection_that_cannot_be_made_is_a_configuration_error(connection):
    try:
        Pilio(KEY, options=Options(connection=connection)).close()
    except ConfigurationError as error:
        assert "CANARY" not in str(error)  # noqa: PT017 - with httpx[http2] installed there is no error
    assert "CANARY" not in repr(connection)


def test_environment_credentials_of_the_machine_are_not_sent(monkeypatch, tmp_path):
    """No netrc, and no user name out of a URL."""
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password CANARY\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    refuse = [http(400, b"{}")]
    with HostileServer(lambda sent: refuse) as server, PicWish(KEY, base_url=server.url) as client:
        with pytest.raises(Exception, match="400"):
            client.remove_background(PNG, filename="a.png")
        (sent,) = server.seen
        assert "authorization" not in sent.headers
        assert sent.headers["x-api-key"] == KEY


@pytest.mark.parametrize("bad", ["https://[", "https://h:x", "//", "", "\0", "https://h:99999999999"])
def test_no_url_breaks_what_shows_or_compares_urls(bad):
    assert isinstance(origin(bad), str)
    assert isinstance(without_query(bad), str)


def test_what_is_no_url_is_shown_as_it_is_without_what_may_be_a_key():
    assert without_query("gateway/v1") == "gateway/v1"
    assert without_query("CANARY:CANARY@gateway?key=CANARY") == "gateway?…"


def test_origins_are_told_apart():
    one = origin("https://api.test/x?y")
    assert one == origin("https://API.test:443/other")
    for other in (
        "http://api.test",
        "https://api.test:444",
        "https://api.test.evil",
        "https://evil/api.test",
    ):
        assert origin(other) != one


def test_perfects_secret_key_never_leaves(tmp_path):
    key = secret_key()
    with HostileServer(lambda sent: [http(400, b"{}")]) as server:
        with (
            Perfect(KEY, secret_key=key, base_url=server.url) as client,
            pytest.raises(Exception, match="400"),
        ):
            client.remove_background(PNG, filename="a.png")
        assert server.seen
        assert all(key.encode() not in sent.body and key not in str(sent.headers) for sent in server.seen)
