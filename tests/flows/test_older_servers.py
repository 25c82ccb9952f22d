"""Servers of a vendor that are newer or older than its documents: asked another way once, and remembered."""

import pytest
from safelight import Options
from safelight.errors import InvalidInput, NotFound, OutcomeUnknown, SafelightError
from support.scripted import Sent, reply
from support.vendors import PNG, FakePilio
from support.worlds import WORLDS, play

NEWER = "/v1/images/gpt-image-2"
MISSING = reply(404, {"code": 404, "message": "Not Found", "data": None})
PAGE = reply(404, b"<html>no such page</html>")
BIG = PNG + bytes(12 * 1024 * 1024)


class Deployment(FakePilio):
    """Has some paths of GPT Image 2; the others are answered with `missing`."""

    def __init__(self, paths, missing=MISSING, faults=None):
        super().__init__(faults)
        self.paths = paths
        self.missing = missing

    def create(self, sent: Sent):
        return super().create(sent) if sent.path in self.paths else self.missing


def bought(deployment, times=1):
    """What came of making and editing pictures, and the creates that were sent."""

    def scenario(client):
        found = []
        for _ in range(times):
            for call in (
                lambda: client.generate_image("a lighthouse", aspect_ratio="7:4", quality="auto"),
                lambda: client.edit_image(PNG, "at night", filename="a.png"),
            ):
                try:
                    found.append((yield call()).id)
                except SafelightError as error:
                    found.append(type(error))
        return found

    played = play("pilio", deployment, scenario)
    creates = [sent for sent in played.sent if sent.method == "POST" and "/images/" in sent.url]
    return played.outcome, creates


def test_the_newer_path_is_asked_first():
    found, creates = bought(lambda: Deployment([NEWER, f"{NEWER}/generations", f"{NEWER}/edits"]))
    assert len(found) == 2
    assert {sent.path for sent in creates} == {NEWER}


@pytest.mark.parametrize("missing", [MISSING, PAGE])
def test_an_older_server_gets_the_same_request_and_is_remembered(missing):
    older = [f"{NEWER}/generations", f"{NEWER}/edits"]
    found, creates = bought(lambda: Deployment(older, missing), times=2)
    assert all(isinstance(task, str) for task in found)
    assert [sent.path for sent in creates] == [NEWER, older[0], NEWER, older[1], *older]
    for first, second in ((0, 1), (2, 3)):
        assert creates[first].json == creates[second].json


def test_a_purchase_is_announced_once_however_it_is_asked_for():
    announced = []

    def scenario(client):
        yield client.generate_image("a lighthouse", aspect_ratio="1:1")
        yield client.generate_image("a boat", aspect_ratio="1:1")

    options = Options(before_purchase=announced.append)
    played = play("pilio", lambda: Deployment([f"{NEWER}/generations"]), scenario, options=options)
    creates = [sent for sent in played.sent if "/images/" in sent.url]
    assert len(creates) == 3
    assert len(announced) == 2 * len(WORLDS["pilio"])


def test_a_purchase_that_is_asked_for_in_two_ways_ends_with_the_second():
    ends = []

    def scenario(client):
        yield client.generate_image("a lighthouse", aspect_ratio="1:1")

    options = Options(before_purchase=lambda _: ends.append)
    play("pilio", lambda: Deployment([f"{NEWER}/generations"]), scenario, options=options)
    assert [type(end) for end in ends] == [str] * len(WORLDS["pilio"])


def test_a_server_that_was_changed_is_asked_the_other_way():
    paths = [f"{NEWER}/generations"]

    def scenario(client):
        yield client.generate_image("a", aspect_ratio="1:1")
        paths[:] = [NEWER]
        yield client.generate_image("b", aspect_ratio="1:1")
        yield client.generate_image("c", aspect_ratio="1:1")
        paths[:] = [f"{NEWER}/generations"]

    played = play("pilio", lambda: Deployment(paths), scenario)
    asked = [sent.path.removeprefix(NEWER) for sent in played.sent if "/images/" in sent.url]
    assert asked == ["", "/generations", "/generations", "", ""]


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (reply(400, {"code": 400, "message": "no"}), InvalidInput),
        (reply(405, {"code": 405, "message": "no"}), InvalidInput),
        (reply(410, {"code": 410, "message": "gone"}), NotFound),
        (reply(400, {"code": 1510, "message": "expired"}), NotFound),
        (reply(500, {"code": 500, "message": "no"}), OutcomeUnknown),
    ],
)
def test_nothing_but_404_is_asked_again(answer, error):
    found, creates = bought(lambda: Deployment([], answer))
    assert found == [error, error]
    assert {sent.path for sent in creates} == {NEWER}


def test_a_server_with_neither_path_says_what_the_first_said():
    found, creates = bought(lambda: Deployment([]))
    assert found == [NotFound, NotFound]
    assert len(creates) == 4


class Completing(FakePilio):
    """Takes one form of a completion, and answers the other with a status."""

    parts = 3

    def __init__(self, newer, status):
        super().__init__()
        self.newer = newer
        self.status_of_other = status

    def put(self, sent: Sent):
        return reply(200, b"", etag=f'"{sent.path.rpartition("/")[2].partition("?")[0]}"')

    def complete(self, sent: Sent):
        if ("upload_mode" in sent.json) == self.newer:
            return super().complete(sent)
        return reply(self.status_of_other, {"code": self.status_of_other, "message": "no", "data": {}})


def completions(fake):
    def scenario(client):
        try:
            for _ in range(2):
                yield client.remove_background(BIG, filename="a.png")
        except SafelightError as error:
            return type(error)
        return None

    played = play("pilio", fake, scenario, in_order=False)
    return played.outcome, [sent.json for sent in played.sent if "/complete" in sent.url]


@pytest.mark.parametrize("status", [400, 422])
def test_a_newer_server_gets_the_form_that_it_wants(status):
    error, sent = completions(lambda: Completing(newer=True, status=status))
    assert error is None
    assert ["upload_mode" in body for body in sent] == [False, True, True]
    newer = sent[1]
    assert newer["upload_mode"] == "multipart"
    assert newer["duration_ms"] >= 1
    assert newer["size"] == len(BIG)
    assert [part["part_number"] for part in newer["parts"]] == [1, 2, 3]


def test_an_older_server_gets_the_parts_alone():
    error, sent = completions(lambda: Completing(newer=False, status=422))
    assert error is None
    assert [list(body) for body in sent] == [["parts"], ["parts"]]


def test_a_completion_that_no_form_suits_is_an_error():
    class Neither(Completing):
        def complete(self, sent: Sent):
            return reply(422, {"code": 422, "message": "no", "data": {}})

    error, sent = completions(lambda: Neither(newer=True, status=422))
    assert error is not None
    assert len(sent) == 2
