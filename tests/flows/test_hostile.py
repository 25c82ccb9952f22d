"""Real sockets, and a server that resets, stalls, drips, lies and packs bombs."""

import gzip
import json
import tracemalloc
import zlib
from collections.abc import Iterator

import pytest
from safelight import Options, Pilio
from safelight.core.api.retry import RetryPolicy
from safelight.core.http.bodies import Content
from safelight.core.http.connection import Connection
from safelight.errors import (
    ApiError,
    DownloadFailed,
    OutcomeUnknown,
    SafelightError,
    Unavailable,
    UnexpectedResponse,
    WaitTimeout,
)
from support.clients import KEY
from support.hostile import Close, HostileServer, Pause, Reset, http
from support.real import FAST, QUICK, Served, serve
from support.scripted import Sent
from support.vendors import FAKES, PNG, RESULT, FakePilio

OK = json.dumps({"code": 200, "data": {"task_id": "task-1", "status": "Processing"}}).encode()
NEVER = 3600.0
"""Seconds that outlast a test."""
JSON = {"content-type": "application/json"}


def run(faults, vendor="pilio", options=FAST, *, read=True, once=False) -> tuple[Served, ...]:
    """The whole way from a picture to its result; what came of it, or the error.

    With `once`, the status is asked for without a wait, which would outlast what passes.
    """

    def scenario(client):
        try:
            task = yield client.remove_background(PNG, filename="a.png")
            if once:
                yield task.status()
            result = yield task.result(within=60)
            return (yield result.bytes()) if read else result
        except SafelightError as error:
            return error

    return serve(scenario, vendor, lambda url: FAKES[vendor](faults, store=url), options=options)


def creates(served: Served) -> list[Sent]:
    return [
        sent
        for part in ("/images/", "/task/sod", "/edit/async", "/segmentation")
        for sent in served.calls(part)
        if sent.method == "POST"
    ]


@pytest.mark.parametrize("vendor", FAKES)
@pytest.mark.parametrize(
    "actions",
    [
        [Reset()],
        [Close()],
        [b"HTTP/1.1 2", Reset()],
        [b"HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{", Close()],
        [b"garbage that is no HTTP\r\n\r\n", Close()],
        [http(200, b"", {"content-length": "-5"}), Close()],
        [http(200, OK, {"content-encoding": "br"})],
        [http(200, b"no gzip", {"content-encoding": "gzip"})],
    ],
    ids=["reset", "close", "cut head", "cut body", "no http", "bad length", "br", "bad gzip"],
)
def test_exactly_one_create_reaches_the_server(vendor, actions):
    for served in run({"create": [actions]}, vendor, read=False):
        if vendor == "perfect":
            first, second = creates(served)
            assert first.json == second.json
            assert not isinstance(served.outcome, SafelightError)
        else:
            assert len(creates(served)) == 1
            assert isinstance(served.outcome, OutcomeUnknown)


@pytest.mark.integration
def test_a_stalled_create_is_not_sent_again():
    options = Options(retry=QUICK, connection=Connection(read_timeout=1.0))
    for served in run({"create": [[Pause(NEVER)]]}, options=options, read=False):
        assert len(creates(served)) == 1
        assert isinstance(served.outcome, OutcomeUnknown)


@pytest.mark.parametrize("step", ["register", "put", "status", "result", "download"])
@pytest.mark.parametrize(
    "actions", [[Reset()], [Close()], [b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{", Reset()]]
)
def test_everything_else_is_sent_again(step, actions):
    for served in run({step: [actions]}):
        assert served.outcome == RESULT


def test_a_connection_that_the_server_closes_between_calls_is_not_noticed():
    """A server may close an idle connection just as the next request is on its way."""
    polite = [http(200, OK, JSON), Close()]
    for served in run({"status": [polite] * 4}):
        assert served.outcome == RESULT


def test_an_answer_may_come_in_single_bytes():
    whole = http(200, OK, JSON)
    for served in run({"status": [[whole[at : at + 1] for at in range(len(whole))]]}):
        assert served.outcome == RESULT


@pytest.mark.integration
def test_an_endless_drip_ends():
    """Each byte comes in time, and the answer would take an hour."""
    drip = [http(200, b"", {"content-length": "100000"}), *[b" ", Pause(0.1)] * 36_000]
    options = Options(retry=RetryPolicy(attempts=1), connection=Connection(read_timeout=2.0))
    for served in run({"status": [drip]}, options=options, once=True):
        assert isinstance(served.outcome, Unavailable)
        assert "stalled" in str(served.outcome)


DRIPS = 20_000
"""More than half an hour of them: a wait without an end runs into the test's own timeout."""


@pytest.mark.integration
@pytest.mark.parametrize(
    "drip",
    [
        [b"HTTP/1.1 200 OK\r\n", *[b"x: y\r\n", Pause(0.1)] * DRIPS],
        [b"HTTP/1.1 100 Continue\r\n\r\n", Pause(0.1)] * DRIPS,
        [http(200, b"", {"content-length": "1000000000"}), *[b" " * 20_000, Pause(0.1)] * DRIPS],
    ],
    ids=["head", "continue", "body"],
)
@pytest.mark.parametrize("step", ["status", "result"])
def test_within_bounds_a_wait_whatever_the_server_does(drip, step):
    faults = {"status": [[http(200, OK.replace(b"Processing", b"Succeeded"), JSON)]], step: [drip] * 9}

    def scenario(client):
        task = yield client.remove_background(PNG, filename="a.png")
        try:
            yield task.result(within=2)
        except WaitTimeout as error:
            return error

    for served in serve(scenario, fake=lambda url: FakePilio(faults, store=url)):
        assert served.outcome.token


def test_a_giant_answer_is_not_read_whole_and_not_asked_for_again():
    giant = [http(200, b"[" + b" " * (20 * 1024 * 1024) + b"]", JSON)]
    for served in run({"status": [giant]}):
        assert isinstance(served.outcome, UnexpectedResponse)
        assert "longer than" in served.outcome.message
        assert len(served.calls("/status")) == 1


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_bomb_is_not_unpacked(coding):
    """200 MB of blanks in 200 kB; the limit of an answer is 16 MiB."""
    packer = zlib.compressobj(9, wbits=31 if coding == "gzip" else 15)
    bomb = b"".join([*(packer.compress(b" " * 1_000_000) for _ in range(200)), packer.flush()])
    for served in run({"status": [[http(200, bomb, {"content-encoding": coding})]]}):
        assert isinstance(served.outcome, UnexpectedResponse)
        assert "longer than" in served.outcome.message


def test_a_bomb_is_not_unpacked_further_than_it_may_be():
    """Even one chunk of the network holds a thousand times its size."""
    content = Content(200, {"content-encoding": "gzip"}, 1_000_000, 60)
    bomb = gzip.compress(bytes(100_000_000))
    tracemalloc.start()
    try:
        assert not content.take(bomb)
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()
    assert content.reply().cut


@pytest.mark.parametrize("coding", ["gzip", "x-gzip"])
def test_a_packed_answer_that_nobody_asked_for_is_read(coding):
    for served in run({"status": [[http(200, gzip.compress(OK), {"content-encoding": coding, **JSON})]]}):
        assert served.outcome == RESULT


def test_a_packed_answer_that_is_cut_is_asked_for_again():
    cut = gzip.compress(OK)[:-9]
    for served in run({"status": [[http(200, cut, {"content-encoding": "gzip", **JSON})]]}):
        assert served.outcome == RESULT
        assert len(served.calls("/status")) >= 2


@pytest.mark.parametrize("status", [302, 307])
@pytest.mark.parametrize("step", ["register", "create", "status", "result"])
def test_no_redirect_is_followed_with_a_key(status, step):
    with HostileServer(lambda sent: [http(200, OK, JSON)]) as elsewhere:
        redirect = [http(status, b"", {"location": f"{elsewhere.url}/stolen"})]
        for served in run({step: [redirect] * 9}):
            assert isinstance(served.outcome, SafelightError)
        assert elsewhere.connections == 0


@pytest.mark.parametrize("location", ["mailto:a", "tel:1", "urn:x:y", "https://xn--/", "https://[bad", "//"])
@pytest.mark.parametrize("vendor", ["pilio", "claid"])
def test_a_create_that_was_answered_with_a_broken_redirect_is_not_sent_again(vendor, location):
    """The HTTP library reads the header although it is not to follow it, and raises what it raises for a URL of ours."""
    redirect = [http(303, b"", {"location": location})]
    for served in run({"create": [redirect] * 9}, vendor):
        assert len(creates(served)) == 1
        assert isinstance(served.outcome, OutcomeUnknown)


def test_cookies_are_not_kept():
    for served in run({"register": [[http(200, b"", {"set-cookie": "a=b; Path=/"})]]}):
        assert all("cookie" not in sent.headers for sent in served.seen)


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 200 OK\r\n" + b"x: y\r\n" * 20_000 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nx: " + b"y" * 300_000 + b"\r\n\r\n",
        b"HTTP/9.9 200 OK\r\n\r\n",
        b"HTTP/1.1 999 Odd\r\ncontent-length: 0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\n",
        b"\x00\xff" * 1000,
    ],
    ids=["many headers", "long header", "version", "status", "two lengths", "bad chunk", "noise"],
)
def test_broken_http_is_unavailable(head):
    options = Options(retry=RetryPolicy(attempts=2, first_delay=0.01), connection=FAST.connection)
    for served in run({"status": [[head, Close()]] * 9}, options=options, once=True):
        assert isinstance(served.outcome, ApiError), served.outcome


# --- downloads --------------------------------------------------------------------------------------------------


class WithRanges(FakePilio):
    """Breaks a download off after every `step` bytes and honours ranges."""

    piece = 3000

    def download(self, sent: Sent):
        start = int(sent.headers.get("range", "bytes=0-")[6:-1])
        left = RESULT[start:]
        headers = {"etag": '"v1"', "content-length": str(len(left))}
        if start:
            headers["content-range"] = f"bytes {start}-{len(RESULT) - 1}/{len(RESULT)}"
        end = [Close()] if len(left) > self.piece else []
        return [http(206 if start else 200, left[: self.piece], headers), *end]


@pytest.mark.parametrize("way", ["bytes", "save", "stream"])
def test_a_download_that_breaks_again_and_again_goes_on(way, tmp_path):
    def scenario(client):
        task = yield client.remove_background(PNG, filename="a.png")
        result = yield task.result(within=60)
        if way == "bytes":
            return (yield result.bytes())
        if way == "save":
            (path,) = yield result.save(tmp_path, overwrite=True)
            return path.read_bytes()
        chunks = result.files[0].stream()
        content = b""
        while True:
            try:
                content += yield next(chunks) if hasattr(chunks, "__next__") else anext(chunks)
            except (StopIteration, StopAsyncIteration):
                return content

    for served in serve(scenario, fake=lambda url: WithRanges(store=url)):
        assert served.outcome == RESULT
        assert [sent.headers.get("if-range") for sent in served.calls("/down/")] == [None, *['"v1"'] * 3]


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd", "gzip, gzip"])
def test_a_file_that_cannot_be_unpacked_is_refused(coding):
    packed = [http(200, b"xx", {"content-encoding": coding})]
    for served in run({"download": [packed] * 9}):
        assert isinstance(served.outcome, DownloadFailed)


@pytest.mark.parametrize("coding", ["identity", "", "aws-chunked", "none"])
def test_a_coding_that_is_none_does_no_harm(coding):
    """Some stores repeat what was said at the upload."""
    plain = [http(200, RESULT, {"content-encoding": coding})]
    for served in run({"download": [plain]}):
        assert served.outcome == RESULT


def test_a_long_refusal_of_a_download_is_not_read():
    sent: list[int] = []

    def long() -> Iterator[bytes]:
        yield http(400, b"", {"content-length": "900000000"})
        for _ in range(900):
            yield bytes(1_000_000)
            sent.append(1_000_000)

    for served in run({"download": [long(), long(), long()]}):
        assert isinstance(served.outcome, DownloadFailed)
        assert served.outcome.http_status == 400
        assert sum(sent) < 100_000_000


def test_a_server_that_is_not_there():
    with HostileServer(lambda sent: []) as server:
        url = server.url
    with Pilio(KEY, base_url=url, options=FAST) as client, pytest.raises(Unavailable) as caught:
        client.remove_background(PNG, filename="a.png")
    assert caught.value.attempts == 5
