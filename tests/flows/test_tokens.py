"""Tokens of tasks: which are taken, in whatever they were copied, and which are refused before anything is sent."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from safelight import Pilio
from safelight.core.base.outcome import Handle
from safelight.errors import ConfigurationError
from support.clients import BASE, KEY
from support.vendors import PNG, FakeClaid, FakePerfect, FakePilio
from support.waiting import HANG
from support.worlds import WORLDS, play


def handles() -> st.SearchStrategy[Handle]:
    texts = st.text(max_size=30)
    return st.builds(
        Handle,
        texts,
        texts,
        texts,
        st.floats(0, 1e10),
        texts,
        texts,
        st.dictionaries(texts, texts, max_size=4),
    )


@given(handles())
def test_a_token_survives_the_round_trip(handle):
    assert Handle.from_token(handle.token) == handle


HANDLE = Handle("pilio", "remove_background", "t", 1.7e9, BASE, "a")


TOKEN = json.loads(HANDLE.token)


@pytest.mark.parametrize(
    "token",
    [
        "",
        "nothing",
        "[]",
        "null",
        "7",
        "{}",
        "[" * 100_000,
        '{"safelight":' * 50_000,
        json.dumps({**TOKEN, "safelight": 2}),
        json.dumps({**TOKEN, "safelight": None}),
        json.dumps({key: value for key, value in TOKEN.items() if key != "id"}),
        json.dumps({**TOKEN, "more": 1}),
        json.dumps({**TOKEN, "id": 7}),
        json.dumps({**TOKEN, "id": ""}),
        json.dumps({**TOKEN, "created": "now"}),
        json.dumps({**TOKEN, "created": float("nan")}),
        json.dumps({**TOKEN, "created": float("inf")}),
        json.dumps({**TOKEN, "created": 10**400}),
        json.dumps({**TOKEN, "created": -1}),
        json.dumps({**TOKEN, "options": ["a"]}),
        json.dumps({**TOKEN, "options": {"a": 1}}),
        json.dumps({**TOKEN, "vendor": "perfect"}),
        json.dumps({**TOKEN, "address": "https://elsewhere.test"}),
        json.dumps({**TOKEN, "address": "https://api.test:8443"}),
        json.dumps({**TOKEN, "address": "http://api.test"}),
        json.dumps({**TOKEN, "address": "https://[bad"}),
        json.dumps({**TOKEN, "address": "https://api.test:99999"}),
        json.dumps({**TOKEN, "address": ""}),
    ],
)
def test_a_damaged_or_foreign_token_is_refused(token):
    with Pilio("k", base_url=BASE) as client, pytest.raises(ConfigurationError):
        client.resume(token)


@pytest.mark.parametrize(
    "copied",
    [
        "\ufeff{}",
        "  {}\r\n",
        "\xa0{}\u200b",
        "'{}'",
        " '{}' \n",
        "`{}`",
        "\ufeff'{}'",
        "\u2018{}\u2019",
    ],
)
def test_a_token_may_be_copied_with_what_stands_around_it(copied):
    with Pilio("k", base_url=BASE) as client:
        assert client.resume(copied.format(HANDLE.token)).token == HANDLE.token
        with pytest.raises(ConfigurationError, match="this is a token"):
            client.resume(copied.format(HANDLE.token), operation="upscale")
    assert Handle.from_token(json.dumps(HANDLE.token)) == HANDLE


@pytest.mark.parametrize("token", [None, 7, b"{}", {"safelight": 1}, ["a"]])
def test_a_token_that_is_no_text_is_refused(token):
    with Pilio("k", base_url=BASE) as client, pytest.raises(ConfigurationError, match="must be a str"):
        client.resume(token)


@pytest.mark.parametrize(
    ("task_id", "operation", "said"),
    [
        (123, "upscale", "must be a str, not int"),
        (None, "upscale", "must be a str"),
        ("t-1", 5, "no operation 5"),
    ],
)
def test_an_id_and_its_operation_are_texts(task_id, operation, said):
    with Pilio("k", base_url=BASE) as client, pytest.raises(ConfigurationError, match=said):
        client.resume(task_id, operation=operation)


@pytest.mark.parametrize(
    "change", [{"id": "\ud800"}, {"id": "a\nb"}, {"created": 0, "safelight": [[1] * 9999]}]
)
def test_a_token_that_can_be_asked_for_nowhere_is_refused_in_words(change):
    with Pilio("k", base_url=BASE) as client, pytest.raises(ConfigurationError) as caught:
        client.resume(json.dumps({**TOKEN, **change}))
    assert len(str(caught.value).encode()) < 300


@given(st.text() | st.binary().map(repr))
def test_no_text_is_mistaken_for_a_token(text):
    with pytest.raises(ConfigurationError):
        Handle.from_token(text)


@pytest.mark.parametrize("operation", ["", "../../other", "nonesuch", "status"])
def test_a_token_of_no_operation_is_refused_before_anything_is_sent(operation):
    handle = Handle("perfect", operation, "t", 1.7e9, BASE, "a")

    def scenario(client):
        with pytest.raises(ConfigurationError):
            yield client.resume(handle.token).status()

    assert play("perfect", FakePerfect, scenario).sent == []


def test_a_token_whose_id_is_no_id_is_refused():
    handle = Handle("claid", "remove_background", "../seventeen", 1.7e9, BASE, "a")

    def scenario(client):
        with pytest.raises(ConfigurationError):
            yield client.resume(handle.token).status()

    assert play("claid", FakeClaid, scenario).sent == []


@pytest.mark.parametrize(
    "task_id", ["../../v1/files", "a?x=1#y", "%2e%2e/x", "a b", "é\u202e", "//evil.test"]
)
def test_an_id_cannot_lead_to_another_address(task_id):
    def scenario(client):
        task = client.resume(Handle("pilio", "remove_background", task_id, 1.7e9, BASE, "a").token)
        yield task.status()

    (sent,) = play("pilio", FakePilio, scenario).sent
    assert sent.path.startswith("/v1/tasks/")
    assert sent.path.endswith("/status")
    assert sent.path.count("/") == 4
    assert "?" not in sent.path


@pytest.mark.parametrize(
    ("vendor", "operation", "task_id", "said"),
    [
        ("pilio", "upscale", "", "not a task id of Pilio"),
        ("pilio", "upscale", "..", "not a task id of Pilio"),
        ("pilio", "upscale", ".", "not a task id of Pilio"),
        ("claid", "edit", "abc", "'abc' is not a task id of Claid"),
        ("claid", "edit", "\u0661\u0667", "not a task id of Claid"),
        ("claid", "edit", json.dumps(TOKEN), "this is a token"),
        ("pilio", "upscale", json.dumps(TOKEN), "this is a token"),
    ],
)
def test_what_is_no_id_of_a_task_is_not_resumed(vendor, operation, task_id, said):
    for kind in WORLDS[vendor]:
        with pytest.raises(ConfigurationError, match=said):
            kind("k", base_url=BASE).resume(task_id, operation=operation)


def test_a_token_with_an_id_of_dots_is_refused():
    with Pilio("k", base_url=BASE) as client, pytest.raises(ConfigurationError, match="not a task id"):
        client.resume(json.dumps({**TOKEN, "id": ".."}))


def test_a_token_resumes_in_another_process():
    """The other process knows nothing but the token and the key."""

    def scenario(client):
        task = yield client.remove_background(PNG, filename="portrait.png")
        return task.token

    token = play("pilio", FakePilio, scenario).outcome
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from support.worlds import play\n"
        "from support.vendors import FakePilio\n"
        "def scenario(client):\n"
        "    result = yield client.resume(sys.argv[2]).result(within=60)\n"
        "    return len((yield result.bytes()))\n"
        "played = play('pilio', FakePilio, scenario)\n"
        "print(played.outcome, [sent.method for sent in played.sent])\n"
    )
    tests = str(Path(__file__).parents[1])
    finished = subprocess.run(
        [sys.executable, "-c", program, tests, token],
        capture_output=True,
        text=True,
        timeout=HANG,
        check=False,
    )
    assert finished.stdout == "10240 ['GET', 'GET', 'GET', 'GET']\n", finished.stderr
    assert KEY not in token
