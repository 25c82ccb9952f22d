"""Results arrive whole or not at all, whatever storage does."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import pytest
from safelight.errors import ApiError, DownloadFailed, SafelightError, TaskExpired, UnexpectedResponse
from support.folders import names
from support.scripted import Answer, Download, lost, reply
from support.vendors import PNG, QUERY, RESULT, FakeClaid, FakePilio
from support.worlds import Played, play

STRONG = {"etag": '"v1"', "content-length": str(len(RESULT))}
HALF = len(RESULT) // 2


def broken(size: int, headers: dict[str, str] | None = None) -> Download:
    """The first bytes of the result, and then the connection is gone."""
    return Download(200, STRONG if headers is None else headers, (RESULT[:size],), lost())


def rest(start: int, end: int | None = None, total: int = len(RESULT), etag: str = '"v1"') -> Download:
    content = RESULT[start:end]
    place = f"bytes {start}-{start + len(content) - 1}/{total}"
    return Download(
        206, {"etag": etag, "content-range": place, "content-length": str(len(content))}, (content,)
    )


def fetched(
    downloads: Sequence[Answer | None], *, read: bool = True, folder: Path | None = None, **faults
) -> Played:
    def scenario(client):
        task = yield client.remove_background(PNG, filename="a.png")
        result = yield task.result(within=60)
        try:
            if read:
                return (yield result.bytes())
            return (yield result.save(folder, overwrite=True))
        except SafelightError as error:
            return error

    return play("pilio", lambda: FakePilio({"download": downloads, **faults}), scenario)


def gets(played: Played) -> list[dict[str, str]]:
    """The headers of the downloads, without those that every request has."""
    return [
        {name: value for name, value in sent.headers.items() if name in ("range", "if-range")}
        for sent in played.sent
        if "/down/" in sent.url
    ]


@pytest.mark.parametrize("read", [True, False])
def test_an_interrupted_download_goes_on_where_it_stopped(read, tmp_path):
    played = fetched([broken(HALF), rest(HALF)], read=read, folder=tmp_path / "out")
    assert gets(played) == [{}, {"range": f"bytes={HALF}-", "if-range": '"v1"'}]
    content = played.outcome if read else played.outcome[0].read_bytes()
    assert content == RESULT
    if not read:
        assert names(tmp_path / "out") == ["a.png"]


def test_a_download_goes_on_after_an_outage_in_between():
    played = fetched([broken(HALF), reply_download(503), lost_at_once(), rest(HALF)])
    assert played.outcome == RESULT
    assert [headers.get("range") for headers in gets(played)] == [None, *[f"bytes={HALF}-"] * 3]


def reply_download(status: int) -> Download:
    return Download(status)


def lost_at_once() -> Download:
    return Download(0, {}, (), lost())


def test_a_download_may_break_often_as_long_as_it_gets_on():
    steps = list(range(500, len(RESULT), 500))
    parts = [
        Download(part.status, part.headers, (RESULT[start : start + 500],), lost())
        for start in steps[:-1]
        for part in [rest(start)]
    ]
    played = fetched([broken(500), *parts, rest(steps[-1])])
    assert played.outcome == RESULT
    assert len(gets(played)) > 15


def test_a_download_that_gets_nowhere_is_given_up():
    played = fetched([broken(HALF), *[lost_at_once()] * 50])
    assert isinstance(played.outcome, DownloadFailed)
    assert len(gets(played)) <= 7


@pytest.mark.parametrize("etag", ['W/"v1"', "", "v1"])
def test_without_a_strong_validator_a_download_begins_anew(etag):
    played = fetched([broken(HALF, {"etag": etag, "content-length": str(len(RESULT))})])
    assert gets(played) == [{}, {}]
    assert played.outcome == RESULT


@pytest.mark.parametrize("read", [True, False])
def test_a_file_that_changed_is_fetched_anew(read, tmp_path):
    """Storage answers 200 to If-Range when the file is another one by now."""
    other = Download(200, {"etag": '"v2"', "content-length": "3"}, (b"new",))
    played = fetched([broken(HALF), other], read=read, folder=tmp_path)
    assert (played.outcome if read else played.outcome[0].read_bytes()) == b"new"


@pytest.mark.parametrize(
    "wrong",
    [
        rest(HALF + 1),
        rest(0),
        rest(HALF, etag='"v2"'),
        Download(206, {}, (RESULT[HALF:],)),
        Download(206, {"content-range": "bytes */5"}, (RESULT[HALF:],)),
        Download(206, {"content-range": f"bytes ²-{'9' * 30}/x"}, (RESULT[HALF:],)),
    ],
)
@pytest.mark.parametrize("read", [True, False])
def test_a_part_that_does_not_continue_the_file_is_refused(wrong, read, tmp_path):
    played = fetched([broken(HALF), wrong], read=read, folder=tmp_path)
    assert isinstance(played.outcome, DownloadFailed)
    assert names(tmp_path) == []


@pytest.mark.parametrize("read", [True, False])
def test_a_part_that_nobody_asked_for_is_refused(read, tmp_path):
    """It would be added to what the first answer left behind."""
    weak = {"content-length": str(len(RESULT))}
    unasked = Download(206, {"content-range": f"bytes 0-{len(RESULT) - 1}/{len(RESULT)}"}, (RESULT,))
    played = fetched([broken(HALF, weak), unasked], read=read, folder=tmp_path)
    assert isinstance(played.outcome, DownloadFailed)
    assert names(tmp_path) == []


def test_a_range_that_cannot_be_had_makes_it_begin_anew():
    played = fetched([broken(HALF), Download(416, {"content-range": f"bytes */{HALF}"}), None])
    assert played.outcome == RESULT
    assert gets(played)[-1] == {}


def test_a_part_may_come_in_parts():
    played = fetched([broken(100), rest(100, 200), rest(200, 4000), rest(4000)])
    assert played.outcome == RESULT


@pytest.mark.parametrize("total", ["1", "²", "9" * 6000, "-1", ""])
def test_odd_totals_break_nothing(total):
    part = Download(
        206, {"etag": '"v1"', "content-range": f"bytes {HALF}-{len(RESULT) - 1}/{total}"}, (RESULT[HALF:],)
    )
    outcome = fetched([broken(HALF), part, *[reply_download(500)] * 9]).outcome
    assert outcome == RESULT or isinstance(outcome, DownloadFailed)


@pytest.mark.parametrize("read", [True, False])
def test_a_short_answer_is_no_file(read, tmp_path):
    short = Download(200, {"content-length": str(len(RESULT))}, (RESULT[:-1],))
    played = fetched([short] * 9, read=read, folder=tmp_path)
    assert isinstance(played.outcome, DownloadFailed)
    assert names(tmp_path) == []


def test_a_size_that_only_the_vendor_states_counts_too():
    short = Download(200, {}, (RESULT[:-1],))
    assert isinstance(fetched([short] * 9).outcome, DownloadFailed)


@pytest.mark.parametrize("read", [True, False])
def test_content_is_compared_with_an_etag_that_is_an_md5(read, tmp_path):
    right = hashlib.md5(RESULT, usedforsecurity=False).hexdigest()
    length = {"content-length": str(len(RESULT))}
    good = Download(200, {"etag": f'"{right}"', **length}, (RESULT,))
    bad = Download(200, {"etag": f'"{right[::-1]}"', **length}, (RESULT,))
    encrypted = Download(200, {**bad.headers, "x-amz-server-side-encryption-aws-kms-key-id": "k"}, (RESULT,))
    parts = Download(200, {"etag": f'"{right[::-1]}-3"', **length}, (RESULT,))
    for download in (good, encrypted, parts):
        assert not isinstance(fetched([download], read=read, folder=tmp_path).outcome, SafelightError)
        (tmp_path / "a.png").unlink(missing_ok=True)
    played = fetched([bad], read=read, folder=tmp_path)
    assert isinstance(played.outcome, DownloadFailed)
    assert names(tmp_path) == []


@pytest.mark.parametrize("status", [403, 404, 410])
def test_an_expired_url_is_asked_for_anew_once(status):
    played = fetched([Download(status)])
    assert played.outcome == RESULT
    assert [sent.url.partition("?")[0] for sent in played.sent if "/down/" in sent.url] == [
        "https://store.test/down/1.png",
        "https://store.test/down/2.png",
    ]
    played = fetched([Download(status)] * 9)
    assert isinstance(played.outcome, DownloadFailed)
    assert played.outcome.http_status == status
    assert len(gets(played)) == 2


def test_a_renewed_url_is_kept_for_the_next_read(tmp_path):
    def scenario(client):
        task = yield client.remove_background(PNG, filename="a.png")
        result = yield task.result(within=60)
        (file,) = result.files
        old = file.url
        yield file.bytes()
        assert file.url != old
        yield file.save(tmp_path)
        return (yield result.bytes())

    played = play("pilio", lambda: FakePilio({"download": [Download(403)]}), scenario)
    assert played.outcome == RESULT
    assert len([sent for sent in played.sent if "/result" in sent.url]) == 2
    assert [sent.url.partition("?")[0] for sent in played.sent if "/down/" in sent.url] == [
        "https://store.test/down/1.png",
        *["https://store.test/down/2.png"] * 3,
    ]


def test_an_expired_url_is_renewed_in_the_middle_and_the_download_goes_on():
    played = fetched([broken(HALF), Download(403), rest(HALF)])
    assert played.outcome == RESULT
    assert [headers.get("range") for headers in gets(played)] == [None, f"bytes={HALF}-", f"bytes={HALF}-"]


def test_an_expired_url_of_a_forgotten_task():
    gone = reply(404, {"code": 404, "message": "gone"})
    played = fetched([Download(403)], result=[None, gone])
    assert isinstance(played.outcome, TaskExpired)
    assert played.outcome.token


def test_a_renewed_result_with_fewer_files():
    empty = reply(200, {"code": 200, "data": {"task_id": "task-1", "status": "Succeeded", "files": []}})
    assert isinstance(fetched([Download(403)], result=[None, empty]).outcome, (ApiError, DownloadFailed))


@pytest.mark.parametrize("status", [301, 302, 307, 400, 401, 451])
def test_a_refused_download_is_tried_once(status):
    played = fetched([Download(status, {"location": "https://elsewhere.test/x"})] * 3)
    assert isinstance(played.outcome, DownloadFailed)
    assert len(gets(played)) == 1
    assert all("elsewhere" not in sent.url for sent in played.sent)


def test_an_error_names_the_task_to_fetch_it_from():
    error = fetched([Download(400)]).outcome
    assert error.token
    assert error.vendor == "pilio"
    assert error.operation == "remove_background"
    assert QUERY not in str(error)


@pytest.mark.parametrize(
    "url", ["http://store.test/down/x", "ftp://store.test/down/x", "https://[bad/down/", "//x"]
)
def test_an_address_that_is_no_https_url_is_not_fetched(url):
    answer = reply(
        200,
        {
            "code": 200,
            "data": {
                "task_id": "t",
                "status": "Succeeded",
                "files": [{"id": "f", "name": "r.png", "size": 3, "download_url": url}],
            },
        },
    )
    played = fetched([], result=[answer])
    assert isinstance(played.outcome, SafelightError)
    assert gets(played) == []


def test_a_file_of_no_address_is_no_file():
    file = {"id": "f", "name": "r.png", "size": 3, "download_url": ""}
    answer = reply(200, {"code": 200, "data": {"task_id": "t", "status": "Succeeded", "files": [file]}})
    with pytest.raises(UnexpectedResponse, match="lists no file"):
        fetched([], result=[answer])


@pytest.mark.parametrize("read", [True, False])
def test_a_result_in_the_users_own_storage_says_where_it_is(read, tmp_path):
    out = {"tmp_url": None, "mime": "image/png", "object_uri": f"s3://mine/out/x.png?{QUERY}"}
    data = {"id": 17, "status": "DONE", "result": {"input_objects": [], "output_object": out}}

    def scenario(client):
        task = yield client.remove_background("https://pictures.test/a.png")
        result = yield task.result(within=60)
        (file,) = result.files
        assert file.url == out["object_uri"]
        assert file.expires is None
        try:
            return (yield file.bytes() if read else result.save(tmp_path))
        except SafelightError as error:
            return error

    played = play("claid", lambda: FakeClaid({"status": [reply(200, {"data": data})] * 2}), scenario)
    assert isinstance(played.outcome, DownloadFailed)
    assert "Claid put the result at s3://mine/out/x.png?…" in str(played.outcome)
    assert QUERY not in str(played.outcome)
    assert played.outcome.token
    assert gets(played) == []
    assert names(tmp_path) == []
