"""The ledger: a line before each purchase and one after it, from any number of writers, and caps that hold."""

import asyncio
import json
import stat
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import attrs
import pytest
from safelight import (
    AsyncPilio,
    ConfigurationError,
    Credits,
    InvalidInput,
    NotFound,
    Options,
    OutcomeUnknown,
    Pilio,
    Purchase,
)
from safelight.core.creation import _once
from safelight.costs import CapReached, Caps, Ledger
from safelight.costs.entries import read_book
from safelight.costs.ledger import append
from safelight.sandbox import Sandbox
from safelight.testing import hurried

BUY = Purchase("pilio", "remove_background", None, "remove_background", Credits(1.0, 3.0), "a.jpg")
UNPRICED = Purchase("claid", "create_async_edit", None, "upscale")
PHOTO = Path(__file__).parents[1] / "data" / "chelsea.jpg"
MANY = """
import sys
from safelight import Credits, Purchase
from safelight.costs import Caps, Ledger
ledger = Ledger(sys.argv[1], caps=Caps())
for number in range(40):
    ledger(Purchase("pilio", "upscale", None, "upscale", Credits(1.0, 1.0), "x" * 500))(f"{sys.argv[2]}-{number}")
"""


@pytest.fixture(autouse=True)
def own_profiles(tmp_path, monkeypatch):
    monkeypatch.setenv("SAFELIGHT_PROFILES", str(tmp_path / "profiles.toml"))
    for name in ("SAFELIGHT_PROFILE", "SAFELIGHT_MAX_CREDITS_DAY", "SAFELIGHT_MAX_CREDITS_MONTH"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def book(tmp_path):
    """Reads the ledger anew."""
    return lambda: read_book(tmp_path / "purchases.jsonl")


def profiles(tmp_path, text):
    path = tmp_path / "profiles.toml"
    path.write_text(text)
    path.chmod(0o600)


def states(book):
    return [entry.state for entry in book().entries.values()]


def test_a_purchase_is_in_the_file_before_it_is_made(tmp_path, book):
    end = Ledger()(BUY)
    (entry,) = book().entries.values()
    assert (entry.state, entry.expected, entry.most) == ("doubt", 1.0, 3.0)
    assert entry.source == str(Path("a.jpg").absolute())
    end("17")
    (entry,) = book().entries.values()
    assert (entry.state, entry.task) == ("bought", "17")
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "purchases.jsonl").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("end", "state"),
    [
        (None, "bought"),
        (InvalidInput("no"), "refused"),
        (KeyboardInterrupt(), "refused"),
        (OutcomeUnknown("?"), "doubt"),
    ],
)
def test_the_end_of_a_purchase(book, end, state):
    Ledger()(BUY)(end)
    assert states(book) == [state]


def test_a_purchase_is_not_refused_as_long_as_another_way_to_make_it_is_left(book):
    missing = NotFound("no such operation", http_status=404)
    hook = _once(Ledger(), 2)
    hook(BUY)(missing)
    assert states(book) == ["doubt"], "the other way may be under way"
    hook(BUY)(missing)
    assert states(book) == ["refused"]


def test_purchases_with_one_idempotency_key_are_charged_once(book):
    for end in (OutcomeUnknown("?"), "17", OutcomeUnknown("?")):
        Ledger()(Purchase("perfect", "run", "4711"))(end)
    Ledger()(Purchase("perfect", "run", "4712"))("18")
    assert [(entry.key, entry.state) for entry in book().counted()] == [
        ("4711", "bought"),
        ("4712", "bought"),
    ]


@pytest.mark.parametrize(
    "torn", [b'{"id": "ab', b'{"id": "x", "end": "sold"}\n', b"[]\n", b"null\n", b"\xff\n", b'{"id": 3}\n']
)
def test_a_damaged_line_costs_no_other(tmp_path, book, torn):
    Ledger()(BUY)("1")
    with (tmp_path / "purchases.jsonl").open("ab") as file:
        file.write(torn)
    Ledger()(BUY)("2")
    assert states(book) == ["bought", "bought"]
    assert book().damaged == 1


def test_threads_share_a_ledger(book):
    ledger = Ledger()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: ledger(BUY)(str(number)), range(100)))
    assert {entry.task for entry in book().entries.values()} == set(map(str, range(100)))
    assert book().damaged == 0


@pytest.mark.integration
def test_processes_share_a_ledger(tmp_path):
    path = tmp_path / "shared.jsonl"
    running = [subprocess.Popen([sys.executable, "-c", MANY, str(path), str(number)]) for number in range(3)]
    assert [one.wait(60) for one in running] == [0, 0, 0]
    found = read_book(path)
    assert found.damaged == 0
    assert {entry.task for entry in found.entries.values()} == {
        f"{a}-{b}" for a in range(3) for b in range(40)
    }


@pytest.mark.parametrize("period", ["day", "month"])
def test_a_purchase_that_could_pass_a_cap_is_refused(book, period):
    ledger = Ledger(caps=Caps(**{period: 7}))
    ledger(BUY)("1")
    ledger(BUY)(OutcomeUnknown("?"))  # it may have been charged
    with pytest.raises(
        CapReached, match=f"cap of 7 credits a {period} at Pilio .* up to 6 are spent, .* costs up to 3"
    ) as caught:
        ledger(BUY)
    assert "Nothing was bought" in caught.value.message
    assert states(book) == ["bought", "doubt", "refused"]


def test_what_was_refused_counts_for_nothing():
    ledger = Ledger(caps=Caps(day=3))
    for _ in range(3):
        ledger(BUY)(InvalidInput("no"))
    ledger(BUY)("1")


def test_a_price_that_nobody_publishes_counts_as_one():
    ledger = Ledger(caps=Caps(day=2))
    ledger(UNPRICED)("1")
    ledger(UNPRICED)("2")
    with pytest.raises(CapReached, match="has no published price and counts as 1"):
        ledger(UNPRICED)


def test_vendors_profiles_and_sandboxes_are_counted_apart(tmp_path):
    caps = Caps(day=3)
    Ledger(caps=caps)(BUY)
    Ledger(caps=caps)(UNPRICED)
    Ledger(caps=caps, profile="work")(BUY)
    Ledger(caps=caps)(Purchase("pilio", "remove_background", None, "", Credits(1.0, 3.0), local=True))
    assert len(read_book(tmp_path / "purchases-sandbox.jsonl").entries) == 1
    with pytest.raises(CapReached):
        Ledger(caps=caps)(BUY)


@pytest.mark.parametrize("keys", [(None, None), ("1", "2")], ids=["no keys", "keys"])
def test_of_two_purchases_at_once_the_first_in_the_file_gets_the_rest_of_a_cap(book, monkeypatch, keys):
    both = Barrier(2)

    def append_both(path, line, **more):
        append(path, line, **more)
        if "vendor" in line:
            both.wait(10)  # so that neither reads before both are written

    monkeypatch.setattr("safelight.costs.ledger.append", append_both)
    ledger = Ledger(caps=Caps(day=3))
    with ThreadPoolExecutor(2) as pool:
        bought = [pool.submit(ledger, attrs.evolve(BUY, key=key)) for key in keys]
    assert [type(one.exception()) for one in bought].count(CapReached) == 1
    assert states(book) == ["doubt", "refused"]


def test_each_line_is_read_once(tmp_path):
    """With a cap, each purchase would read all the purchases before it otherwise."""
    ledger, path = Ledger(caps=Caps(day=9)), tmp_path / "purchases.jsonl"
    for task in "12":
        ledger(BUY)(task)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([b"#" * (len(lines[0]) - 1) + b"\n", *lines[1:]]))
    Ledger(caps=Caps(day=6))(BUY)("3")  # which finds one purchase
    with pytest.raises(CapReached, match="up to 9 are spent"):
        ledger(BUY)


@pytest.mark.parametrize("shorter", [True, False])
def test_a_new_file_starts_over(tmp_path, shorter):
    ledger, path = Ledger(caps=Caps(day=3)), tmp_path / "purchases.jsonl"
    ledger(BUY)("1")
    if shorter:
        path.write_text("")
    else:
        path.rename(tmp_path / "old.jsonl")
    ledger(BUY)("2")
    with pytest.raises(CapReached):
        ledger(BUY)


def test_a_new_day_and_a_new_month_start_over(tmp_path, monkeypatch):
    now = time.mktime((2026, 11, 29, 12, 0, 0, 0, 0, -1))
    monkeypatch.setattr("time.time", lambda: now)
    ledger = Ledger(caps=Caps(day=3, month=6))
    ledger(BUY)("1")
    with pytest.raises(CapReached, match="3 credits a day"):
        ledger(BUY)
    now += 86_400
    ledger(BUY)("2")
    now += 86_400
    ledger(BUY)("3")  # on the first of December
    now -= 2 * 86_400
    with pytest.raises(CapReached):
        ledger(BUY)


def test_an_attempt_of_a_batch_is_one_purchase(tmp_path, book):
    """A crash between the ledger's line and the intent, after which the same attempt goes on."""
    ledger = Ledger(caps=Caps(day=3))
    attempt = Purchase("pilio", "remove_background", "b-1.0", "remove_background", Credits(3.0, 3.0))
    for _ in range(2):
        ledger.check(attempt)
        ledger.of_batch(attempt, "b")
    with pytest.raises(CapReached):
        ledger.check(BUY)
    assert {entry.batch for entry in book().entries.values()} == {"b"}


def test_caps_come_from_the_profile_and_the_environment(tmp_path, monkeypatch):
    profiles(
        tmp_path,
        "[default.caps]\nday = 100\nmonth = 2000\n[default.caps.claid]\nday = 5\n[work.caps]\nday = 1\n",
    )
    found = [
        Caps.found(profile, vendor)
        for profile, vendor in ((None, "pilio"), (None, "claid"), ("work", "pilio"))
    ]
    assert [(caps.day, caps.month) for caps in found] == [(100, 2000), (5, 2000), (1, None)]
    monkeypatch.setenv("SAFELIGHT_MAX_CREDITS_DAY", "50")
    assert [Caps.found(None, vendor).day for vendor in ("pilio", "claid")] == [50, 5], "the lower one holds"
    monkeypatch.setenv("SAFELIGHT_PROFILE", "work")
    with pytest.raises(CapReached, match=r"\[work.caps\] of .*profiles.toml"):
        Ledger()(BUY)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[default.caps]\nweek = 3\n", "week is not one of day, month"),
        ("[default.caps]\nday = 'much'\n", "day must be a number of credits from 0, not 'much'"),
        ("[default.caps]\nday = -1\n", "from 0, not -1"),
        ("[default.caps]\nday = nan\n", "from 0, not nan"),
        ("[default]\ncaps = 3\n", r"\[default.caps\] must be a table"),
    ],
)
def test_a_cap_that_cannot_be_read_stops_the_purchase(tmp_path, book, text, said):
    profiles(tmp_path, text)
    with pytest.raises(ConfigurationError, match=said):
        Ledger()(BUY)
    assert book().entries == {}


def test_without_a_place_for_the_ledger_only_a_cap_stops_a_purchase(tmp_path, caplog):
    (tmp_path / "file").write_text("")
    assert Ledger(tmp_path / "file" / "x.jsonl")(BUY) is None
    assert "a purchase is not in the ledger" in caplog.text
    with pytest.raises(ConfigurationError, match="caps cannot be checked; nothing was bought"):
        Ledger(tmp_path / "file" / "x.jsonl", caps=Caps(day=100))(BUY)


def test_a_client_writes_what_the_sandbox_charges(tmp_path):
    options = Options(before_purchase=Ledger(tmp_path / "own.jsonl"))
    with Sandbox(limits=False, task_seconds=0.0) as sandbox, hurried():
        access = {
            "api_key": sandbox.api_key("pilio"),
            "base_url": sandbox.base_url("pilio"),
            "options": options,
        }
        with Pilio(**access) as pilio:
            pilio.remove_background(PHOTO)
            pilio.upscale(PHOTO, type="2X")

        async def later():
            async with AsyncPilio(**access) as client:
                await client.remove_background(PHOTO)

        asyncio.run(later())
        charged = [(entry.task_id, entry.credits) for entry in sandbox.ledger.entries]
    text = (tmp_path / "own-sandbox.jsonl").read_text()
    assert [
        (entry.task, entry.expected) for entry in read_book(tmp_path / "own-sandbox.jsonl").entries.values()
    ] == charged
    assert access["api_key"] not in text
    assert all(json.loads(line) for line in text.splitlines())
