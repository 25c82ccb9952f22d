"""Storage may send a keyless request on, but not to where it could reach what is not public."""

import asyncio
import socket

import pytest
from safelight import File, Options
from safelight.core.http.addresses import is_private, is_private_peer
from safelight.core.http.connection import Connection
from safelight.core.http.files import AsyncHttp
from safelight.core.http.messages import MemorySink, PrivateAddress, Request
from safelight.core.http.transport import SyncHttpx
from safelight.errors import DownloadFailed, InvalidInput, SafelightError, UploadFailed
from support.asked import of_world
from support.clients import KEY
from support.hostile import HostileServer, http
from support.real import serve
from support.scripted import Answer, Download, Sent, reply
from support.vendors import PNG, QUERY, RESULT, FakePilio
from support.waiting import until
from support.worlds import Played, play

PRIVATE = [
    "169.254.169.254",
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "0.1.2.3",
    "224.0.0.1",
    "localhost",
    "api.localhost.",
    "[::1]",
    "[fd00::1]",
    "[fe80::1]",
    "[::ffff:10.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "2130706433",
    "0x7f.1",
    "127.1",
]


class Elsewhere(FakePilio):
    """Has its storage at an address of the test's choice."""

    steps = (("GET", "/moved", "moved"), ("PUT", "/moved", "moved"), *FakePilio.steps)

    def moved(self, sent: Sent) -> Answer:
        return self.put(sent) if sent.method == "PUT" else self.download(sent)


def bought(faults=None, store="https://store.test", options=None) -> Played:
    def scenario(client):
        try:
            task = yield client.remove_background(PNG, filename="a.png")
            return (yield (yield task.result(within=60)).bytes())
        except SafelightError as error:
            return error

    return play("pilio", lambda: Elsewhere(faults or {}, store), scenario, options=options)


def to(url: str, status: int = 302) -> Download:
    return Download(status, {"location": url})


def put_to(url: str, status: int = 307) -> Answer:
    return reply(status, b"", location=url)


def asked(played: Played, method: str) -> list[str]:
    return [
        sent.url.partition("?")[0]
        for sent in played.sent
        if sent.method == method and "api.test" not in sent.url
    ]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_download_is_followed(status):
    played = bought(
        {"download": [to("/moved/1?a=b", status)], "moved": [to("https://cdn.test/moved/2", status)]}
    )
    assert played.outcome == RESULT
    assert asked(played, "GET")[1:] == ["https://store.test/moved/1", "https://cdn.test/moved/2"]


@pytest.mark.parametrize("status", [307, 308])
def test_an_upload_is_followed_with_its_body(status):
    played = bought({"put": [put_to(f"https://eu.store.test/moved?{QUERY}", status)]})
    assert played.outcome == RESULT
    puts = [sent for sent in played.sent if sent.method == "PUT"]
    assert [sent.body for sent in puts] == [PNG, PNG]
    assert puts[0].headers == puts[1].headers
    assert asked(played, "PUT")[1] == "https://eu.store.test/moved"


@pytest.mark.parametrize("status", [301, 302, 303])
def test_an_upload_is_not_followed_where_its_method_would_change(status):
    played = bought({"put": [put_to("https://eu.store.test/moved", status)] * 9})
    assert isinstance(played.outcome, UploadFailed)
    assert len(asked(played, "PUT")) == 1


def test_redirects_end():
    played = bought({"download": [to("/moved")], "moved": [to("/moved")] * 20})
    assert isinstance(played.outcome, DownloadFailed)
    assert played.outcome.token
    assert "redirects more than 5 times" in str(played.outcome)
    assert len(asked(played, "GET")) == 6
    played = bought({"put": [put_to("/moved")], "moved": [put_to("/moved")] * 20})
    assert isinstance(played.outcome, UploadFailed)
    assert len(asked(played, "PUT")) == 6


@pytest.mark.parametrize(
    "url", ["http://store.test/moved", "ftp://store.test/moved", "https://[bad", "mailto:a"]
)
def test_a_redirect_stays_with_https(url):
    played = bought({"download": [to(url)] * 9})
    assert isinstance(played.outcome, DownloadFailed)
    assert len(asked(played, "GET")) == 1
    played = bought({"put": [put_to(url)] * 9})
    assert isinstance(played.outcome, UploadFailed)
    assert len(asked(played, "PUT")) == 1


def test_no_key_goes_with_it_over_real_sockets():
    with HostileServer(lambda sent: [http(200, RESULT)]) as there:
        put, get = (
            [http(307, b"", {"location": f"{there.url}/up"})],
            [http(302, b"", {"location": f"{there.url}/r"})],
        )

        def scenario(client):
            task = yield client.remove_background(PNG, filename="a.png")
            return (yield (yield task.result(within=60)).bytes())

        for served in serve(
            scenario, fake=lambda url: FakePilio({"put": [put], "download": [get]}, store=url)
        ):
            assert served.outcome == RESULT
        assert [(sent.method, sent.path, sent.body) for sent in there.seen] == [
            ("PUT", "/up", PNG),
            ("GET", "/r", b""),
        ] * 3
        assert KEY not in "".join(str(sent.headers) for sent in there.seen)


# --- private networks ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("host", PRIVATE)
def test_storage_of_a_public_api_is_not_at_a_private_address(host):
    played = bought(store=f"https://{host}")
    assert isinstance(played.outcome, UploadFailed)
    assert "private_storage=True" in str(played.outcome)
    assert asked(played, "PUT") == []
    played = bought({"put": [put_to(f"https://{host}/moved")] * 9})
    assert isinstance(played.outcome, UploadFailed)
    assert asked(played, "PUT") == ["https://store.test/up/1-0"]
    played = bought({"download": [to(f"https://{host}/moved")] * 9})
    assert isinstance(played.outcome, DownloadFailed)
    assert played.outcome.token
    assert "private_storage=True" in str(played.outcome)
    assert len(asked(played, "GET")) == 1


def test_whoever_has_such_storage_says_so():
    played = bought(store="https://10.0.0.7", options=Options(private_storage=True))
    assert played.outcome == RESULT


@pytest.mark.parametrize(
    "host", ["store.test", "8.8.8.8", "[2606:4700::1111]", "1e100.net", "198.test", "[64:ff9b::808:808]"]
)
def test_public_addresses_are_no_private_ones(host):
    assert not is_private(host.strip("[]"))


def test_a_proxy_that_answers_for_every_name_is_no_private_network():
    assert not is_private_peer("198.18.0.5")
    assert is_private("198.18.0.5")
    assert is_private_peer("fe80::1%eth0")


@pytest.fixture
def resolved(monkeypatch):
    """Makes a public name lead to this machine, as after a DNS rebinding."""
    original = socket.getaddrinfo

    def resolve(host, *arguments, **more):
        name = host.decode() if isinstance(host, bytes) else host
        return original("127.0.0.1" if name and name.endswith(".test") else host, *arguments, **more)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)


def exchanged(url: str, *, public: bool, connection: Connection = Connection()):  # noqa: B008 - frozen
    """What comes of a download in all worlds."""

    async def in_async(world: str) -> object:
        client = AsyncHttp(of_world(world, connection))
        try:
            return await client.send(Request("GET", url, public=public), MemorySink(1000))
        finally:
            await client.close()

    client = SyncHttpx(connection)
    try:
        sent = client.send(Request("GET", url, public=public), MemorySink(1000))
        return sent, asyncio.run(in_async("async")), asyncio.run(in_async("fast"))
    finally:
        client.close()


def test_a_name_that_leads_to_a_private_address_is_found_out_before_anything_is_sent(resolved):
    with HostileServer(lambda sent: [http(200, b"secret")]) as server:
        url = server.url.replace("127.0.0.1", "store.test")
        for fetched in exchanged(url, public=True):
            assert isinstance(fetched.failure, PrivateAddress)
        assert server.seen == []
        until(lambda: server.open == 0)
        for fetched in exchanged(url, public=False):
            assert fetched.status == 200


def test_a_proxy_may_be_in_a_private_network(resolved):
    with HostileServer(lambda sent: [http(200, b"of the proxy")]) as proxy:
        for fetched in exchanged("http://store.test/x", public=True, connection=Connection(proxy=proxy.url)):
            assert fetched.status == 200
        assert len(proxy.seen) == 3


class Pictures(FakePilio):
    steps = (("GET", "/pictures/", "picture"), *FakePilio.steps)

    def picture(self, sent: Sent) -> Answer:
        return Download(200, {"content-type": "image/png"}, (PNG,))


def source_from(url: str, faults: list[Answer | None], options: Options | None = None) -> Played:
    def scenario(client):
        try:
            return (yield client.remove_background(File(url, fetch=True)))
        except SafelightError as error:
            return error

    return play("pilio", lambda: Pictures({"picture": faults}), scenario, options=options)


def test_a_public_source_does_not_lead_into_a_private_network():
    inner = to("https://10.0.0.9/pictures/b.png")
    played = source_from("https://a.test/pictures/a.png", [inner])
    assert isinstance(played.outcome, InvalidInput)
    assert len([sent for sent in played.sent if "/pictures/" in sent.url]) == 1
    assert source_from("https://a.test/pictures/a.png", [inner], Options(private_storage=True)).outcome.token


def test_a_source_of_ones_own_network_is_fetched_from_there():
    assert source_from(
        "https://10.0.0.8/pictures/a.png", [to("https://10.0.0.9/pictures/b.png")]
    ).outcome.token
