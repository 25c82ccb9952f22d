"""Routes in batches: the next vendor takes what one refuses, and nothing is ever bought twice."""

import json
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import numpy as np
import pytest
from batch_support import environment, safelight, small_photo
from PIL import Image
from safelight.batch import Batch, Counts, Record, run, sync
from safelight.batch.catalogue import work_of
from safelight.batch.database import database_url, open_engine
from safelight.batch.estimates import estimate
from safelight.batch.intents import Intents
from safelight.batch.item_uploads import ItemUploads
from safelight.batch.moves import Moves
from safelight.batch.orders import Orders
from safelight.batch.planning import list_items
from safelight.batch.purchases import Purchases
from safelight.batch.records import Item
from safelight.batch.refusals import Refusals
from safelight.batch.running import plan_of
from safelight.batch.saving import Saving
from safelight.batch.store import Store
from safelight.batch.waits import Waits
from safelight.core.base.events import Purchase
from safelight.core.base.verdict import Verdict
from safelight.errors import ConfigurationError, InvalidInput, Unavailable
from safelight.routes.tried import Tried
from safelight.sandbox import FaultKind, Sandbox

pytestmark = pytest.mark.integration

COMMAND = "batch run photos --vendor picwish,pilio --operation remove-background -o out"
CREATE = "create_segmentation"
Spoil = Callable[[Sandbox, pytest.MonkeyPatch], None]


def bought(sandbox: Sandbox) -> tuple[int, int]:
    """Purchases at PicWish and at Pilio."""
    return sandbox.ledger.count("picwish"), sandbox.ledger.count("pilio")


def routed_run(**given: object) -> Counts:
    arguments = {"vendor": ["picwish", "pilio"], "operation": "remove_background", "batch": "b", **given}
    return run(["photos"], out="out", rates=False, **arguments)  # type: ignore[arg-type]


def outage(sandbox: Sandbox, patch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        patch.setenv("PICWISH_BASE_URL", f"http://127.0.0.1:{closed.getsockname()[1]}")


def rate_limit(sandbox: Sandbox, patch: pytest.MonkeyPatch) -> None:
    sandbox.faults.add(FaultKind.RATE_LIMITED, "picwish", CREATE, retry_after=0, times=None)


def wrong_key(sandbox: Sandbox, patch: pytest.MonkeyPatch) -> None:
    patch.setenv("PICWISH_API_KEY", "sandbox-of-nobody")


def no_credits(sandbox: Sandbox, patch: pytest.MonkeyPatch) -> None:
    sandbox.ledger.set_balance("picwish", 0)


def large_photos(sandbox: Sandbox, patch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b"):
        photo = small_photo()
        Path("photos", f"{name}.jpg").write_bytes(photo + bytes(21 * 1024 * 1024 - len(photo)))


@pytest.mark.parametrize(
    ("spoil", "reason", "error"),
    [
        (outage, "outage", "Unavailable"),
        (rate_limit, "rate limited", "RateLimited"),
        (wrong_key, "refused key", "AuthenticationError"),
        (no_credits, "empty account", "InsufficientCredits"),
        (large_photos, "limit", "InvalidInput"),
    ],
)
def test_the_next_vendor_does_all_and_each_is_paid_once(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, spoil: Spoil, reason: str, error: str
) -> None:
    spoil(sandbox, monkeypatch)
    ran = safelight(f"{COMMAND} --batch b")
    assert ran.exit_code == 0, ran.output
    assert bought(sandbox) == (0, 2)
    assert "2 done by pilio" in ran.stderr
    assert f"2 not done by picwish: {reason}, such as: " in ran.stderr
    status = json.loads(safelight("batch status --json --problems").stdout)
    assert status["problems"] == []
    for item in status["tried"]:
        assert (item["vendor"], item["state"]) == ("pilio", "done")
        (tried,) = item["tried"]
        assert (tried["vendor"], tried["reason"], tried["error"]) == ("picwish", reason, error)
    assert len(status["tried"]) == 2
    assert sorted(path.name for path in Path("out").iterdir()) == ["a.png", "b.png"]
    assert safelight(f"{COMMAND} --batch b -q").exit_code == 0
    assert bought(sandbox) == (0, 2)


def test_the_first_vendor_does_what_it_takes(sandbox: Sandbox) -> None:
    large = small_photo()
    Path("photos", "b.jpg").write_bytes(large + bytes(21 * 1024 * 1024 - len(large)))
    assert routed_run().done == 2
    assert bought(sandbox) == (1, 1)
    with Batch.open("b") as batch:
        ((item, tried),) = batch.tried()
    assert (Path(item.source).name, item.vendor) == ("b.jpg", "pilio")
    assert str(tried[0]).startswith("picwish: limit: ")
    assert "picwish: limit: " in safelight("batch status --problems").stdout
    safelight("batch report")
    assert "Not done by the first vendor" in Path("report.html").read_text()


def test_the_next_vendor_is_not_asked_one_by_one_during_an_outage(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else each of a thousand items would wait through all tries of its own."""
    for number in range(20):
        Path("photos", f"{number}.jpg").write_bytes(small_photo())
    outage(sandbox, monkeypatch)
    heard: list[str] = []
    monkeypatch.setattr(
        "safelight.batch.waits.Waits.listen", lambda _, event: heard.append(type(event).__name__)
    )
    assert routed_run().done == 22
    assert bought(sandbox) == (0, 22)
    assert heard.count("Retrying") < 60


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": FaultKind.LOST_RESPONSE, "seconds": 0.2},
        {"kind": FaultKind.RESET_AFTER},
        {"kind": FaultKind.SERVER_ERROR, "status": 500, "worked": True},
        {"kind": FaultKind.HTML_PAGE, "worked": True},
    ],
    ids=lambda fault: str(fault["kind"]),
)
def test_nothing_follows_an_unknown_outcome(sandbox: Sandbox, fault: dict[str, object]) -> None:
    sandbox.faults.add(vendor="picwish", operation=CREATE, times=None, **fault)  # type: ignore[arg-type]
    assert (routed_run().doubt, bought(sandbox)) == (2, (2, 0))
    assert (routed_run().doubt, bought(sandbox)) == (2, (2, 0))


def test_nothing_follows_a_failed_task(sandbox: Sandbox) -> None:
    sandbox.faults.add(FaultKind.TASK_FAILURE, "picwish", CREATE, times=None)
    assert (routed_run().failed, bought(sandbox)[1]) == (2, 0)


def test_an_item_that_no_vendor_takes_starts_again_at_the_first(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox.ledger.set_balance("picwish", 0)
    monkeypatch.setenv("PILIO_API_KEY", "sandbox-of-nobody")
    counts = routed_run()
    assert (counts.held, counts.credits) == (2, 0)
    with Batch.open("b") as batch:
        for item in batch.items():
            assert item.vendor == "picwish"
            assert "pilio" in (item.error or "")
            assert "also tried: picwish: empty account: " in (item.error or "")
        assert [[one.vendor for one in tried] for _, tried in batch.tried()] == [["picwish", "pilio"]] * 2
    sandbox.ledger.set_balance("picwish", 100)
    assert routed_run().done == 2
    assert bought(sandbox) == (2, 0)


def test_an_outage_tells_more_than_an_account(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """Items that failed for an outage are not held back for their accounts."""
    outage(sandbox, monkeypatch)
    monkeypatch.setenv("PILIO_API_KEY", "sandbox-of-nobody")
    assert routed_run().failed == 2
    with Batch.open("b") as batch:
        assert {item.error_kind for item in batch.items()} == {"Unavailable"}
        assert batch.retry("failed") == 2
    monkeypatch.setenv("PICWISH_BASE_URL", sandbox.base_url("picwish"))
    assert routed_run().done == 2
    assert bought(sandbox) == (2, 0)


def test_a_cap_holds_over_all_vendors_and_leads_to_no_other(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert routed_run(max_credits=0).held == 2
    with Batch.open("b") as batch:
        assert list(batch.tried()) == []
    monkeypatch.setenv("PICWISH_API_KEY", "sandbox-of-nobody")
    counts = routed_run(max_credits=3)  # Pilio's dearest price
    assert (counts.done, counts.held, counts.credits) == (1, 1, 3)
    assert routed_run(max_credits=6).done == 2
    assert bought(sandbox) == (0, 2)


def test_another_vendor_goes_on_with_a_batch(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    sandbox.ledger.set_balance("picwish", 1)
    assert routed_run(vendor="picwish").held == 1
    assert routed_run().done == 2
    assert bought(sandbox) == (1, 1)


def test_a_further_vendor_leads_to_the_batch_that_paid_already(sandbox: Sandbox) -> None:
    one = COMMAND.replace("picwish,pilio", "picwish")
    assert safelight(one).exit_code == 0
    paid = bought(sandbox)
    refused = safelight(COMMAND)
    assert refused.exit_code == 2
    with Batch.open() as batch:
        hint = f"--batch {batch.id} goes on with that batch; --overwrite buys them again"
    assert hint in refused.output
    assert safelight(f"{COMMAND} --batch {batch.id}").exit_code == 0
    assert bought(sandbox) == paid
    other = safelight(COMMAND.replace("picwish,pilio", "pilio"))
    assert f"paid for in batch {batch.id}: --overwrite" in other.output


def test_an_error_of_many_items_is_printed_once(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAFELIGHT_MAX_CREDITS_DAY", "0.5")
    ran = safelight(COMMAND.replace("picwish,pilio", "picwish"))
    status = safelight("batch status --problems")
    for output in (ran.output, status.output):
        assert output.count("credits a day at PicWish could be passed") == 1, output
        assert "b.jpg: the same" in output


def test_status_names_the_option_of_the_command_line(sandbox: Sandbox, folder: Path) -> None:
    large_photos(sandbox, None)  # type: ignore[arg-type] # it patches nothing
    for ran in (safelight(COMMAND), safelight("batch status")):
        assert "not done by picwish: limit" in ran.output
        assert "Options(" not in ran.output


def test_a_kill_between_two_vendors_buys_nothing_twice(sandbox: Sandbox, folder: Path) -> None:
    sandbox.ledger.set_balance("picwish", 0)
    script = Path(__file__).with_name("route_that_ends_itself.py")

    def life(end: str) -> int:
        words = [sys.executable, str(script), f"sqlite:///{folder}/b.sqlite", "photos/a.jpg", "out", end]
        return subprocess.run(words, env=environment(), check=False, capture_output=True).returncode

    assert life("before") == life("after") == -signal.SIGKILL
    with Batch.open("b", database_url=folder / "b.sqlite") as batch:
        assert [(item.vendor, item.state) for item in batch.items()] == [("pilio", "waiting")]
        assert life("") == 0
        assert batch.status().done == 1
        assert [len(tried) for _, tried in batch.tried()] == [1]
    assert bought(sandbox) == (0, 1)


@pytest.fixture(params=["sqlite", "postgres"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A batch of one item on a route from Perfect to Pilio."""
    url = (
        f"sqlite:///{tmp_path}/b.sqlite" if request.param == "sqlite" else request.getfixturevalue("database")
    )
    store = Store(open_engine(database_url(url)))
    plan = plan_of("perfect,pilio", {}, out="/nowhere", operation="remove_background")
    store.open_batch("b", {"out": "/nowhere", "route": plan.route}, None)
    list_items(store, "b", [Record("/photos/a.jpg")], plan)
    yield store
    store.engine.dispose()


def item_of(store: Store) -> Item:
    (item,) = store.items("b")
    return item


OUTAGE = Tried("perfect", "outage", Unavailable("away"))


def test_an_item_that_may_have_been_bought_never_moves(store: Store) -> None:
    """A key that an attempt before a crash may have sent stays with its vendor, however often later ones are refused."""
    purchases, moves, row = Purchases(store.engine), Moves(store), store.chosen("b")
    purchases.intend(item_of(store), "before the crash", "create", "7", 1.0)
    assert not moves.on(row, item_of(store), OUTAGE)
    assert not moves.end(row, item_of(store), "failed", "Unavailable", "away", OUTAGE)
    again = item_of(store)
    purchases.intend(again, "second", "create", again.request_key, 1.0)
    purchases.refused(again, "second")
    assert item_of(store).state == "waiting"
    assert not moves.on(row, item_of(store), OUTAGE)
    assert item_of(store).vendor == "perfect"
    assert list(moves.all("b")) == []


def test_only_one_process_moves_an_item(store: Store) -> None:
    moves, row, item = Moves(store), store.chosen("b"), item_of(store)
    assert moves.on(row, item, OUTAGE)
    assert not moves.on(row, item, OUTAGE)
    assert (item_of(store).vendor, item_of(store).attempt) == ("pilio", 1)
    ((_, tried),) = moves.all("b")
    assert [(one.vendor, one.reason, one.message) for one in tried] == [("perfect", "outage", "away")]


@pytest.mark.parametrize("routed", [True, False])
def test_a_refusal_that_comes_late_ends_nothing_that_another_process_buys(
    store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, routed: bool
) -> None:
    """A worker taken for dead finds its vendor away, while the one that has its items now is buying."""
    monkeypatch.setenv("SAFELIGHT_PROFILES", str(tmp_path / "profiles.toml"))
    purchases, moves, item = Purchases(store.engine), Moves(store), item_of(store)
    refusals = Refusals(moves, purchases, ItemUploads(lambda: None))
    purchases.intend(item, "of the other", "create", None, 1.0)
    row = store.chosen("b") if routed else None
    refusals.refused(row, item, work_of("perfect", "remove_background"), Unavailable("away"))
    assert item_of(store).state == "buying"
    assert purchases.bought(item, "of the other", "token")
    refusals.refused(row, item, work_of("perfect", "remove_background"), InvalidInput("too large"))
    assert (item_of(store).state, item_of(store).token) == ("bought", "token")


class Alive:
    """A worker at work."""

    stopping = False

    def check_alive(self) -> None: ...


@pytest.mark.parametrize("key", ["7", None])
def test_a_cap_that_one_item_fills_holds_the_next_one_back_before_its_upload(
    store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, key: str | None
) -> None:
    monkeypatch.setenv("SAFELIGHT_PROFILES", str(tmp_path / "profiles.toml"))
    monkeypatch.setenv("SAFELIGHT_MAX_CREDITS_DAY", "1")
    purchases, item, work = Purchases(store.engine), item_of(store), work_of("perfect", "remove_background")
    intents = Intents(purchases, Alive(), Saving(purchases, Waits()))
    other = attrs.evolve(item, id="other")
    intents.begin(item, work, 1.0)
    intents.announce(Purchase("perfect", work.create.id, key))
    assert not intents.capped(other, 1.0)
    intents.write()
    assert "the cap of 1 credit a day" in intents.capped(other, 1.0)


def test_each_vendor_gets_its_own_options(sandbox: Sandbox, folder: Path) -> None:
    sandbox.ledger.set_balance("picwish", 0)
    ran = safelight(
        "batch run photos/a.jpg --vendor picwish,pilio --operation remove-background -o out "
        "-O picwish:type=person -O pilio:industry_type=portrait -q"
    )
    assert ran.exit_code == 0, ran.output
    with Batch.open() as batch:
        (item,) = batch.items()
    assert (item.vendor, item.options) == ("pilio", {"industry_type": "portrait"})


def test_options_of_a_list_go_to_every_vendor(sandbox: Sandbox) -> None:
    sandbox.ledger.set_balance("claid", 0)
    records = [Record("photos/a.jpg", {"prompt": "a chair"}), Record("photos/b.jpg", {"prompt": "a lamp"})]
    given = {"vendor": "claid,pilio", "operation": "edit_image", "options": {"pilio:resolution": "1K"}}
    counts = run(records, out="out", batch="b", rates=False, **given)  # type: ignore[arg-type]
    with Batch.open("b") as batch:
        found = [(item.vendor, item.error, item.options) for item in batch.items()]
    assert counts.done == 2, found
    assert [(vendor, options["prompt"]) for vendor, _, options in found] == [
        ("pilio", "a chair"),
        ("pilio", "a lamp"),
    ]
    assert all(options["resolution"] == "1K" for _, _, options in found)


@pytest.mark.parametrize(
    ("arguments", "field", "said"),
    [
        ({"vendor": "picwish,picwish"}, "vendor", "named twice"),
        ({"vendor": "picwish,nobody"}, "vendor", "there is no vendor 'nobody'"),
        ({"vendor": "picwish,pilio", "operation": None}, "operation", "all of them have"),
        ({"vendor": "picwish,pilio", "operation": "colorize"}, "operation", "pilio has no operation"),
        ({"options": {"type": "person"}}, "type", "picwish:type"),
        ({"options": {"pilio:type": "person"}}, "options", "no option of pilio"),
    ],
)
def test_a_route_that_cannot_be_is_refused_before_anything_is_listed(
    folder: Path, arguments: dict[str, object], field: str, said: str
) -> None:
    with pytest.raises((ConfigurationError, InvalidInput), match=said) as caught:
        routed_run(**arguments)
    assert caught.value.field == field
    assert not list(folder.glob("*.sqlite"))


@pytest.mark.parametrize(
    ("row", "field"), [({"vendor": "pilio"}, "vendor"), ({"operation": "upscale"}, "operation")]
)
def test_a_list_that_names_vendors_goes_without_a_route(
    sandbox: Sandbox, row: dict[str, str], field: str
) -> None:
    with pytest.raises(InvalidInput, match="names its own") as caught:
        run(
            [Record("https://shop.example/a.jpg?signature=secret", **row)],  # type: ignore[arg-type]
            out="out",
            vendor=["picwish", "pilio"],
            operation="remove_background",
            batch="b",
        )
    assert caught.value.field == field
    assert "secret" not in caught.value.message
    assert bought(sandbox) == (0, 0)


def test_the_keys_of_all_vendors_are_looked_for_first(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PILIO_API_KEY")
    with pytest.raises(ConfigurationError, match="PILIO_API_KEY"):
        routed_run()
    assert bought(sandbox) == (0, 0)


def test_a_dry_run_says_the_most_that_any_vendor_costs(folder: Path) -> None:
    plan = plan_of("pilio,claid", {"pilio:type": "2X"}, out="out", operation="upscale")
    found = estimate([Record("/x/1.jpg")], plan)
    there = found.elsewhere["claid"]
    assert found.credits > 0
    assert found.most == max(9, there.most)
    said = safelight(f"{COMMAND} --dry-run").stdout
    assert "Cost: 2 credits by the documented prices, at most 6." in said
    assert "if Pilio does all: 2 credits" in said


SYNC = "sync photos -o out --vendor picwish,pilio --operation remove-background"


def test_sync_knows_what_any_vendor_of_the_route_did(sandbox: Sandbox) -> None:
    Path("photos", "b.jpg").write_bytes(Path("photos", "a.jpg").read_bytes() + b"another picture")
    sandbox.ledger.set_balance("picwish", 0)
    assert safelight(SYNC).exit_code == 0
    assert bought(sandbox) == (0, 2)
    Path("photos", "b.jpg").rename("photos/c.jpg")
    sandbox.ledger.set_balance("picwish", 100)
    ran = safelight(SYNC)
    assert (ran.exit_code, "1 renamed (free: moved)" in ran.stdout, bought(sandbox)) == (0, True, (0, 2))
    assert sorted(path.name for path in Path("out").iterdir()) == ["a.png", "c.png"]
    Path("photos", "a.jpg").write_bytes(small_photo() + b"taken again")
    ran = safelight(SYNC)
    assert (ran.exit_code, "1 re-shot" in ran.stdout, bought(sandbox)) == (0, True, (1, 2))
    assert "2 unchanged" in safelight(SYNC).stdout
    assert bought(sandbox) == (1, 2)


def test_sync_buys_what_one_vendor_of_the_route_takes(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    large_photos(sandbox, monkeypatch)
    Path("photos", "b.jpg").write_bytes(small_photo()[:-2])
    ran = safelight(SYNC)
    assert (ran.exit_code, bought(sandbox)) == (1, (0, 1)), ran.output
    assert "b.jpg" in ran.output
    assert [path.name for path in Path("out").iterdir()] == ["a.png"]


def test_status_shows_no_query_of_a_url_that_was_tried(store: Store, tmp_path: Path) -> None:
    store.open_batch("b", store.chosen("b").settings, None)
    plan = plan_of("perfect,pilio", {}, out="/nowhere", operation="remove_background")
    list_items(store, "b", [Record("https://shop.example/b.jpg?signature=secret")], plan)
    _, item = store.items("b")
    assert Moves(store).on(store.chosen("b"), item, OUTAGE)
    url = store.engine.url.render_as_string(hide_password=False)
    shown = safelight(f"batch status --json --problems --database '{url}'").stdout
    assert "shop.example/b.jpg" in shown
    assert "secret" not in shown


def test_sync_from_python_takes_a_route(sandbox: Sandbox) -> None:
    sandbox.ledger.set_balance("picwish", 0)
    given = {"out": "out", "vendor": ["picwish", "pilio"], "operation": "remove_background"}
    for unchanged in (0, 2):  # the two photographs are one content
        assert sync("photos", **given).changes.unchanged == unchanged  # type: ignore[arg-type]
    assert bought(sandbox) == (0, 1)


def test_sync_moves_no_suspect_result_away(folder: Path) -> None:
    ran = safelight(f"{SYNC} --on-suspect retry-elsewhere")
    assert (ran.exit_code, "sync does not take 'retry-elsewhere'" in ran.stderr) == (2, True)


SUSPECT = {"on_suspect": "retry-elsewhere"}
JPG = {"picwish:format": "jpg", "picwish:bg_color": "FF0000"}
"""With these, PicWish's result is meant to be opaque, so that its check passes."""


@pytest.fixture
def noise(folder: Path) -> None:
    """Put a picture in which the sandbox finds nothing to cut out beside a photograph; see the tests of routes."""
    pixels = np.random.default_rng(0).integers(0, 255, (300, 300, 3), dtype=np.uint8)
    Path("photos", "b.jpg").unlink()
    Image.fromarray(pixels).save("photos/noise.png")


@pytest.mark.usefixtures("noise")
def test_a_suspect_result_is_bought_again_elsewhere_where_that_is_asked_for(sandbox: Sandbox) -> None:
    assert routed_run(on_suspect="keep", vendor="pilio,picwish", options=JPG).suspect == 1
    assert bought(sandbox) == (0, 2)
    counts = routed_run(**SUSPECT, vendor="pilio,picwish", options=JPG)
    assert (counts.done, counts.suspect) == (2, 0)
    assert bought(sandbox) == (1, 2)
    with Batch.open("b") as batch:
        ((item, (tried,)),) = batch.tried()
        assert (item.vendor, [Path(file).name for file in item.files]) == ("picwish", ["noise.jpg"])
        assert (tried.vendor, tried.reason) == ("pilio", "failed check")
        assert tried.verdict is not None
        assert tried.verdict.suspect
        (old,) = map(Path, tried.files)
        assert old.parent == Path("out/rejected").absolute()
        assert old.exists()
        assert batch.status().credits == 7  # three at Pilio, twice, and one at PicWish
    assert routed_run(**SUSPECT, vendor="pilio,picwish", options=JPG).done == 2
    assert bought(sandbox) == (1, 2)
    for vendor in ("pilio,picwish", "pilio"):  # also where a later run has no route
        assert routed_run(vendor=vendor, options=JPG if "," in vendor else {}).done == 2
        rows = map(json.loads, safelight("costs --sandbox --by vendor --json").stdout.splitlines())
        assert {row["vendor"]: (row["purchases"], row["most"]) for row in rows} == {
            "picwish": (1, 1),
            "pilio": (2, 6),
        }


@pytest.fixture
def saved(store: Store, tmp_path: Path) -> Item:
    """The item of the batch, done by a vendor that answered with the result and no task."""
    result = tmp_path / "a.png"
    result.write_bytes(b"a suspect result")
    store.open_batch("b", {**store.chosen("b").settings, "out": str(tmp_path)}, None)
    purchases = Purchases(store.engine)
    purchases.intend(item_of(store), "only", "create", None, 1.0)
    purchases.finish(item_of(store), "done", files=[str(result)])
    return item_of(store)


VERDICT = Verdict({"empty": "nothing is left of the picture"})


def test_a_suspect_result_without_a_task_is_kept_too(store: Store, saved: Item) -> None:
    moves, row = Moves(store), store.chosen("b")
    assert moves.again(row, saved, VERDICT)
    assert (item_of(store).vendor, item_of(store).state, item_of(store).files) == ("pilio", "waiting", ())
    assert moves.end(row, item_of(store), "held", "AuthenticationError", "wrong key", OUTAGE)
    item = item_of(store)
    assert (item.vendor, item.state, item.credits, item.error) == ("perfect", "done", 1.0, None)
    assert Path(item.files[0]).read_bytes() == b"a suspect result"
    assert not moves.again(row, item, VERDICT)


def test_a_suspect_result_outlasts_a_retry_at_the_next_vendor(store: Store, saved: Item) -> None:
    """Else the item would start again at the vendor that was paid for the suspect result, and pay it once more."""
    moves, row, purchases = Moves(store), store.chosen("b"), Purchases(store.engine)
    assert moves.again(row, saved, VERDICT)
    item = item_of(store)
    purchases.intend(item, "second", "create", None, 3.0)
    assert purchases.bought(item, "second", "token")
    purchases.finish(item, "failed", kind="TaskFailed", error="not this picture")
    assert Orders(store).again("b", ("failed",), lambda *_: None) == 1
    assert [one.reason for one in moves.before(row, item_of(store))] == ["failed check"]
    assert moves.end(row, item_of(store), "held", "AuthenticationError", "wrong key", OUTAGE)
    item = item_of(store)
    assert (item.vendor, item.state, item.credits) == ("perfect", "done", 1.0)
    assert Path(item.files[0]).read_bytes() == b"a suspect result"


def test_a_result_of_before_is_no_result_of_another_file(store: Store, saved: Item, tmp_path: Path) -> None:
    moves, row, purchases = Moves(store), store.chosen("b"), Purchases(store.engine)
    assert moves.again(row, saved, VERDICT)
    purchases.intend(item_of(store), "second", "create", None, 3.0)
    purchases.finish(item_of(store), "done", files=[str(tmp_path / "b.png")])
    assert (
        Orders(store).again("b", ("done",), lambda *_: None, anew=True) == 1
    )  # the file is another one since
    assert moves.before(row, item_of(store)) == []
    assert moves.end(row, item_of(store), "held", "AuthenticationError", "wrong key", OUTAGE)
    assert (item_of(store).vendor, item_of(store).state) == ("perfect", "held")


def test_a_late_look_at_a_suspect_result_changes_nothing(
    store: Store, saved: Item, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two processes of a shared database, one of which stood still while the other bought the result elsewhere."""
    moves, row, purchases = Moves(store), store.chosen("b"), Purchases(store.engine)
    (tmp_path / "b.png").write_bytes(b"a good result")

    def meanwhile(place: str) -> None:
        monkeypatch.undo()
        assert moves.again(row, saved, VERDICT)
        purchases.intend(item_of(store), "second", "create", None, 3.0)
        purchases.finish(item_of(store), "done", files=[str(tmp_path / "b.png")])

    def late(name: str) -> Callable[[Store, object], object]:
        own = getattr(Store, name)

        def look(self: Store, given: object) -> object:
            meanwhile(name)
            return own(self, given)

        return look

    for name in ("item", "known"):
        monkeypatch.setattr(Store, name, late(name))
    assert not Moves(store).again(row, saved, VERDICT)
    assert (item_of(store).vendor, item_of(store).state, item_of(store).attempt) == ("pilio", "done", 1)
    assert (tmp_path / "b.png").exists()


@pytest.mark.parametrize("ends", ["Outage", "CapReached"])
def test_a_suspect_result_that_an_item_keeps_is_one_purchase(store: Store, saved: Item, ends: str) -> None:
    moves, row = Moves(store), store.chosen("b")
    for _ in range(2):
        moves.again(row, item_of(store), VERDICT)
        moves.end(row, item_of(store), "held", ends, "not now", OUTAGE if ends == "Outage" else None)
        assert item_of(store).credits == 1.0
        assert list(moves.paid(row)) == []
    moves.again(row, item_of(store), VERDICT)
    bought = [*store.items("b"), *moves.paid(row)]
    assert [item.vendor for item in bought if item.credits] == ["perfect"]


def test_a_suspect_result_that_cannot_be_set_aside_stays(store: Store, saved: Item, tmp_path: Path) -> None:
    (tmp_path / "rejected").write_text("a file where a folder must be made")
    assert not Moves(store).again(store.chosen("b"), saved, VERDICT)
    assert item_of(store) == saved
    assert Path(saved.files[0]).exists()


def test_workers_of_a_shared_database_keep_to_the_route(sandbox: Sandbox, database: str) -> None:
    sandbox.ledger.set_balance("picwish", 0)
    assert routed_run(database_url=database).done == 2
    assert bought(sandbox) == (0, 2)


@pytest.mark.usefixtures("noise")
def test_a_suspect_result_is_kept_if_no_other_vendor_takes_the_picture(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PILIO_API_KEY", "sandbox-of-nobody")
    for _ in range(2):
        counts = routed_run(**SUSPECT)
        assert (counts.done, counts.held, counts.suspect, counts.credits) == (2, 0, 1, 2)
    assert bought(sandbox) == (2, 0)
    with Batch.open("b") as batch:
        ((item, tried),) = batch.tried()
        assert [one.reason for one in tried] == ["failed check", "refused key"]
        assert (item.vendor, item.state, item.files) == ("picwish", "done", tried[0].files)
        assert Path(item.files[0]).exists()


@pytest.mark.usefixtures("noise")
def test_nothing_follows_an_unknown_outcome_after_a_failed_check(sandbox: Sandbox) -> None:
    sandbox.faults.add(FaultKind.LOST_RESPONSE, "pilio", "remove_background", times=None)
    counts = routed_run(vendor="picwish,pilio,claid", **SUSPECT)
    assert (counts.done, counts.doubt, sandbox.ledger.count("claid")) == (1, 1, 0)
    assert bought(sandbox) == (2, 1)


@pytest.mark.usefixtures("noise")
def test_a_cap_holds_for_suspect_results_too(sandbox: Sandbox) -> None:
    counts = routed_run(**SUSPECT, max_credits=4)
    assert (counts.done, counts.suspect, bought(sandbox)) == (2, 1, (2, 0))
    assert routed_run(**SUSPECT, max_credits=5).done == 2
    assert bought(sandbox) == (2, 1)


@pytest.mark.parametrize(
    ("arguments", "needs"),
    [({"vendor": "picwish"}, "several vendors"), ({"out": "s3://shop/out"}, "a folder of this machine")],
)
def test_retrying_elsewhere_needs_several_vendors_and_a_local_folder(
    folder: Path, arguments: dict[str, str], needs: str
) -> None:
    given = {"vendor": "picwish,pilio", "out": "out", "operation": "remove_background", **arguments}
    with pytest.raises(InvalidInput, match=needs) as caught:
        run(["photos"], **SUSPECT, **given)  # type: ignore[arg-type]
    assert caught.value.field == "on_suspect"
