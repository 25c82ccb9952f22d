"""Fetching a result that breaks, is refused, or lies elsewhere: what is asked next, and when it is given up."""

import gzip

import pytest
from safelight.core.http.addresses import MOST_REDIRECTS
from safelight.core.http.messages import PrivateAddress, Slow
from safelight.errors import DownloadFailed
from support.clients import api_of
from support.fetched import asked, reading, taken, whole
from support.scripted import Download, lost
from support.vendors import RESULT, FakePilio
from support.worlds import Played, play

ETAG = '"v1"'
LENGTH = str(len(RESULT))


def part(start: int, end: int | None = None, status: int = 206, **changed: str) -> Download:
    content = RESULT[start:end]
    headers = {
        "etag": ETAG,
        "content-range": f"bytes {start}-{start + len(content) - 1}/{LENGTH}",
        "content-length": str(len(content)),
        **{name.replace("_", "-"): value for name, value in changed.items()},
    }
    return Download(status, headers, (content,), None if start + len(content) == len(RESULT) else lost())


def begun(size: int = 1000) -> Download:
    return Download(200, {"etag": ETAG, "content-length": LENGTH}, (RESULT[:size],), lost())


def ranges(played: Played) -> list[tuple[str | None, str | None]]:
    return [(sent.headers.get("range"), sent.headers.get("if-range")) for sent in asked(played)]


def test_a_download_goes_on_from_the_byte_where_it_broke():
    played = taken([begun(1), part(1, 1000), part(1000)])
    assert played.outcome == RESULT
    assert ranges(played) == [(None, None), ("bytes=1-", ETAG), ("bytes=1000-", ETAG)]


@pytest.mark.parametrize(
    "changed",
    [
        {"etag": '"v2"'},
        {"content_range": f"bytes 999-{len(RESULT) - 1}/{LENGTH}"},
        {"content_range": f"bytes 1001-{len(RESULT) - 1}/{LENGTH}"},
        {"content_range": "bytes */7"},
        {"content_range": f"x bytes 1000-/{LENGTH}"},
        {"content_encoding": "gzip"},
    ],
)
def test_a_part_of_another_place_or_file_is_refused(changed):
    played = taken([begun(), part(1000, **changed)])
    assert isinstance(played.outcome, DownloadFailed)
    assert len(asked(played)) == 2


def test_a_part_may_leave_its_etag_out():
    answer = part(1000)
    headers = {name: value for name, value in answer.headers.items() if name != "etag"}
    assert taken([begun(), Download(206, headers, answer.chunks)]).outcome == RESULT


def test_a_part_that_was_not_asked_for_is_refused():
    played = taken([part(0)])
    assert isinstance(played.outcome, DownloadFailed)
    assert "continued at a wrong place" in str(played.outcome)


@pytest.mark.parametrize("total", [str(len(RESULT) + 1), str(len(RESULT) - 1)])
def test_a_part_says_how_long_the_whole_file_is(total):
    """The vendor states no size."""
    place = f"bytes 1000-{len(RESULT) - 1}/{total}"
    played = taken([begun(), *[part(1000, content_range=place)] * 9], size=None)
    assert ranges(played)[2] == (f"bytes={LENGTH}-", ETAG), "something is missing, or too much came"


@pytest.mark.parametrize("kind", ["text/html", "TEXT/HTML; charset=utf-8", " text/html ;x"])
def test_a_web_page_is_no_file_and_no_reason_to_go_on(kind):
    page = Download(200, {"content-type": kind, "etag": ETAG}, (b"<html>Please sign in</html>",))
    played = taken([page, page])
    assert played.outcome == RESULT
    assert ranges(played) == [(None, None)] * 3
    played = taken([page] * 9)
    assert "a web page came in place of the file" in str(played.outcome)


def test_a_range_that_storage_cannot_give_begins_anew():
    played = taken([begun(), Download(416)])
    assert played.outcome == RESULT
    assert ranges(played) == [(None, None), ("bytes=1000-", ETAG), (None, None)]


@pytest.mark.parametrize("outage", [Download(408), Download(503), Download(0, {}, (), lost())])
def test_an_outage_in_between_costs_nothing_of_what_came(outage):
    played = taken([begun(), outage, part(1000)])
    assert played.outcome == RESULT
    assert ranges(played) == [(None, None), *[("bytes=1000-", ETAG)] * 2]


def test_a_packed_file_that_ends_early_is_fetched_anew():
    packed = gzip.compress(RESULT)
    cut = Download(200, {"content-encoding": "gzip", "etag": ETAG}, (packed[:-20],))
    played = taken([cut, Download(200, {"content-encoding": "gzip"}, (packed,))], size=None)
    assert played.outcome == RESULT
    assert ranges(played) == [(None, None)] * 2
    assert "ended early" in str(taken([cut] * 9, size=None).outcome)


def test_a_short_answer_without_a_stated_size_goes_on_by_its_length():
    short = Download(200, {"etag": ETAG, "content-length": LENGTH}, (RESULT[:1000],))
    played = taken([short, part(1000)], size=None)
    assert played.outcome == RESULT
    assert ranges(played)[1] == ("bytes=1000-", ETAG)


@pytest.mark.parametrize(("failure", "tries"), [(lost(), 12), (Slow("only 1 byte came", sent=True), 5)])
def test_getting_on_renews_the_attempts_unless_it_drips(failure, tries):
    """Each answer brings ten bytes more."""
    pieces = [
        Download(
            206 if start else 200,
            {
                "etag": ETAG,
                "content-length": LENGTH,
                "content-range": f"bytes {start}-{len(RESULT) - 1}/{LENGTH}",
            },
            (RESULT[start : start + 10],),
            failure,
        )
        for start in range(0, 110, 10)
    ]
    played = taken([*pieces, part(110)])
    assert len(asked(played)) == tries
    assert (played.outcome == RESULT) == (tries == 12)


def test_what_was_had_before_is_no_getting_on():
    """It breaks at the same byte again and again."""
    played = taken([begun(), *[Download(206, part(1000).headers, (), lost())] * 50])
    assert isinstance(played.outcome, DownloadFailed)
    assert len(asked(played)) == 6


def test_retries_of_downloads_take_from_the_budget_of_all_calls():
    def scenario(client):
        budget = api_of(client).budget
        while budget.take():
            pass
        for _ in range(7):  # the calls before the download give some back
            budget.give()
        return (yield from reading(client, "bytes", None))

    played = play("pilio", lambda: FakePilio({"download": [Download(503)] * 9}), scenario)
    assert isinstance(played.outcome, DownloadFailed)
    assert len(asked(played)) == 3


# --- refusals and redirects ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [403, 404, 410])
def test_a_url_that_ended_is_renewed_once(status):
    played = taken([Download(status)])
    assert played.outcome == RESULT
    assert [sent.path[:7] for sent in asked(played)] == ["/down/1", "/down/2"]
    played = taken([Download(status)] * 9)
    assert isinstance(played.outcome, DownloadFailed)
    assert played.outcome.http_status == status
    assert len(asked(played)) == 2


@pytest.mark.parametrize(
    ("status", "tries"), [(400, 1), (401, 1), (408, 5), (429, 5), (500, 5), (503, 5), (416, 5)]
)
def test_only_what_may_pass_is_tried_again(status, tries):
    played = taken([Download(status)] * 9)
    assert isinstance(played.outcome, DownloadFailed)
    assert f"HTTP {status}" in str(played.outcome)
    assert len(asked(played)) == tries


@pytest.mark.parametrize(("redirects", "fine"), [(MOST_REDIRECTS, True), (MOST_REDIRECTS + 1, False)])
def test_some_redirects_are_followed(redirects, fine):
    moved = [Download(302, {"location": f"/down/moved{number}"}) for number in range(redirects)]
    played = taken(moved)
    assert len(asked(played)) == MOST_REDIRECTS + 1
    if fine:
        assert played.outcome == RESULT
    else:
        assert f"it redirects more than {MOST_REDIRECTS} times" in str(played.outcome)


def test_a_redirect_without_a_place_is_a_refusal():
    played = taken([Download(302)])
    assert isinstance(played.outcome, DownloadFailed)
    assert "HTTP 302" in str(played.outcome)


def test_a_place_of_an_answer_that_is_no_redirect_is_not_followed():
    played = taken([whole(location="https://elsewhere.test/down/x")])
    assert played.outcome == RESULT
    assert len(asked(played)) == 1


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("http://store.test/down/x", "it redirects to a URL that is not https"),
        ("https://127.0.0.1/down/x", "private network"),
        ("https://10.0.0.1/down/x", "private network"),
    ],
)
def test_a_redirect_leads_to_no_place_that_must_not_be_asked(place, said):
    played = taken([Download(302, {"location": place})])
    assert isinstance(played.outcome, DownloadFailed)
    assert said in str(played.outcome)
    assert len(asked(played)) == 1


def test_a_connection_into_a_private_network_is_not_tried_again():
    failure = PrivateAddress("store.test is at 10.0.0.1, inside a private network", sent=False)
    played = taken([Download(0, {}, (), failure)] * 9)
    assert isinstance(played.outcome, DownloadFailed)
    assert "inside a private network" in str(played.outcome)
    assert len(asked(played)) == 1
