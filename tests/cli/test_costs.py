"""``safelight costs``: what commands bought, compared with what the sandbox truly charged."""

import csv
import io
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from safelight.costs.entries import read_book
from safelight.sandbox.faults import FaultKind
from support.waiting import until

pytestmark = pytest.mark.integration


@pytest.fixture
def ledger(tmp_path):
    """Reads the ledger of sandboxes."""
    return lambda: [*read_book(tmp_path / "purchases-sandbox.jsonl").entries.values()]


@pytest.fixture
def bought(run, sandbox, photo):
    """Three purchases from two vendors, of which one got no answer."""
    assert run("pilio", "remove-background", photo, "-o", "one").exit_code == 0
    sandbox.faults.add(FaultKind.LOST_RESPONSE, "pilio", "remove_background")
    assert run("pilio", "remove-background", photo, "-o", "two").exit_code == 3
    assert run("claid", "remove-background", photo, "-o", "three").exit_code == 0


@pytest.fixture
def statement(sandbox):
    """Writes what the sandbox charged for a vendor."""

    def write(vendor="pilio", *, leave_out=(), extra=()):
        rows = [
            (time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(entry.time)), entry.task_id, entry.credits)
            for entry in sandbox.ledger.entries
            if entry.vendor == vendor and entry.number not in leave_out
        ]
        with Path("statement.csv").open("w", newline="") as file:
            csv.writer(file).writerows([("Date", "Task ID", "Credits"), *rows, *extra])
        return "statement.csv"

    return write


def around_now():
    """A period around this test."""
    return [
        f"--{name}={time.strftime('%Y-%m-%dT%H:%M:%S', time.localtime(time.time() + shift))}"
        for name, shift in (("from", -3600), ("to", 3600))
    ]


def test_commands_write_what_they_buy(bought, ledger, sandbox, photo):
    charged = {entry.task_id for entry in sandbox.ledger.entries}
    assert [(entry.vendor, entry.operation, entry.state) for entry in ledger()] == [
        ("pilio", "remove_background", "bought"),
        ("pilio", "remove_background", "doubt"),
        ("claid", "upload_and_edit", "bought"),
        ("claid", "remove_background", "bought"),
    ]
    assert {entry.task for entry in ledger() if entry.task} < charged
    assert {entry.source for entry in ledger() if entry.source} == {str(photo)}


def test_a_table_shows_unknown_prices_as_unknown(run, bought):
    result = run("costs", "--sandbox", "--by", "vendor")
    assert [line.split() for line in result.stdout.splitlines()] == [
        ["Vendor", "Purchases", "Expected", "At", "most", "Charged", "In", "doubt"],
        ["claid", "2", "unknown", "unknown", "unknown", "-"],
        ["pilio", "1", "1", "3", "unknown", "1,", "up", "to", "3"],
    ]


@pytest.mark.parametrize("by", ["week", "vendor", "operation", "folder"])
def test_csv_and_json_say_the_same(run, bought, by):
    rows = list(csv.DictReader(io.StringIO(run("costs", "--sandbox", "--by", by, "--csv").stdout)))
    lines = [json.loads(line) for line in run("costs", "--sandbox", "--by", by, "--json").stdout.splitlines()]
    assert [
        {
            name: "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
            for name, value in line.items()
        }
        for line in lines
    ] == rows
    assert sum(line["purchases"] for line in lines) == 3
    assert sum(line["doubt"] for line in lines) == 1
    assert {line["expected"] for line in lines if line["vendor"] == "claid"} == {None}


def test_purchases_from_a_sandbox_count_only_if_they_are_asked_for(run, bought):
    result = run("costs")
    assert (result.stdout, result.stderr) == ("", "nothing was bought yet\n")


def test_a_cap_stops_a_command_before_it_buys(run, sandbox, photo, monkeypatch):
    monkeypatch.setenv("SAFELIGHT_MAX_CREDITS_DAY", "5")
    second = photo.with_name("second.jpg")
    second.write_bytes(photo.read_bytes())
    result = run("pilio", "remove-background", photo, second, "-o", "out", "--jobs", "1")
    assert result.exit_code == 1
    assert "the cap of 5 credits a day at Pilio could be passed: up to 3 are spent" in result.stderr
    assert "safelight costs --sandbox shows what was spent" in result.stderr
    assert sandbox.ledger.count() == 1


def test_a_statement_settles_a_doubt_that_was_charged(run, bought, statement, ledger, sandbox):
    name = statement()
    shown = run("costs", "reconcile", name, "--vendor", "pilio", "--sandbox")
    assert shown.exit_code == 0
    assert "as expected: 1, which cost 1" in shown.stdout
    assert "were in doubt, and charged: 1" in shown.stdout
    assert [entry.state for entry in ledger()].count("doubt") == 1, "nothing is written without --settle"
    assert run("costs", "reconcile", name, "--vendor", "pilio", "--sandbox", "--settle").exit_code == 0
    settled = [(entry.state, entry.task, entry.amount) for entry in ledger() if entry.vendor == "pilio"]
    assert settled == [
        ("charged", entry.task_id, entry.credits) for entry in sandbox.ledger.select(vendor="pilio")
    ]
    (row,) = [json.loads(line) for line in run("costs", "--sandbox", "--json").stdout.splitlines()][1:]
    assert (row["charged"], row["stated"], row["doubt"]) == (sandbox.ledger.spent("pilio"), 2, 0)
    again = run("costs", "reconcile", name, "--vendor", "pilio", "--sandbox", "--settle")
    assert "0 settlements were written" in again.stderr


def test_a_statement_settles_a_doubt_that_was_not_charged(run, bought, statement, ledger):
    name = statement(leave_out=[2])
    result = run("costs", "reconcile", name, "--vendor", "pilio", "--sandbox", "--settle")
    assert "still in doubt, for the statement need not list them: 1" in result.stdout
    assert ledger()[1].state == "doubt"
    result = run("costs", "reconcile", name, "--vendor", "pilio", "--sandbox", "--settle", *around_now())
    assert result.exit_code == 1
    assert "were in doubt, and not charged: 1" in result.stdout
    assert ledger()[1].state == "not charged"
    again = run("costs", "reconcile", name, "--vendor", "pilio", "--sandbox", "--settle", *around_now())
    assert (again.exit_code, "0 settlements were written" in again.stderr) == (0, True), again.stdout


def test_what_does_not_agree_is_listed(run, bought, statement, sandbox):
    name = statement(leave_out=[1], extra=[("2026-11-27", "77", "4")])
    result = run("costs", "reconcile", name, "--vendor", "pilio", "--sandbox", *around_now())
    assert result.exit_code == 1
    assert "charged, and not known here: 1\n  line 3, 4 credits, " in result.stdout
    assert "expected, and not charged: 1" in result.stdout


def test_a_charge_unlike_the_documents_is_listed(run, bought, sandbox):
    task = sandbox.ledger.entries[0].task_id
    Path("statement.csv").write_text(f"id,credits\n{task},40\n")
    result = run("costs", "reconcile", "statement.csv", "--vendor", "pilio", "--sandbox")
    assert result.exit_code == 1
    assert "charged otherwise than documented: 1\n" in result.stdout
    assert ": 40, not 1 to 3\n" in result.stdout


def test_a_refund_settles_its_purchase_as_not_charged(run, bought, sandbox, ledger):
    task = sandbox.ledger.entries[0].task_id
    Path("statement.csv").write_text(f"id,credits\n{task},1\n{task},-1\n")
    command = ["costs", "reconcile", "statement.csv", "--vendor", "pilio", "--sandbox", "--settle"]
    assert "1 settlements were written" in run(*command).stderr
    assert ledger()[0].state == "not charged"
    assert "0 settlements were written" in run(*command).stderr


def test_the_vendor_of_a_statement_must_be_clear(run, bought, statement):
    result = run("costs", "reconcile", statement(), "--sandbox")
    assert result.exit_code == 2
    assert (
        "there are purchases from claid and pilio: name the vendor of the statement with --vendor"
        in result.stderr
    )


def test_no_key_and_no_query_is_written(run, sandbox, tmp_path, photo, environment):
    url = "https://pictures.example/folder/a.jpg?signature=geheim"
    run("picwish", "remove-background", url, "-o", "out")
    run("pilio", "remove-background", photo, "-o", "out")
    text = (tmp_path / "purchases-sandbox.jsonl").read_text()
    assert "https://pictures.example/folder/a.jpg" in text
    assert "geheim" not in text
    assert not [value for name, value in sandbox.environment().items() if "KEY" in name and value in text]


def test_comparisons_are_in_the_ledger(run, sandbox, photo, ledger):
    assert (
        run("compare", photo, "--operation", "remove-background", "--vendor", "picwish", "-o", "c").exit_code
        == 0
    )
    assert [(entry.vendor, entry.state) for entry in ledger()] == [("picwish", "bought")]


@pytest.mark.integration
def test_a_command_that_is_killed_leaves_its_purchase_in_doubt(sandbox, photo, ledger, environment):
    sandbox.faults.add(FaultKind.LATENCY, "pilio", "remove_background", seconds=60)
    command = [sys.executable, "-m", "safelight", "pilio", "remove-background", str(photo), "-o", "out"]
    with subprocess.Popen(command, env=environment) as running:
        until(lambda: sandbox.ledger.count("pilio") == 1)
        running.kill()
    assert [(entry.state, entry.expected) for entry in ledger()] == [("doubt", 1.0)]
