"""Verdicts on the items of a batch: kept with their figures, told everywhere, and never in a result's way."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from batch_support import safelight
from safelight import ConfigurationError, InvalidInput
from safelight.batch import Batch, run
from safelight.sandbox import Sandbox

pytestmark = pytest.mark.integration

RUN = "batch run photos --vendor pilio --operation remove-background -o out --batch b"


def test_a_suspect_result_is_told_and_kept_with_its_figures(sandbox: Sandbox, blank: Path) -> None:
    ended = safelight(RUN)
    assert ended.exit_code == 0, ended.output
    assert "1 suspect, look at these results" in ended.stderr
    listed = safelight("batch status --problems").stdout
    assert f"{blank}: suspect: nothing was cut out: 100.0% of the picture is opaque" in listed
    with Batch.open("b") as batch:
        verdicts = {Path(item.source).name: verdict for item, verdict in batch.verdicts()}
        assert [item.source for item, _ in batch.verdicts(suspect=True)] == [str(blank)]
        assert (batch.status().suspect, batch.status().review, batch.status().done) == (1, 0, 3)
    assert {name for name, verdict in verdicts.items() if verdict.suspect} == {"blank.jpg"}
    assert 0.1 < verdicts["a.jpg"].figures["visible"] < 1.0


def test_held_for_review_ends_with_a_code_of_its_own(sandbox: Sandbox, blank: Path) -> None:
    ended = safelight(f"{RUN} --on-suspect hold")
    assert ended.exit_code == 4
    assert "1 suspect, held for review" in ended.stderr
    assert (blank.parents[1] / "out" / "blank.png").exists()
    (line,) = safelight("batch status --checks --json").stdout.splitlines()
    status = json.loads(line)
    assert (status["suspect"], status["review"], len(status["checks"])) == (1, 1, 3)
    (found,) = [check for check in status["checks"] if check["suspect"]]
    assert found["source"] == str(blank)
    assert list(found["reasons"]) == ["full"]
    assert found["figures"]["opaque"] == 1.0
    assert safelight(f"{RUN} --on-suspect keep").exit_code == 0
    assert sandbox.ledger.count("pilio") == 3


def test_the_report_shows_what_is_suspect_and_why(sandbox: Sandbox, blank: Path) -> None:
    safelight(RUN)
    safelight("batch report")
    page = Path("report.html").read_text("utf-8")
    assert "Suspect results" in page
    assert "nothing was cut out: 100.0% of the picture is opaque" in page
    assert page.count(">nothing suspect</span>") == 2


def test_off_checks_nothing_and_a_later_run_checks_what_was_left(sandbox: Sandbox, blank: Path) -> None:
    assert safelight(f"{RUN} --on-suspect off").exit_code == 0
    with Batch.open("b") as batch:
        assert list(batch.verdicts()) == []
    assert safelight(RUN).exit_code == 0
    with Batch.open("b") as batch:
        assert len(list(batch.verdicts())) == 3
    assert sandbox.ledger.count("pilio") == 3


def test_a_check_that_fails_costs_no_result(
    sandbox: Sandbox, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise MemoryError("too large")

    monkeypatch.setattr("safelight.batch.verdicts.check_files", broken)
    counts = run(
        ["photos"], out="out", vendor="pilio", operation="remove_background", batch="b", on_suspect="hold"
    )
    assert (counts.done, counts.suspect, counts.review) == (2, 0, 0)
    with Batch.open("b") as batch:
        assert {verdict.unchecked for _, verdict in batch.verdicts()} == {
            "the check failed: MemoryError: too large"
        }


def test_without_the_extra_nothing_is_checked_unless_it_is_asked_for(
    sandbox: Sandbox, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("safelight.checks.checking.NEEDED", ("no_such_package",))
    refused = safelight(f"{RUN} --on-suspect keep")
    assert refused.exit_code == 2
    assert "pip install 'safelight[images]'" in refused.output
    assert sandbox.ledger.count("pilio") == 0
    with pytest.raises(ConfigurationError, match="images"):
        run(["photos"], out="out", vendor="pilio", operation="remove_background", on_suspect="keep")
    assert safelight(RUN).exit_code == 0
    with Batch.open("b") as batch:
        assert list(batch.verdicts()) == []


def test_python_checks_nothing_unless_it_is_asked_for(sandbox: Sandbox, folder: Path) -> None:
    counts = run(["photos"], out="out", vendor="pilio", operation="remove_background", batch="b")
    assert counts.done == 2
    with Batch.open("b") as batch:
        assert list(batch.verdicts()) == []
    with pytest.raises(
        InvalidInput, match="on_suspect must be 'keep', 'hold' or 'retry-elsewhere', or None, not 'retry'"
    ):
        run(["photos"], out="out", vendor="pilio", operation="remove_background", on_suspect="retry")  # type: ignore[arg-type]


def test_a_result_that_is_bought_again_gets_a_new_verdict(sandbox: Sandbox, blank: Path) -> None:
    safelight(RUN)
    blank.write_bytes((blank.parent / "a.jpg").read_bytes())
    ended = safelight(RUN)
    assert ended.exit_code == 0, ended.output
    with Batch.open("b") as batch:
        assert batch.status().suspect == 0
        assert len(list(batch.verdicts())) == 3
    assert sandbox.ledger.count("pilio") == 4


def test_a_database_of_an_earlier_release_gets_its_table(sandbox: Sandbox, blank: Path) -> None:
    safelight(f"{RUN} --on-suspect off")
    with closing(sqlite3.connect("safelight-batch.sqlite")) as connection, connection:
        connection.execute("DROP TABLE checks")
    connection.close()
    assert "3/3 done" in safelight("batch status").stdout
    assert safelight(RUN).exit_code == 0
    with Batch.open("b") as batch:
        assert batch.status().suspect == 1


def test_a_batch_that_is_removed_takes_its_verdicts_along(sandbox: Sandbox, blank: Path) -> None:
    safelight(RUN)
    assert safelight("batch prune --everything").exit_code == 0
    with closing(sqlite3.connect("safelight-batch.sqlite")) as connection, connection:
        assert connection.execute("SELECT count(*) FROM checks").fetchone() == (0,)
    connection.close()


def test_verdicts_on_a_server(sandbox: Sandbox, blank: Path, database: str) -> None:
    counts = run(
        ["photos"],
        out="out",
        vendor="pilio",
        operation="remove_background",
        batch="b",
        database_url=database,
        on_suspect="hold",
    )
    assert (counts.done, counts.suspect, counts.review) == (3, 1, 1)
    with Batch.open("b", database_url=database) as batch:
        assert [item.source for item, _ in batch.verdicts(suspect=True)] == [str(blank)]
        assert len(list(batch.verdicts())) == 3
