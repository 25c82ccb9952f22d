"""One call asks for the slots of many files: of those that come next as well as of the one at hand."""

import os
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest
from safelight import Options
from safelight.core.flow.effects import Blocking, Flow, Gather, Sleep
from safelight.core.transfers.prepared import Prepared
from safelight.core.transfers.slots import TOGETHER
from safelight.core.transfers.sources import prepare
from safelight.errors import AuthenticationError, InvalidInput, SafelightError
from support.clients import run
from support.scripted import Answer, Sent, reply
from support.uploaded import uploaded
from support.vendors import PNG, QUERY, FakePerfect, FakePilio
from support.worlds import Played, play

TOO_MANY = reply(400, {"code": 1505, "message": "too many files", "data": None})
TEN_SECONDS_BEFORE_HALF_ITS_LIFE = 3590.0


class Listed:
    """Knows the files to come by a list, and what it was asked."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self.paths = paths
        self.asked: list[tuple[str, str]] = []

    def upcoming(
        self, vendor: str, scope: str, known: Callable[[str], bool]
    ) -> Iterator[tuple[str, Prepared]]:
        self.asked.append((vendor, scope))
        for number, path in enumerate(self.paths):
            if not known(str(number)):
                yield str(number), prepare(path)


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    """Make pictures of different lengths."""
    made = [tmp_path / f"{number:03}.png" for number in range(5)]
    for number, path in enumerate(made):
        path.write_bytes(PNG + bytes(number))
    return made


def sending(client, *paths: Path) -> Flow[list[str]]:
    files = [prepare(path) for path in paths]
    return uploaded(client, files)


def played(scenario, paths: Sequence[Path], fake=FakePilio, **faults) -> Played:
    options = Options(slots_ahead=Listed(paths))
    # Files of one call are sent at the same time.
    return play("pilio", lambda: fake(faults), scenario, options=options, in_order=False)


def registered(played: Played) -> list[list[str]]:
    """The names of the files in each call for slots."""
    return [
        [file["name"] for file in sent.json["files"]] for sent in played.sent if "batch-create" in sent.url
    ]


def used(played: Played) -> list[str]:
    """The file of each task, by the id that the vendor gave it."""
    return [sent.json["image_file_id"] for sent in played.sent if "/images/" in sent.url]


def names(*numbers: int) -> list[str]:
    return [f"{number:03}.png" for number in numbers]


def puts(played: Played) -> Counter[str]:
    """How often each slot was sent to."""
    return Counter(sent.path.partition("?")[0] for sent in played.sent if sent.method == "PUT")


def test_files_sent_one_after_the_other_are_asked_for_by_one_call(paths):
    def scenario(client):
        for path in paths:
            yield client.remove_background(path)

    result = played(scenario, paths[1:])
    assert registered(result) == [names(0, 1, 2, 3, 4)]
    assert used(result) == [f"file-1-{number}" for number in range(5)]
    by_slot = {sent.path.partition("?")[0]: sent.body for sent in result.sent if sent.method == "PUT"}
    assert by_slot == {f"/up/1-{number}": PNG + bytes(number) for number in range(5)}


def test_files_sent_at_the_same_time_share_a_call(paths):
    first_asks = threading.Event()

    class Telling(Listed):
        def upcoming(self, vendor, scope, known):
            first_asks.set()
            return super().upcoming(vendor, scope, known)

    def later(client, path):
        yield from Blocking(partial(first_asks.wait, 20))
        return (yield from sending(client, path))

    def scenario(client):
        first_asks.clear()
        flows = [partial(sending, client, paths[0]), *(partial(later, client, path) for path in paths[1:])]
        return (yield run(client, gathered(flows)))

    options = Options(slots_ahead=Telling(paths))
    result = play("pilio", lambda: FakePilio({}), scenario, options=options, in_order=False)
    assert len(registered(result)) == 1
    assert set(puts(result).values()) == {1}
    assert len(puts(result)) == 5


def gathered(flows: Sequence[Callable[[], Flow[list[str]]]]) -> Flow[list[list[str]]]:
    return (yield from Gather(flows, len(flows)))


def test_without_slots_ahead_each_file_is_asked_for_alone(paths):
    def scenario(client):
        for path in paths[:2]:
            yield client.remove_background(path)

    assert registered(play("pilio", FakePilio, scenario)) == [names(0), names(1)]


def test_a_slot_is_not_relied_on_after_half_its_life(paths):
    def scenario(client):
        yield client.remove_background(paths[0])
        yield run(client, iter(Sleep(TEN_SECONDS_BEFORE_HALF_ITS_LIFE)))
        yield client.remove_background(paths[1])
        yield run(client, iter(Sleep(20)))
        yield client.remove_background(paths[2])

    # What was not used is asked for again, and the rest of the list with it.
    assert registered(played(scenario, paths[1:])) == [names(0, 1, 2, 3, 4), names(2, 1, 2, 3, 4)]


def test_a_file_that_changed_since_is_asked_for_anew(paths):
    def scenario(client):
        paths[1].write_bytes(PNG + bytes(1))
        os.utime(paths[2], ns=(0, 0))
        yield client.remove_background(paths[0])
        paths[1].write_bytes(PNG + b"longer than it was")
        os.utime(paths[2], ns=(1, 1))
        for path in paths[1:]:
            yield client.remove_background(path)

    result = played(scenario, paths[1:])
    assert registered(result)[1:] == [names(1), names(2)]
    assert len(puts(result)) == 5


@pytest.mark.parametrize(
    "refusal", [TOO_MANY, reply(413, b"too large"), reply(200, {"code": 200, "data": {"items": []}})]
)
def test_a_refused_call_is_made_again_for_the_file_at_hand_alone(paths, refusal):
    def scenario(client):
        for path in paths[:2]:
            yield client.remove_background(path)

    result = played(scenario, paths[1:], register=[refusal])
    assert registered(result) == [names(0, 1, 2, 3, 4), names(0), names(1)], "nobody is asked for ahead twice"
    assert len(puts(result)) == 2


@pytest.mark.parametrize(
    ("refusals", "kind", "calls"),
    [
        ([TOO_MANY, TOO_MANY], InvalidInput, 2),
        ([reply(401, {"code": 1402, "message": "no such key"})], AuthenticationError, 1),
    ],
)
def test_a_refusal_that_the_file_at_hand_shares_is_its_own(paths, refusals, kind, calls):
    def scenario(client):
        try:
            yield client.remove_background(paths[0])
        except SafelightError as error:
            return error

    result = played(scenario, paths[1:], register=refusals)
    assert isinstance(result.outcome, kind)
    assert len(registered(result)) == calls


def test_after_a_failure_the_next_file_asks_for_the_others_too(paths):
    def scenario(client):
        with pytest.raises(InvalidInput):
            yield client.remove_background(paths[0])
        yield client.remove_background(paths[1])
        yield client.remove_background(paths[2])

    result = played(scenario, paths[2:], register=[TOO_MANY, TOO_MANY])
    assert registered(result)[2:] == [names(1, 2, 3, 4)]


def test_refused_urls_are_asked_for_anew_and_what_was_ready_is_trusted_no_more(paths):
    def scenario(client):
        for path in paths[:3]:
            yield client.remove_background(path)

    result = played(scenario, paths[1:], put=[None, reply(403, b"<Error>expired</Error>")])
    assert registered(result) == [names(0, 1, 2, 3, 4), names(1), names(2, 1, 2, 3, 4)]
    assert puts(result)["/up/1-1"] == puts(result)["/up/2-0"] == puts(result)["/up/3-0"] == 1


def test_one_file_that_is_sent_for_several_tasks_has_a_slot_for_each(paths):
    def scenario(client):
        for _ in range(3):
            yield client.remove_background(paths[0])

    result = played(scenario, [paths[0], paths[0]])
    assert len(registered(result)) == 1
    assert len(set(used(result))) == 3


def test_a_call_asks_for_no_more_than_is_sent_soon(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(PNG)

    def scenario(client):
        yield client.remove_background(path)

    (call,) = registered(played(scenario, [path] * 1000))
    assert len(call) == TOGETHER


class ManyAtPerfect(FakePerfect):
    """Gives each file a slot of its own."""

    steps = (("POST", "/file/", "register"), ("POST", "/task/", "create"), *FakePerfect.steps)

    def register(self, sent: Sent) -> Answer:
        files = []
        for number, file in enumerate(sent.json["files"]):  # type: ignore[arg-type]
            name = f"{self.calls['register']}-{number}"
            request = {"method": "PUT", "url": f"{self.store}/up/{name}?{QUERY}", "headers": {}}
            files.append({"file_id": name, "file_name": file["file_name"], "requests": [request]})
        return reply(200, {"status": 200, "result": {"files": files}})

    def create(self, sent: Sent) -> Answer:
        return reply(200, {"status": 200, "result": {"task_id": f"t{self.calls['create']}"}})


def test_what_is_asked_for_one_feature_serves_no_other(paths):
    ahead = Listed(paths[1:])

    def scenario(client):
        enhance = partial(client.enhance, scale=2)
        for operation in (enhance, enhance, client.colorize):
            yield operation(paths[1])

    result = play("perfect", ManyAtPerfect, scenario, options=Options(slots_ahead=ahead))
    calls = [sent for sent in result.sent if "/file/" in sent.url]
    assert [sent.path.rpartition("/")[2] for sent in calls] == ["enhance", "colorize"]
    assert ("perfect", "colorize") in ahead.asked


def test_files_that_fill_a_call_ask_for_none_ahead(paths, monkeypatch):
    monkeypatch.setattr("safelight.core.transfers.uploads.TOGETHER", 2)

    def scenario(client):
        return (yield run(client, sending(client, *paths[:3])))

    assert registered(played(scenario, paths[3:])) == [names(0, 1, 2)]
