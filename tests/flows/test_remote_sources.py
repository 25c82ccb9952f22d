"""Sources behind URLs that are fetched here first."""

import gc
import warnings

import pytest
from safelight import File, InvalidInput, SafelightError, UploadFailed
from support.hostile import HostileServer, http
from support.real import FAST, serve
from support.scripted import Answer, Download, Sent, lost
from support.vendors import PNG, QUERY, FakePilio
from support.worlds import Played, play

URL = f"https://pictures.test/me.png?{QUERY}"
PICTURE = Download(200, {"content-type": "image/png"}, (PNG,))


class WithPictures(FakePilio):
    steps = (("GET", "pictures.test", "picture"), *FakePilio.steps)

    def picture(self, sent: Sent) -> Answer:
        return PICTURE


def sent_from(url: str, answers: list[Answer] | None = None, **settings: object) -> Played:
    """What happens when a source is fetched that is answered so."""

    def scenario(client):
        try:
            return (yield client.remove_background(File(url, fetch=True, **settings)))
        except SafelightError as error:
            return error

    return play("pilio", lambda: WithPictures({"picture": answers or []}), scenario)


def redirect(where: str, status: int = 302) -> Download:
    return Download(status, {"location": where})


def pictures(played: Played) -> list[str]:
    return [sent.url for sent in played.sent if sent.method == "GET" and "/status" not in sent.url]


def created(played: Played) -> list[Sent]:
    return [sent for sent in played.sent if "/images/" in sent.url]


def test_a_source_is_fetched_and_named_after_its_url():
    played = sent_from(URL)
    (put,) = [sent for sent in played.sent if sent.method == "PUT"]
    assert put.body == PNG
    assert '"me"' in played.outcome.token
    assert all("authorization" not in sent.headers for sent in played.sent if "pictures" in sent.url)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(status):
    played = sent_from(
        URL, [redirect("/other/me.png", status), redirect("https://cdn.pictures.test/x", status)]
    )
    assert pictures(played) == [URL, "https://pictures.test/other/me.png", "https://cdn.pictures.test/x"]
    assert len(created(played)) == 1


@pytest.mark.parametrize(
    "where",
    [
        "http://pictures.test/x",
        "http://169.254.169.254/latest",
        "file:///etc/passwd",
        "https://[bad",
        "mailto:me",
    ],
)
def test_a_redirect_leads_to_https_alone(where):
    played = sent_from(URL, [redirect(where)])
    assert isinstance(played.outcome, InvalidInput)
    assert played.outcome.field == "source"
    assert pictures(played) == [URL]


def test_redirects_end():
    played = sent_from(URL, [redirect(URL)] * 20)
    assert isinstance(played.outcome, InvalidInput)
    assert "redirects more than 5 times" in str(played.outcome)
    assert len(pictures(played)) == 6


@pytest.mark.parametrize("url", ["http://pictures.test/me.png", "https:///me.png", "https://[bad/me.png"])
def test_a_source_that_is_not_https_is_the_users_mistake(url):
    played = sent_from(url)
    assert isinstance(played.outcome, InvalidInput)
    assert played.outcome.field == "source"
    assert "begin with https://" in str(played.outcome)
    assert "Pilio named" not in str(played.outcome)
    assert played.sent == []


@pytest.mark.parametrize("status", [300, 304, 400, 401, 403, 404, 410])
def test_a_source_that_is_refused_is_the_users_mistake(status):
    played = sent_from(URL, [Download(status)] * 9)
    assert isinstance(played.outcome, InvalidInput)
    assert played.outcome.field == "source"
    assert f"the server answered HTTP {status}" in str(played.outcome)
    assert played.outcome.http_status == status
    assert QUERY not in str(played.outcome)
    assert len(played.sent) == 1


def test_a_web_page_is_no_picture():
    page = Download(200, {"content-type": "text/html"}, (b"<html>",))
    assert isinstance(sent_from(URL, [page] * 9).outcome, InvalidInput)


@pytest.mark.parametrize("answer", [Download(503), Download(429), Download(0, {}, (), lost())])
def test_a_source_that_cannot_be_had_now_buys_nothing(answer):
    played = sent_from(URL, [answer] * 9)
    assert isinstance(played.outcome, UploadFailed)
    assert "Nothing was bought" in str(played.outcome)
    assert QUERY not in str(played.outcome)
    assert created(played) == []
    assert len(sent_from(URL, [answer]).sent) > 3, "and once is no reason to give up"


def test_a_temporary_file_is_closed_where_fetching_fails():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        sent_from(URL, [Download(404)])
        gc.collect()
    assert not [warning for warning in caught if issubclass(warning.category, ResourceWarning)]


def test_redirects_are_followed_over_real_sockets():
    with HostileServer(lambda sent: [http(200, PNG, {"content-type": "image/png"})]) as elsewhere:
        moved = [http(302, b"", {"location": f"{elsewhere.url}/me.png"})]

        def scenario(client):
            return (yield client.remove_background(File(f"{moving.url}/short", fetch=True)))

        with HostileServer(lambda sent: moved) as moving:
            for served in serve(scenario, options=FAST):
                assert served.calls("/images/")
        assert {sent.path for sent in elsewhere.seen} == {"/me.png"}
        assert all("authorization" not in sent.headers for sent in (*elsewhere.seen, *moving.seen))
