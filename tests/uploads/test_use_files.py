"""The rules of uploads: which slots are asked for, what is sent again, and what a memory saves."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest
from safelight import Uploaded, UploadFailed, UploadFolder
from safelight.core.base.facts import Lifetimes, load
from safelight.core.flow.effects import Flow, Sleep
from safelight.core.transfers import uploads
from safelight.core.transfers.prepared import Prepared
from safelight.core.transfers.slots import Slot
from safelight.core.transfers.sources import prepare
from safelight.core.transfers.uploads import Sent, use_files
from safelight.errors import InvalidInput, NotFound, RateLimited, SafelightError, UnexpectedResponse
from support.clients import api_of, run
from support.scripted import Answer, lost, reply
from support.scripted import Sent as Request
from support.vendors import PNG
from support.virtual import EPOCH
from support.worlds import Played, play

PART = 100
LIFETIMES = load("pilio_api").lifetimes


@attrs.define
class Vendor:
    """Hands out slots, takes what is finished, and uses ids; remembers all of it.

    Attributes:
        parts: URLs a slot; 0 for a whole file.
        storage: What storage answers to a URL's path, one after the other; then success.
        finishing: Raised by the first calls that tell of a finished file.
        using: Raised by the first uses.
    """

    parts: int = 0
    storage: dict[str, list[Answer]] = attrs.field(factory=dict)
    finishing: list[SafelightError] = attrs.field(factory=list)
    using: list[SafelightError] = attrs.field(factory=list)
    asked: list[list[str]] = attrs.field(factory=list)
    finished: list[tuple[str, str, Sent]] = attrs.field(factory=list)
    used: list[list[str]] = attrs.field(factory=list)

    def ask(self, files: Sequence[Prepared]) -> Flow[Sequence[Slot]]:
        self.asked.append([file.name for file in files])
        return [self.slot(file, f"{file.name}:{len(self.asked)}") for file in files]
        yield

    def slot(self, file: Prepared, name: str) -> Slot:
        url = f"https://store.test/{name}"
        if not self.parts:
            return Slot(name, (url,), method="POST", headers={"X-Vendor": "7"}, content_type="image/png")
        return Slot(name, tuple(f"{url}/{part}" for part in range(1, self.parts + 1)), in_parts=True)

    def finish(self, file: Prepared, slot: Slot, sent: Sent) -> Flow[None]:
        if self.finishing:
            raise self.finishing.pop(0)
        self.finished.append((file.name, slot.id, sent))
        return
        yield

    def use(self, ids: list[str]) -> Flow[str]:
        self.used.append(ids)
        if self.using:
            raise self.using.pop(0)
        return "used"
        yield

    def answer(self, sent: Request) -> Answer:
        waiting = self.storage.get(sent.path)
        return waiting.pop(0) if waiting else reply(200, b"", etag=f'"etag of {sent.path}"')


def sent(
    made: Callable[[], Vendor],
    paths: Sequence[Path],
    store: Callable[[], Any] = lambda: None,
    times: int = 1,
    lifetimes: Lifetimes = LIFETIMES,
) -> tuple[Played, Vendor]:
    """Send files in both worlds, each with a store of its own; what one of them saw."""
    vendors: list[Vendor] = []

    def answering() -> Callable[[Request], Answer]:
        vendors.append(made())
        return vendors[-1].answer

    def scenario(client: Any) -> Any:
        api, vendor, outcomes = api_of(client), vendors[-1], []
        api.uploads, api.facts = store(), api.facts._replace(lifetimes=lifetimes)
        for _ in range(times):
            files = [prepare(path) for path in paths]
            try:
                using = use_files(api, "", files, vendor.ask, vendor.finish, vendor.use)
                outcomes.append((yield run(client, using)))
            except SafelightError as error:
                outcomes.append(error)
        return outcomes

    played = play("pilio", answering, scenario, in_order=False)
    return played, vendors[-1]


def bodies(played: Played) -> dict[str, list[bytes]]:
    """What was sent to each path, in order."""
    found: dict[str, list[bytes]] = {}
    for request in played.sent:
        found.setdefault(request.path, []).append(request.body)
    return found


@pytest.fixture(autouse=True)
def _small_parts_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Side by side, it is chance which parts are sent before one of them fails."""
    monkeypatch.setattr(uploads, "SMALLEST_PART", PART)
    monkeypatch.setattr(uploads, "PARTS_AT_ONCE", 1)
    monkeypatch.setattr(uploads, "FILES_AT_ONCE", 1)


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    """Make three pictures of different lengths."""
    made = [tmp_path / f"{name}.png" for name in "abc"]
    for number, path in enumerate(made):
        path.write_bytes(PNG + bytes(270 + number - len(PNG)))
    return made


@pytest.fixture
def stores(tmp_path: Path) -> Callable[[], UploadFolder]:
    """A folder for each world."""
    made: list[UploadFolder] = []

    def make() -> UploadFolder:
        made.append(UploadFolder(tmp_path / f"uploads{len(made)}"))
        return made[-1]

    return make


def test_files_are_asked_for_together_and_used_in_order(paths):
    played, vendor = sent(Vendor, paths)
    assert played.outcome == ["used"]
    assert vendor.asked == [["a.png", "b.png", "c.png"]]
    assert vendor.used == [["a.png:1", "b.png:1", "c.png:1"]]
    assert sorted(name for name, _, _ in vendor.finished) == ["a.png", "b.png", "c.png"]
    assert bodies(played) == {f"/{path.name}:1": [path.read_bytes()] for path in paths}
    assert {request.method for request in played.sent} == {"POST"}
    assert {request.headers["x-vendor"] for request in played.sent} == {"7"}
    assert [sent.etags for _, _, sent in vendor.finished] == [()] * 3


@pytest.mark.parametrize(
    ("parts", "sizes"),
    [
        (1, [[270], [271], [272]]),
        (2, [[135, 135], [136, 135], [136, 136]]),
        (3, [[100, 100, 70], [100, 100, 71], [100, 100, 72]]),
        (9, [[100, 100, 70], [100, 100, 71], [100, 100, 72]]),
    ],
)
def test_parts_are_as_even_as_storage_allows_and_joined_in_order(paths, parts, sizes):
    played, vendor = sent(lambda: Vendor(parts=parts), paths)
    assert vendor.used == [["a.png:1", "b.png:1", "c.png:1"]]
    found = bodies(played)
    for path, wanted in zip(paths, sizes, strict=True):
        pieces = [found[f"/{path.name}:1/{number}"] for number in range(1, len(wanted) + 1)]
        assert [len(piece) for (piece,) in pieces] == wanted
        assert b"".join(piece for (piece,) in pieces) == path.read_bytes()
    for name, _, done in vendor.finished:
        joined = range(1, len(sizes[0]) + 1)
        assert done.etags == tuple(f'"etag of /{name}:1/{number}"' for number in joined)


def test_four_files_and_four_parts_of_five_mebibytes_go_at_once(paths, monkeypatch):
    monkeypatch.undo()
    assert uploads.SMALLEST_PART == 5 * 1024 * 1024
    seen: list[int] = []
    gather = uploads.Gather
    monkeypatch.setattr(uploads, "Gather", lambda flows, most: seen.append(most) or gather(flows, most))
    sent(lambda: Vendor(parts=1), paths[:1])
    assert seen == [4, 4] * 2, "in both worlds"


@pytest.mark.parametrize("parts", [0, 3])
def test_a_refused_url_is_replaced_for_its_file_alone(paths, parts):
    place = "/b.png:1/2" if parts else "/b.png:1"
    played, vendor = sent(lambda: Vendor(parts=parts, storage={place: [reply(403, b"")]}), paths)
    assert played.outcome == ["used"]
    assert vendor.asked == [["a.png", "b.png", "c.png"], ["b.png"]]
    assert vendor.used == [["a.png:1", "b.png:2", "c.png:1"]]


@pytest.mark.parametrize(("refusals", "used"), [(2, True), (3, False)])
def test_fresh_urls_are_asked_for_twice(paths, refusals, used):
    def made() -> Vendor:
        return Vendor(storage={f"/a.png:{number}": [reply(403, b"")] for number in range(1, refusals + 1)})

    played, vendor = sent(made, paths[:1])
    assert len(vendor.asked) == 3
    if used:
        assert vendor.used == [["a.png:3"]]
    else:
        (error,) = played.outcome
        assert isinstance(error, UploadFailed)
        assert "refused 3 upload URLs in a row for a.png" in str(error)
        assert error.http_status == 403
        assert vendor.used == []


def test_storage_that_breaks_is_asked_again_at_the_same_url(paths):
    played, vendor = sent(lambda: Vendor(storage={"/a.png:1": [lost(), reply(500, b"")]}), paths[:1])
    assert vendor.asked == [["a.png"]]
    assert bodies(played) == {"/a.png:1": [paths[0].read_bytes()] * 3}


def test_a_slot_without_a_url_is_no_slot(paths):
    class Nowhere(Vendor):
        def slot(self, file, name):
            return Slot(name, ())

    played, _ = sent(Nowhere, paths[:1])
    (error,) = played.outcome
    assert isinstance(error, UnexpectedResponse)
    assert "names no upload URL for a.png" in str(error)
    assert played.sent == []


def test_a_part_without_an_etag_cannot_be_joined(paths):
    played, vendor = sent(lambda: Vendor(parts=3, storage={"/a.png:1/2": [reply(200, b"")]}), paths[:1])
    (error,) = played.outcome
    assert isinstance(error, UploadFailed)
    assert "took part 2 of a.png and answered no ETag" in str(error)
    assert vendor.finished == vendor.used == []


@pytest.mark.parametrize("parts", [0, 3])
def test_a_remembered_file_is_used_without_being_sent(paths, stores, parts):
    played, vendor = sent(lambda: Vendor(parts=parts), paths[:1], stores, times=2)
    assert played.outcome == ["used", "used"]
    assert vendor.asked == [["a.png"]]
    assert vendor.used == [["a.png:1"]] * 2
    assert len(played.sent) == max(1, parts)


def test_files_that_are_not_remembered_are_sent_beside_those_that_are(paths, stores):
    """The second file cannot be sent at first."""

    def made() -> Vendor:
        return Vendor(storage={"/b.png:1": [reply(400, b"")]})

    played, vendor = sent(made, paths, stores, times=2)
    assert isinstance(played.outcome[0], UploadFailed)
    assert "b.png" in vendor.asked[1]
    assert vendor.used[0][1] == "b.png:2"


def test_the_missing_parts_alone_are_sent_the_next_time(paths, stores):
    def made() -> Vendor:
        return Vendor(parts=3, storage={"/a.png:1/3": [reply(400, b"")]})

    played, vendor = sent(made, paths[:1], stores, times=2)
    assert isinstance(played.outcome[0], UploadFailed)
    assert played.outcome[1] == "used"
    assert vendor.asked == [["a.png"]]
    assert {path: len(found) for path, found in bodies(played).items()} == {
        "/a.png:1/1": 1,
        "/a.png:1/2": 1,
        "/a.png:1/3": 2,
    }
    ((_, _, done),) = vendor.finished
    assert done.etags == tuple(f'"etag of /a.png:1/{number}"' for number in (1, 2, 3))
    assert [event.sent for event in played.events if isinstance(event, Uploaded)] == [100, 200, 270]


@pytest.mark.parametrize("parts", [0, 3])
def test_a_memory_that_the_vendor_refuses_is_given_up(paths, stores, parts):
    class Refusing(Vendor):
        def use(self, ids):
            self.used.append(ids)
            if len(self.used) == 2:
                raise NotFound("no such file", http_status=404)
            return "used"
            yield

    played, vendor = sent(lambda: Refusing(parts=parts), paths[:1], stores, times=2)
    assert played.outcome == ["used", "used"]
    assert vendor.used == [["a.png:1"], ["a.png:1"], ["a.png:2"]]
    assert vendor.asked == [["a.png"]] * 2


REFUSALS = {
    "no such file": (NotFound("gone", http_status=404), True),
    "a file's fault": (InvalidInput("bad File id", http_status=400), True),
    "a code of files": (InvalidInput("bad", http_status=400, code="FILE_ID"), True),
    "another fault": (InvalidInput("bad size", http_status=400), False),
    "our own": (InvalidInput("no file"), False),
    "our own, not found": (NotFound("no file"), False),
    "a limit": (RateLimited("too many files", http_status=429), False),
}


@pytest.mark.parametrize("case", REFUSALS)
@pytest.mark.parametrize("remembered", [True, False])
def test_only_a_refusal_of_remembered_files_begins_anew(paths, stores, case, remembered):
    error, of_files = REFUSALS[case]

    class Refusing(Vendor):
        def use(self, ids):
            self.used.append(ids)
            if len(self.used) == 2:
                raise error
            return "used"
            yield

    if remembered:
        played, vendor = sent(Refusing, paths[:1], stores, times=2)
    else:
        played, vendor = sent(Refusing, paths[:1], times=2)
    again = of_files and remembered
    assert played.outcome == ["used", "used" if again else error]
    assert len(vendor.used) == (3 if again else 2)


@pytest.mark.parametrize("error", [NotFound("gone", http_status=404), UploadFailed("gone", http_status=404)])
def test_an_upload_that_was_begun_and_is_gone_begins_anew(paths, stores, error):
    def made() -> Vendor:
        return Vendor(parts=3, storage={"/a.png:1/3": [reply(400, b"")]}, finishing=[error])

    played, vendor = sent(made, paths[:1], stores, times=2)
    assert isinstance(played.outcome[0], UploadFailed)
    assert played.outcome[1] == "used"
    assert vendor.asked == [["a.png"]] * 2
    assert vendor.used == [["a.png:2"]]


@pytest.mark.parametrize("error", [NotFound("gone", http_status=404), UploadFailed("gone", http_status=404)])
def test_an_upload_that_was_not_begun_before_is_not_begun_anew(paths, stores, error):
    played, vendor = sent(lambda: Vendor(parts=3, finishing=[error]), paths[:1], stores)
    assert played.outcome == [error]
    assert vendor.asked == [["a.png"]]


@pytest.mark.parametrize("status", [403, 405, 500])
def test_an_upload_that_was_begun_and_fails_otherwise_is_not_begun_anew(paths, stores, status):
    error = UploadFailed("no", http_status=status)

    def made() -> Vendor:
        return Vendor(parts=3, storage={"/a.png:1/3": [reply(400, b"")]}, finishing=[error])

    played, vendor = sent(made, paths[:1], stores, times=2)
    assert played.outcome[1] is error
    assert vendor.asked == [["a.png"]]


def test_the_seconds_that_an_upload_took_are_told(paths):
    """They are those of the transfer, with its waits, and not of the call for slots before it."""

    class Slow(Vendor):
        def ask(self, files):
            yield from Sleep(1000)
            return (yield from super().ask(files))

    _, vendor = sent(lambda: Slow(storage={"/a.png:1": [reply(503, b"", retry_after="7")]}), paths[:1])
    ((_, _, done),) = vendor.finished
    assert 7 <= done.seconds < 8


@pytest.mark.parametrize(
    ("upload", "url", "life"), [(1000, 2000, 1000), (None, 2000, 2000), (None, None, 3600)]
)
@pytest.mark.parametrize("parts", [0, 1])
def test_an_upload_is_remembered_for_its_life(paths, stores, tmp_path, upload, url, life, parts):
    """Where no document states one, for that of its URL, or an hour."""
    lifetimes = LIFETIMES._replace(upload_seconds=upload, upload_url_seconds=url)
    sent(lambda: Vendor(parts=parts), paths[:1], stores, lifetimes=lifetimes)
    kept = [json.loads(path.read_text()) for path in tmp_path.glob("uploads*/*.json")]
    assert [(entry["id"], entry["sent"], entry["until"] - EPOCH) for entry in kept] == [
        ("a.png:1", True, life)
    ] * 2
