"""Tasks are kept by short names until their results are saved."""

import json
import stat
import sys
from pathlib import Path

import pytest
from safelight.sandbox.faults import FaultKind


@pytest.fixture
def kept(tmp_path):
    """The folder of tasks."""
    return tmp_path / "tasks"


@pytest.fixture
def left(run, sandbox, photo):
    """The names of two tasks that a command did not wait for."""
    second = photo.with_name("second.jpg")
    second.write_bytes(photo.read_bytes())
    result = run("pilio", "remove-background", photo, second, "-o", "out", "--no-wait", "--jobs", "1")
    assert result.exit_code == 0, result.stderr
    assert result.stderr.endswith("fetch the results with: safelight resume --last -o out\n")
    assert not Path("out/photo.png").exists()
    return result.stdout.splitlines()


def test_a_command_that_does_not_wait_prints_names(run, left, kept):
    assert len(left) == 2
    lines = [line.split("\t") for line in run("tasks").stdout.splitlines()]
    assert [line[0] for line in lines] == left[::-1], "the newest comes first"
    assert [line[2:4] for line in lines] == [["pilio", "remove-background"]] * 2
    assert lines[0][4].endswith("second.jpg")
    assert {line[5] for line in lines} <= {"queued", "running", "succeeded"}
    if sys.platform != "win32":
        assert {stat.S_IMODE(path.stat().st_mode) for path in kept.iterdir()} == {0o600}
        assert stat.S_IMODE(kept.stat().st_mode) == 0o700


@pytest.mark.parametrize("how", [(), ("--json",), ("--offline",)])
def test_that_there_are_none_is_said(run, how):
    result = run("tasks", *how)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "no task is left to resume\n")


def test_a_name_or_its_beginning_fetches_the_result_once(run, left):
    result = run("resume", left[0], left[1][:4], "-o", "later")
    assert result.exit_code == 0, result.stderr
    assert sorted(result.stdout.splitlines()) == [
        str(Path("later", name)) for name in ("photo.png", "second.png")
    ]
    assert run("tasks").stdout == ""
    again = run("resume", left[0])
    assert again.exit_code == 2
    assert f"error: no task is named {left[0]}" in again.stderr


def test_the_last_are_those_of_the_last_command(run, sandbox, left, photo, monkeypatch):
    monkeypatch.setattr("safelight.cli.kept.COMMAND", "another command")
    assert run("picwish", "remove-background", photo, "--no-wait").exit_code == 0
    result = run("resume", "--last", "-o", "later")
    assert (result.exit_code, result.stdout) == (0, f"{Path('later/photo.png')}\n")
    assert len(run("resume", "--last", "-o", "two").stdout.splitlines()) == 2
    assert "error: no task is left to resume" in run("resume", "--last").stderr
    assert run("resume", "--last", left[0]).exit_code == 2
    assert len(sandbox.ledger.entries) == 3, "nothing is bought twice"


def test_a_saved_result_and_a_failed_task_are_not_kept(run, sandbox, photo):
    assert run("pilio", "remove-background", photo, "-o", "out").exit_code == 0
    sandbox.faults.add(FaultKind.TASK_FAILURE, operation="remove_background")
    assert run("pilio", "remove-background", photo, "-o", "other").exit_code == 1
    assert run("tasks", "--offline").stdout == ""


def test_a_result_that_cannot_be_fetched_leaves_its_task(run, sandbox, photo):
    sandbox.faults.add(FaultKind.SERVER_ERROR, operation="get_task_status", times=None)
    result = run("pilio", "remove-background", photo, "-o", "out", "--within", "1", "--json")
    report = json.loads(result.stdout)
    assert f"resume with: safelight resume {report['task']} -o out\n" in result.stderr
    (line,) = run("tasks", "--json", "--offline").stdout.splitlines()
    assert json.loads(line)["token"] == report["token"]


def test_what_is_kept_is_asked_for_only_with_a_key(run, left, monkeypatch):
    monkeypatch.delenv("PILIO_API_KEY")
    assert {line.split("\t")[5] for line in run("tasks").stdout.splitlines()} == {"no key"}
    assert {line.split("\t")[5] for line in run("tasks", "--offline").stdout.splitlines()} == {"-"}


def test_a_folder_that_cannot_be_used_costs_no_task(run, sandbox, photo, kept):
    kept.write_text("a file")
    result = run("pilio", "remove-background", photo, "--no-wait")
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["vendor"] == "pilio", "the token itself is printed"
    assert run("tasks").stdout == ""
    assert run("resume", result.stdout.strip(), "-o", "out").exit_code == 0


def test_a_damaged_file_hides_no_other(run, left, kept):
    (kept / f"{'0' * 64}.json").write_text("{")
    assert len(run("tasks", "--offline").stdout.splitlines()) == 2


def test_a_sandbox_inside_the_command_keeps_no_task(run, quick_sandbox, photo):
    result = run("--sandbox", "pilio", "remove-background", photo, "--no-wait")
    assert result.exit_code == 2
    assert "start one with safelight sandbox" in result.stderr
    assert run("--sandbox", "pilio", "remove-background", photo, "-o", "out").exit_code == 0
    assert run("tasks").stdout == ""
