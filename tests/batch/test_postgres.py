"""Several workers on one PostgreSQL: limits shared exactly, dead ones inherited, frozen ones harmless."""

import random
import signal
import subprocess
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from batch_support import kill, sandbox_process, start_life, write_items
from safelight.batch import Batch
from safelight.batch.database import database_url, open_engine
from safelight.batch.planning import Plan
from safelight.batch.running import prepare
from support.waiting import HANG, until
from test_killed import check_paid_once

pytestmark = pytest.mark.integration


@contextmanager
def enqueued(url: str, folder: Path, count: int, vendors: tuple[str, ...]) -> Generator[Batch, None, None]:
    """List and enqueue items, and work on none."""
    items = write_items(folder, count, vendors)
    plan = Plan(str(folder / "out"), overwrite=True)
    with prepare(open_engine(database_url(url)), [str(items)], plan, batch="shared") as batch:
        yield batch


def finished(batch: Batch) -> None:
    until(lambda: batch.status().finished)


def buying(batch: Batch, count: int) -> bool:
    counts = batch.status()
    return counts.done + counts.in_flight >= count


def test_two_of_three_workers_are_killed(database: str, tmp_path: Path) -> None:
    with (
        sandbox_process(0.2, 0.8) as sandbox,
        enqueued(database, tmp_path, 36, ("pilio", "perfect", "picwish")) as batch,
    ):
        workers = [start_life(sandbox, database, tmp_path / f"log{number}") for number in range(3)]
        try:
            until(lambda: buying(batch, 6))
            kill(workers[0])
            until(lambda: buying(batch, 18))
            kill(workers[1])
            finished(batch)
        finally:
            for worker in workers:
                kill(worker)
        figures = check_paid_once(batch, sandbox, tmp_path)
    assert figures["doubt"] <= 2 * (4 + 2)  # purchases open at one time, of vendors without idempotency keys


def test_a_frozen_worker_that_comes_back_buys_nothing(database: str, tmp_path: Path) -> None:
    with (
        sandbox_process(0.2, 0.6) as sandbox,
        enqueued(database, tmp_path, 24, ("pilio", "picwish")) as batch,
    ):
        frozen = start_life(sandbox, database, tmp_path / "frozen")
        other: subprocess.Popen[bytes] | None = None
        try:
            until(lambda: buying(batch, 4))
            frozen.send_signal(signal.SIGSTOP)
            other = start_life(sandbox, database, tmp_path / "other")
            finished(batch)
            before = sandbox.ledger()
            frozen.send_signal(signal.SIGCONT)
            assert frozen.wait(timeout=HANG) == 3
            # A call that was on its way when the worker froze may still go out: its item is in doubt by then, or has
            # its token again where the answer came too, and a retry fetches that.
            late = [item for item in batch.items("failed") if item.error_kind == "Late" and item.token]
            assert (sandbox.ledger() - before).total() <= batch.status().doubt + len(late)
            assert batch.status().failed == len(late)
            charged = sandbox.ledger()
            assert batch.retry() == len(late)
            finished(batch)
            assert sandbox.ledger() == charged
        finally:
            kill(frozen)
            if other is not None:
                kill(other)
        check_paid_once(batch, sandbox, tmp_path)


def test_sessions_that_break_off_cost_no_item(database: str, tmp_path: Path) -> None:
    with sandbox_process(0.3, 0.6) as sandbox, enqueued(database, tmp_path, 60, ("pilio",)) as batch:
        worker = start_life(sandbox, database, tmp_path / "log")
        try:
            until(lambda: batch.status().done >= 3)
            with psycopg.connect(database, autocommit=True) as connection:
                for _ in range(20):
                    connection.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        " WHERE application_name = 'safelight' AND datname = current_database()"
                    )
                    time.sleep(0.05)
            finished(batch)
        finally:
            kill(worker)
        assert batch.status().done == 60
        assert sandbox.ledger()["pilio"] == 60


def test_two_workers_share_a_rate_exactly(database: str, tmp_path: Path) -> None:
    with (
        sandbox_process(0.1, 0.2, limits=True) as sandbox,
        enqueued(database, tmp_path, 8, ("picwish",)) as batch,
    ):
        keep_all_turns(database)
        workers = [
            start_life(sandbox, database, tmp_path / f"log{number}", rates=True) for number in range(2)
        ]
        try:
            finished(batch)
        finally:
            for worker in workers:
                kill(worker)
        calls = [record for record in sandbox.requests() if "segmentation" in record["operation"]]
        assert batch.status().done == 8
    # As the database stood when each call was given its turn: when it leaves depends on how busy this machine is.
    turns = all_turns(database)
    assert len(turns) == len(calls)
    assert max(turns) == 2


def keep_all_turns(url: str) -> None:
    """Let the database note how many calls the second before each turn holds, with itself; a correction is no turn."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE turns (calls bigint)")
        connection.execute(
            "CREATE FUNCTION keep_turn() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            " IF NEW.at >= extract(epoch FROM transaction_timestamp()) THEN INSERT INTO public.turns"
            " SELECT count(*) FROM safelight.requests WHERE scope = NEW.scope AND at > NEW.at - 1.0; END IF;"
            " RETURN NEW; END $$"
        )
        connection.execute(
            "CREATE TRIGGER keep AFTER INSERT ON safelight.requests FOR EACH ROW EXECUTE FUNCTION keep_turn()"
        )


def all_turns(url: str) -> list[int]:
    with psycopg.connect(url) as connection:
        return [row[0] for row in connection.execute("SELECT calls FROM turns").fetchall()]


def test_a_worker_names_its_place_and_gives_it_up(database: str, tmp_path: Path) -> None:
    with sandbox_process(0.1, 0.2) as sandbox, enqueued(database, tmp_path, 2, ("pilio",)):
        workers = [start_life(sandbox, database, tmp_path / f"log{number}") for number in range(2)]
        try:
            until(lambda: len(_workers(database)) == 2)
            names = _workers(database)
            kill(workers[0])
            until(lambda: len(_workers(database)) == 1)
        finally:
            for worker in workers:
                kill(worker)
    assert {name.rpartition("-")[2] for name in names} == {"1", "2"}


def _workers(url: str) -> list[str]:
    with psycopg.connect(url) as connection:
        try:
            return [
                str(row[0]) for row in connection.execute("SELECT name FROM safelight.workers").fetchall()
            ]
        except psycopg.errors.UndefinedTable:
            return []


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_five_hundred_photographs_on_three_workers(database: str, tmp_path: Path) -> None:
    """Two of three workers are killed, and started again, twenty times between them."""
    draw = random.Random(7)
    with (
        sandbox_process(0.3, 1.5) as sandbox,
        enqueued(database, tmp_path, 500, ("pilio", "perfect", "picwish", "claid")) as batch,
    ):
        began = time.monotonic()
        workers = [start_life(sandbox, database, tmp_path / f"log{number}") for number in range(3)]
        try:
            for number in range(20):
                until(lambda goal=number * 20: buying(batch, goal))
                time.sleep(draw.uniform(0.0, 2.0))
                place = number % 2
                kill(workers[place])
                workers[place] = start_life(sandbox, database, tmp_path / f"log{place}")
            finished(batch)
        finally:
            for worker in workers:
                kill(worker)
        figures = check_paid_once(batch, sandbox, tmp_path)
    print(figures, round(time.monotonic() - began), "s")  # noqa: T201 - the figures of docs/scale.md
