"""What serves the review page: to this machine and its address's owner alone; reads, and takes decisions."""

import io
import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread

import pytest
import sqlalchemy as sa
from batch_support import environment, safelight
from PIL import Image
from safelight.batch import Batch
from safelight.batch.report import write_report
from safelight.batch.tables import ITEMS
from safelight.review.answers import Answers
from safelight.review.server import Server
from safelight.sandbox import Sandbox
from support.waiting import HANG

pytestmark = pytest.mark.integration

RUN = "batch run photos --vendor pilio --operation remove-background -o out --batch b"


@pytest.fixture
def batch(sandbox: Sandbox, folder: Path) -> Iterator[Batch]:
    large = Image.new("RGB", (3000, 2000), (128, 128, 128))
    large.save(folder / "photos" / "large.jpg")
    assert safelight(RUN).exit_code == 0
    with Batch.open("b") as found:
        yield found


@pytest.fixture
def server(batch: Batch) -> Iterator[Server]:
    with Server(Answers(batch, decided=True)) as started:
        thread = Thread(target=started.serve_forever, args=(0.02,))
        thread.start()
        yield started
        started.shutdown()
        thread.join()


def get(server: Server, path: str) -> HTTPResponse:
    return urllib.request.urlopen(server.url + path, timeout=HANG)  # noqa: S310 - our own address


def post(server: Server, path: str, value: object) -> tuple[int, dict[str, object]]:
    body = json.dumps(value).encode()
    return answer(server, f"/{server.token}/{path}", {"Content-Type": "application/json"}, body)


def answer(
    server: Server, path: str, headers: Mapping[str, str], body: bytes | None = None
) -> tuple[int, dict[str, object]]:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=HANG)
    connection.request("GET" if body is None else "POST", path, body, dict(headers))
    got = connection.getresponse()
    text = got.read()
    connection.close()
    kind = got.headers.get_content_type()
    return got.status, json.loads(text) if kind == "application/json" else {}


def test_only_the_whole_address_under_this_machines_names_is_answered(server: Server) -> None:
    page, port = f"/{server.token}/", server.server_port
    assert server.server_address[0] == "127.0.0.1"
    assert answer(server, page, {})[0] == 200
    assert answer(server, page, {"Host": f"localhost:{port}"})[0] == 200
    for path in ("/", "/x/", f"/{server.token[:-1]}/", "/items", f"/{server.token[:-1]}x/items"):
        assert answer(server, path, {})[0] == 404, path
    for host in ("evil.example", f"evil.example:{port}", "127.0.0.1", ""):
        assert answer(server, page, {"Host": host})[0] == 403, host


def test_no_other_site_can_decide(server: Server, batch: Batch) -> None:
    item = next(batch.reviewed()).item.id
    body = json.dumps({"item": item, "choice": "accept"}).encode()
    path, kind = f"/{server.token}/decide", {"Content-Type": "application/json"}
    assert answer(server, path, {**kind, "Origin": "http://evil.example"}, body)[0] == 403
    assert answer(server, path, {**kind, "Origin": "null"}, body)[0] == 403
    assert answer(server, path, {"Content-Type": "text/plain"}, body)[0] == 415
    assert answer(server, path, {**kind, "Content-Length": "999999999"}, body)[0] == 413
    assert answer(server, path, kind, b"[")[0] == 400
    assert answer(server, f"/{server.token}/buy", kind, body)[0] == 404
    assert batch.status().accepted == 0
    assert answer(server, path, {**kind, "Origin": f"http://127.0.0.1:{server.server_port}"}, body)[0] == 200
    assert batch.status().accepted == 1


def test_the_page_loads_nothing_from_elsewhere(server: Server) -> None:
    for path in ("", "style.css", "script.js"):
        with get(server, path) as got:
            text = got.read().decode()
            assert "default-src 'none'" in got.headers["Content-Security-Policy"]
            assert got.headers["Referrer-Policy"] == "no-referrer"
            assert "http://" not in text
            assert "https://" not in text


def test_pictures_are_reduced_and_only_those_of_the_batch_are_shown(
    server: Server, batch: Batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = next(one.item for one in batch.reviewed() if one.item.source.endswith("large.jpg"))
    with get(server, f"picture?item={large.id}&which=before&place=0&side=300") as got:
        assert Image.open(io.BytesIO(got.read())).size == (300, 200)
    with get(server, f"picture?item={large.id}&which=after&place=0&side=300") as got:
        assert Image.open(io.BytesIO(got.read())).size == (300, 200)
    for asked in (
        f"item={large.id}&which=after&place=7&side=300",
        f"item={large.id}&which=before&place=1&side=300",
    ):
        with pytest.raises(urllib.error.HTTPError, match="404"):
            get(server, f"picture?{asked}")
    for asked in ("item=../../etc/passwd&which=before&place=0&side=9", f"item={large.id}&place=x&side=9"):
        with pytest.raises(urllib.error.HTTPError, match="400"):
            get(server, f"picture?{asked}")
    monkeypatch.setitem(sys.modules, "PIL", None)
    with get(server, f"picture?item={large.id}&which=before&place=0&side=300") as got:
        assert got.read() == Path(large.source).read_bytes()


def test_a_result_that_came_after_the_page_was_drawn_is_not_decided_about(
    server: Server, batch: Batch
) -> None:
    item = next(batch.reviewed()).item
    seen = {"item": item.id, "attempt": item.attempt}
    with batch.store.engine.begin() as connection:
        connection.execute(sa.update(ITEMS).where(ITEMS.c.id == item.id).values(attempt=item.attempt + 1))
    status, said = post(server, "decide", {**seen, "choice": "redo", "options": {}})
    assert status == 400
    assert "reload" in str(said["error"])
    assert next(batch.reviewed()).decision is None
    assert post(server, "decide", {**seen, "attempt": item.attempt + 1, "choice": "accept"})[0] == 200


def test_the_query_of_a_url_is_not_shown(server: Server, batch: Batch) -> None:
    item = next(batch.reviewed()).item
    address = "https://bucket.example/large.jpg?X-Amz-Signature=secret"
    with batch.store.engine.begin() as connection:
        connection.execute(sa.update(ITEMS).where(ITEMS.c.id == item.id).values(source=address))
    with get(server, "items?after=") as got:
        shown = json.load(got)["items"][0]
    assert (shown["name"], shown["source"]) == (
        "large.jpg?…",
        "https://bucket.example/large.jpg?…",
    )
    write_report(batch, Path("report.html"), 4)
    assert "secret" not in Path("report.html").read_text()


def test_items_come_page_by_page(server: Server, batch: Batch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("safelight.review.answers.PAGE", 2)
    with get(server, "items?after=") as got:
        first = json.load(got)
    assert [item["name"] for item in first["items"]] == ["large.jpg", "a.jpg"]
    assert first["items"][0]["reasons"] == ["nothing was cut out: 100.0% of the picture is opaque"]
    with get(server, f"items?after={first['after']}") as got:
        second = json.load(got)
    assert ([item["name"] for item in second["items"]], second["after"]) == (["b.jpg"], None)


def test_the_form_shows_the_operations_options_and_says_the_price(server: Server, batch: Batch) -> None:
    item = next(batch.reviewed()).item.id
    with get(server, f"form?item={item}&vendor=picwish") as got:
        form = json.load(got)
    assert {"pilio", "claid", "picwish"} <= {vendor["name"] for vendor in form["vendors"]}
    fields = {field["name"]: field for field in form["fields"]}
    assert "person" in fields["type"]["choices"]
    assert not {"image", "filename", "request_id"} & fields.keys()
    asked = {"item": item, "vendor": "picwish", "options": {"type": "person", "crop": ""}}
    assert post(server, "price", asked) == (200, {"credits": 1.0})
    status, refused = post(server, "price", {**asked, "options": {"type": "dog"}})
    assert status == 400
    assert "type is one of" in str(refused["error"])
    assert post(server, "decide", {**asked, "choice": "redo"})[0] == 200
    decision = next(batch.reviewed()).decision
    assert decision is not None
    assert (decision.choice, decision.vendor, decision.options) == ("redo", "picwish", {"type": "person"})


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C reaches a process by a signal")
def test_the_command_prints_the_address_and_ends_by_ctrl_c(batch: Batch) -> None:
    command = [sys.executable, "-m", "safelight", "batch", "review", "--no-open"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment()
    ) as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        with urllib.request.urlopen(f"{url}items", timeout=HANG) as got:  # noqa: S310 - our own address
            item = json.load(got)["items"][0]["id"]
        batch.decide(item, "accept")
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=HANG)
        assert process.returncode == 0, said
    assert "1 accepted; the next batch run acts on it" in said


@pytest.mark.parametrize("number", ["9" * 19, "9" * 5000])
def test_a_number_that_is_too_long_is_refused_or_means_nothing(
    server: Server, batch: Batch, number: str
) -> None:
    item = next(batch.reviewed()).item
    for asked in (f"place={number}&side=9", f"place=0&side={number}"):
        with pytest.raises(urllib.error.HTTPError, match="400"):
            get(server, f"picture?item={item.id}&which=after&{asked}")
    with get(server, f"items?after=0-{number}") as got:
        assert len(json.load(got)["items"]) == len(list(batch.reviewed()))
    with closing(HTTPConnection("127.0.0.1", server.server_port, timeout=HANG)) as connection:
        path = urllib.parse.urlsplit(server.url).path
        connection.request(
            "POST", f"{path}decide", headers={"Content-Length": number, "Content-Type": "application/json"}
        )
        assert connection.getresponse().status == 413
