"""Files on their way to storage: in parts, again where that helps, and never with a key."""

import io
import os
from pathlib import Path

import attrs
import pytest
from safelight.core.base.events import ResponseReceived
from safelight.core.http.messages import MEBIBYTE
from safelight.errors import InvalidInput, SafelightError, UploadFailed
from support.hostile import Close, Reset, http
from support.real import FAST, serve
from support.scripted import Answer, Sent, lost, reply
from support.vendors import FAKES, PNG, FakePerfect, FakePilio
from support.worlds import Played, play

BIG = PNG + bytes(12 * MEBIBYTE)


class InParts(FakePilio):
    """Wants three parts, names each by its number, and may refuse the second at first."""

    parts = 3

    def put(self, sent: Sent) -> Answer:
        number = sent.path.rpartition("/")[2].partition("?")[0]
        if number == "2" and (refusals := self.faults.get("second")):
            return refusals.pop(0)
        return reply(200, b"", etag=f'"{number}-part"')


def uploaded(source: object, fake=FakePilio, **faults: object) -> Played:
    def scenario(client):
        try:
            return (yield client.remove_background(source, filename="a.png"))
        except SafelightError as error:
            return error

    return play("pilio", lambda: fake(faults), scenario, in_order=False)


def puts(played: Played) -> list[Sent]:
    return [sent for sent in played.sent if sent.method == "PUT"]


def completed(played: Played) -> object:
    (sent,) = [sent for sent in played.sent if "/complete" in sent.url]
    return sent.json


def test_parts_are_joined_in_order_with_their_etags_to_the_letter():
    played = uploaded(BIG, InParts)
    by_number = sorted(puts(played), key=lambda sent: sent.url)
    assert b"".join(sent.body for sent in by_number) == BIG
    assert completed(played) == {
        "parts": [{"part_number": number, "etag": f'"{number}-part"'} for number in (1, 2, 3)]
    }


@pytest.mark.parametrize(
    "fault", [lost(), lost(sent=False), reply(500, b""), reply(429, b""), reply(408, b""), reply(425, b"")]
)
def test_one_part_is_sent_again_alone(fault):
    played = uploaded(BIG, InParts, second=[fault])
    assert sorted(sent.path.partition("?")[0][-1] for sent in puts(played)) == ["1", "2", "2", "3"]
    assert len(completed(played)["parts"]) == 3


def test_refused_urls_are_asked_for_anew():
    played = uploaded(PNG, put=[reply(403, b"<Error>expired</Error>")])
    assert len([sent for sent in played.sent if "batch-create" in sent.url]) == 2
    assert "/up/2-0" in puts(played)[-1].url
    assert not isinstance(played.outcome, SafelightError)


def test_urls_that_are_always_refused_end_it():
    played = uploaded(PNG, put=[reply(403, b"")] * 99)
    assert isinstance(played.outcome, UploadFailed)
    assert len(puts(played)) == 3
    assert not [sent for sent in played.sent if "/images/" in sent.url]


def test_storage_that_answers_no_etag():
    class OnePart(InParts):
        parts = 1

    played = uploaded(PNG, OnePart, put=[reply(200, b"")])
    assert isinstance(played.outcome, UploadFailed)
    assert not [sent for sent in played.sent if "/complete" in sent.url]


@pytest.mark.parametrize("status", [400, 301, 404, 411])
def test_a_refused_upload_is_tried_once_and_nothing_is_bought(status):
    played = uploaded(PNG, put=[reply(status, b"", location="https://elsewhere.test/")] * 9)
    assert isinstance(played.outcome, UploadFailed)
    assert played.outcome.http_status == status
    assert len(puts(played)) == 1
    assert "elsewhere" not in repr(played.sent)


@pytest.mark.parametrize("vendor", FAKES)
def test_the_key_stays_with_the_vendor(vendor):
    def scenario(client):
        task = yield client.remove_background(PNG, filename="a.png")
        result = yield task.result(within=60)
        return (yield result.bytes())

    for served in serve(scenario, vendor, lambda url: FAKES[vendor](store=url)):
        storage = served.calls("/up/") + served.calls("/down/")
        assert storage
        for sent in served.seen:
            carried = {"authorization", "x-api-key"} & set(sent.headers)
            assert bool(carried) == (sent not in storage and "/client/auth" not in sent.url)
            assert sent.headers["accept-encoding"] == "identity"
            assert "cookie" not in sent.headers


def test_headers_that_a_vendor_names_are_sent_once():
    def scenario(client):
        return (yield client.remove_background(PNG, filename="a.png"))

    for served in serve(scenario, "perfect", lambda url: FakePerfect(store=url)):
        (put,) = served.calls("/up/")
        assert put.headers["content-length"] == str(len(PNG))
        assert put.headers["content-type"] == "image/png"
        assert put.body == PNG


@pytest.mark.parametrize(
    "headers", [{"X-Odd": "line\r\nbreak"}, {"X-Odd": "schön"}, {"Bad Name": "x"}, {"X-N": 7}]
)
def test_headers_that_cannot_be_sent_fail_clearly(headers):
    request = {"method": "PUT", "url": "https://store.test/up/1", "headers": headers}
    slot = {"file_id": "src-1", "content_type": "image/png", "file_name": "a.png", "requests": [request]}
    answer = reply(200, {"status": 200, "result": {"files": [slot]}})

    def scenario(client):
        try:
            return (yield client.remove_background(PNG, filename="a.png"))
        except SafelightError as error:
            return error

    def fake(url):
        inner = FakePerfect({"register": [answer]}, store=url)
        request["url"] = f"{url}/up/1"
        inner.faults["register"] = [reply(200, {"status": 200, "result": {"files": [slot]}})]
        return inner

    for served in serve(scenario, "perfect", fake):
        if "X-N" in headers:
            assert served.calls("/up/")[0].headers["x-n"] == "7"
        else:
            assert isinstance(served.outcome, UploadFailed)
            assert served.calls("/up/") == []


# --- sources ----------------------------------------------------------------------------------------------------


def test_an_open_file_is_sent_from_its_beginning_by_every_part():
    file = io.BytesIO(BIG)
    file.seek(100)
    played = uploaded(file, InParts, second=[reply(500, b"")])
    assert (
        b"".join(
            sent.body
            for sent in sorted({sent.url: sent for sent in puts(played)}.values(), key=lambda sent: sent.url)
        )
        == BIG
    )


class Meddling(FakePilio):
    """Changes the file once the vendor knows its size."""

    parts = 0

    def __init__(self, path: Path, meddle, **more) -> None:
        super().__init__(**more)
        self.path, self.meddle = path, meddle
        path.write_bytes(BIG)

    def register(self, sent: Sent) -> Answer:
        answer = super().register(sent)
        self.meddle(self.path)
        return answer


def longer(path: Path) -> None:
    path.write_bytes(BIG + b"more")


def shorter(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(MEBIBYTE)


def rewritten(path: Path) -> None:
    path.write_bytes(b"x" * len(BIG))
    os.utime(path, ns=(1, 1))


def replaced(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(BIG)
    os.utime(other, ns=(path.stat().st_mtime_ns, path.stat().st_mtime_ns))
    other.replace(path)


@pytest.mark.parametrize("meddle", [longer, shorter, rewritten, replaced, Path.unlink])
def test_a_file_that_changes_while_it_is_sent_buys_nothing(tmp_path, meddle):
    path = tmp_path / "a.png"

    def scenario(client):
        try:
            return (yield client.remove_background(path))
        except SafelightError as error:
            return error

    for served in serve(scenario, fake=lambda url: Meddling(path, meddle, store=url)):
        assert isinstance(served.outcome, UploadFailed), served.outcome
        assert "a.png" in str(served.outcome)
        assert served.outcome.vendor == "pilio"
        assert served.calls("/images/") == []


def test_a_file_that_its_user_closes_buys_nothing():
    files: list[io.BytesIO] = []

    def scenario(client):
        files.append(io.BytesIO(BIG))
        try:
            return (yield client.remove_background(files[-1], filename="a.png"))
        except SafelightError as error:
            return error

    def close(event):
        if isinstance(event, ResponseReceived):
            files[-1].close()

    for served in serve(scenario, options=attrs.evolve(FAST, listener=close)):
        assert isinstance(served.outcome, UploadFailed)


def test_a_file_that_is_closed_or_opened_as_text_is_refused(tmp_path):
    closed = io.BytesIO(PNG)
    closed.close()
    path = tmp_path / "a.png"
    path.write_bytes(b"text")

    def scenario(client):
        with path.open(encoding="utf-8") as text:
            for file, said in ((closed, "closed"), (text, '"rb"')):
                with pytest.raises(InvalidInput, match=said) as caught:
                    yield client.remove_background(file, filename="a.png")
                assert caught.value.field == "source"

    assert play("pilio", FakePilio, scenario).sent == []


@pytest.mark.parametrize("vendor", ["picwish", "claid"])
def test_a_form_whose_file_changes_buys_nothing(tmp_path, vendor):
    path = tmp_path / "a.png"
    path.write_bytes(PNG + bytes(MEBIBYTE))

    def scenario(client):
        try:
            return (yield client.remove_background(path))
        except SafelightError as error:
            return error
        finally:
            path.write_bytes(PNG + bytes(MEBIBYTE))

    options = attrs.evolve(FAST, listener=lambda event: path.write_bytes(b"short"))
    for served in serve(scenario, vendor, lambda url: FAKES[vendor](store=url), options=options):
        assert isinstance(served.outcome, UploadFailed), served.outcome
        assert served.seen == []


@pytest.mark.parametrize(
    "source",
    [
        "no-such-file.png",
        "nul\0byte.png",
        ".",
        b"",
        b"unknown bytes",
        "https://h.test/x.png?sig=CANARY",
        Path("/dev/null"),
    ],
)
def test_a_source_that_cannot_be_used_is_refused_before_anything_is_sent(source):
    def scenario(client):
        with pytest.raises(InvalidInput) as caught:
            yield client.remove_background(source)
        assert "CANARY" not in str(caught.value)

    assert play("pilio", FakePilio, scenario).sent == []


def test_a_file_name_that_is_no_text_is_sent_as_one(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.png"))
    path.write_bytes(PNG)

    def scenario(client):
        return (yield client.remove_background(path))

    played = play("pilio", FakePilio, scenario)
    assert played.sent[0].json["files"][0]["name"] == "a?.png"


@pytest.mark.parametrize(
    "url",
    [
        "http://store.test/up/1",
        "ftp://store.test/1",
        "https://[bad/up",
        "/up/1",
        "https://store.test:0x1/up/",
    ],
)
def test_an_upload_address_that_is_no_https_url_is_not_used(url):
    class Odd(FakePilio):
        def register(self, sent):
            nanoid = sent.json["files"][0]["nanoid"]
            return reply(
                200,
                {
                    "code": 200,
                    "data": {"items": [{"id": "f", "nanoid": nanoid, "name": "a", "upload_url": url}]},
                },
            )

    played = uploaded(PNG, Odd)
    assert isinstance(played.outcome, SafelightError)
    assert puts(played) == []


@pytest.mark.parametrize("polite", [True, False])
def test_an_upload_that_is_refused_early_is_not_sent_to_its_end(tmp_path, polite):
    """Storage answers and hangs up without reading the rest."""
    path = tmp_path / "big.png"
    path.write_bytes(BIG)

    def scenario(client):
        try:
            return (yield client.remove_background(path))
        except SafelightError as error:
            return error

    def refused(sent: Sent):
        if sent.method == "PUT":
            return [http(400, b"no", {"connection": "close"}), Close() if polite else Reset()]
        return None

    for served in serve(scenario, early=refused):
        assert isinstance(served.outcome, UploadFailed)
        assert served.calls("/images/") == []
