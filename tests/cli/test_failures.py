"""What a user reads when something goes wrong, and the exit code that a script sees."""

import json
import re
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner
from safelight.cli.app import cli
from safelight.extras import install_hint
from safelight.sandbox import FaultKind


@pytest.mark.parametrize(
    ("vendor", "variables"),
    [
        ("pilio", ["PILIO_API_KEY"]),
        ("perfect", ["PERFECT_API_KEY", "PERFECT_SECRET_KEY"]),
        ("claid", ["CLAID_API_KEY"]),
        ("picwish", ["PICWISH_API_KEY"]),
    ],
)
def test_a_missing_key_is_named(run, photo, vendor, variables):
    result = run(vendor, "remove-background", photo)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert all(variable in result.stderr for variable in variables)
    assert len(result.stderr.splitlines()) == 1
    assert "api_key=" not in result.stderr


def test_without_a_key_the_files_are_looked_at_too(run, photo):
    result = run("claid", "remove-background", "missing.jpg", photo, "-", "storage://a/b.jpg", stdin=b"")
    assert result.exit_code == 2
    wrong, key = result.stderr.splitlines()
    assert wrong == "error: cannot read missing.jpg: No such file or directory"
    assert "CLAID_API_KEY" in key


@pytest.mark.parametrize("module", ["cv2", "aiohttp", "pydantic"])
def test_sandbox_without_its_packages(module, photo):
    code = (
        f"import sys; sys.modules[{module!r}] = None; sys.argv[0] = 'safelight'\n"
        "from safelight.cli.main import main; sys.exit(main())"
    )
    words = [sys.executable, "-c", code, "--sandbox", "picwish", "remove-background", str(photo)]
    ended = subprocess.run(words, capture_output=True, text=True, check=False)
    assert ended.returncode == 2, ended.stderr
    assert "pip install '.[sandbox]'" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_command_line_without_its_packages():
    code = (
        "import importlib.util as util, sys; find = util.find_spec\n"
        "util.find_spec = lambda name, *rest: None if name in ('click', 'rich') else find(name, *rest)\n"
        "from safelight.cli.main import main; sys.exit(main())"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert ended.stderr == f"error: the command line needs click and rich: {install_hint('cli')}\n"


def test_a_purchase_that_may_have_happened(run, sandbox, photo):
    sandbox.faults.add(FaultKind.LOST_RESPONSE, operation="create_segmentation", seconds=0.0)
    result = run("picwish", "remove-background", photo, "-o", "out")
    assert result.exit_code == 3
    assert "look at the vendor's records" in result.stderr
    assert len(sandbox.ledger.entries) == 1


def test_a_fault_of_the_commands_own_costs_no_token(sandbox, photo, monkeypatch):
    sandbox.task_seconds = 60.0
    second = photo.with_name("second.jpg")
    second.write_bytes(photo.read_bytes())

    def broken(place, *, overwrite):
        if place.name == "second":
            while not any(record.operation == "get_segmentation" for record in sandbox.requests):
                time.sleep(0.01)
            raise RuntimeError("a fault")

    monkeypatch.setattr("safelight.cli.naming.Place.check_free", broken)
    words = ["picwish", "remove-background", str(photo), str(second), "-o", "out", "--json"]
    result = CliRunner().invoke(cli, words)
    assert result.exit_code == 1
    assert isinstance(result.exception, ExceptionGroup)
    reports = [json.loads(line) for line in result.stdout.splitlines()]
    assert f"safelight resume {reports[0]['task']} -o out" in result.stderr
    assert [report["token"] is not None for report in reports] == [True, False]


def test_a_task_that_the_vendor_gave_up(run, sandbox, photo):
    sandbox.faults.add(FaultKind.TASK_FAILURE, operation="remove_background")
    result = run("pilio", "remove-background", photo, "-o", "out")
    assert result.exit_code == 1
    assert "pilio gave up task" in result.stderr
    assert "token" not in result.stderr, "nothing is left to fetch"
    assert "resume with" not in result.stderr


def test_an_outage_is_outlasted(run, sandbox, photo):
    sandbox.faults.add(FaultKind.SERVER_ERROR, operation="get_task_status", times=12)
    result = run("pilio", "remove-background", photo, "-o", "out")
    assert result.exit_code == 0, result.stderr


def test_an_outage_that_lasts_is_named_and_the_task_resumed(run, sandbox, photo):
    sandbox.faults.add(FaultKind.SERVER_ERROR, operation="get_task_status", times=None)
    result = run("pilio", "remove-background", photo, "-o", "out", "--within", "1")
    assert result.exit_code == 1
    assert "not done within 1 s; the last error was Unavailable: " in result.stderr
    assert re.search(r"\nresume with: safelight resume [0-9a-f]{6} -o out\n", result.stderr)


def test_a_refused_key_stops_the_rest(run, sandbox, photo, photo_bytes):
    sandbox.revoke("pilio")
    others = [photo.with_name(f"{number}.jpg") for number in range(3)]
    for other in others:
        other.write_bytes(photo_bytes)
    result = run("pilio", "remove-background", photo, *others, "-o", "out", "--jobs", "1")
    assert result.exit_code == 1
    assert result.stderr.count("error: ") == 1
    assert result.stderr.endswith("4 sources: 1 failed, 3 not sent\n")


def test_a_refused_key_is_a_wrong_key(run, sandbox, photo):
    sandbox.revoke("pilio")
    sandbox.revoke("perfect")
    for command in (("pilio", "remove-background", photo, "-o", "out"), ("perfect", "styles", "wig", "1")):
        assert run(*command).exit_code == 2, command


def test_a_format_in_the_place_of_a_destination_is_refused_before_the_upload(run, sandbox, photo):
    words = ("claid", "resize", photo, "--width", "64", "-o", "out", "--output")
    for output in ("png", '{"destination": "out/a.png"}'):
        refused = run(*words, output)
        assert refused.exit_code == 2
        assert "storage://" in refused.stderr
    assert '{"format": "png"}' in run(*words, "png").stderr
    assert not sandbox.requests
    assert run(*words, '{"format": "png"}').exit_code == 0


def test_a_wrong_option_costs_nothing(run, sandbox, photo):
    words = ("claid", "edit", photo, "--operations")
    assert "not valid JSON" in run(*words, '{"restorations"').stderr
    assert "not JSON" in run(*words, "upscale").stderr
    refused = run(*words, '{"restorations": {"upscale": "enormous"}}')
    assert refused.exit_code == 2
    assert "upscale" in refused.stderr
    assert "'person', 'object'" in run("picwish", "remove-background", photo, "--type", "cat").stderr
    assert not sandbox.ledger.entries


def test_options_for_one_source(run, sandbox, photo):
    result = run("picwish", "remove-background", photo, photo, "--filename", "a.jpg", "-o", "out")
    assert result.exit_code == 2
    assert "--filename is for one source" in result.stderr


def test_an_out_that_cannot_be(run, sandbox, photo):
    result = run("picwish", "remove-background", photo, "-o", f"{photo}/deeper")
    assert result.exit_code == 2
    assert "cannot make the folder" in result.stderr
    assert not sandbox.ledger.entries


def test_a_url_keeps_its_query_to_itself(run, sandbox):
    source = "http://127.0.0.1:9/photo.jpg?signature=verysecret"
    result = run("picwish", "remove-background", source, "-o", "out", "--json")
    assert result.exit_code == 1
    assert "verysecret" not in result.output


def test_control_characters_reach_no_terminal(run, sandbox):
    result = run("picwish", "remove-background", "\x1b[2Jnothing.jpg", "-o", "out")
    assert "\x1b" not in result.stderr
    assert "nothing.jpg" in result.stderr


@pytest.mark.parametrize("seconds", ["nan", "-nan", "NaN"])
def test_a_wait_is_a_number_of_seconds(run, sandbox, photo, seconds):
    refused = run("pilio", "remove-background", photo, "-o", "out", f"--within={seconds}")
    assert refused.exit_code == 2
    assert "--within" in refused.stderr
    assert "is not a number of seconds" in refused.stderr
    assert not sandbox.ledger.entries
