"""Words that people expect: help, other programs' options, stdout as the place of a result, folders."""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

PNG = b"\x89PNG"


@pytest.mark.parametrize("words", [["pilio", "upscale"], ["batch", "run"], ["resume"], []])
def test_help_has_three_names(run, words):
    shown = run(*words, "--help").stdout
    assert "-h, --help" in shown
    assert run(*words, "-h").stdout == shown
    assert run("help", *words).stdout == shown


def test_help_of_what_is_none_is_an_error(run):
    result = run("help", "pilio", "upscal")
    assert result.exit_code == 2
    assert "error: No such command 'upscal'. Did you mean 'upscale'?\n" in result.stderr


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("--timeout", "--within"),
        ("--output", "--out"),
        ("--force", "--overwrite"),
        ("--parallel", "--jobs"),
        ("--debug", "--verbose"),
    ],
)
def test_what_other_programs_call_an_option(run, given, meant):
    result = run("pilio", "upscale", "a.jpg", given, "5")
    assert result.exit_code == 2
    told = rf"error: No such option:? '?{given}'?\.? Did you mean '{meant}'\?\n"  # click 8.2 and 8.3 differ
    assert re.search(told, result.stderr)


@pytest.mark.parametrize(
    "words", [["pilio", "upscale", "a.jpg", "--zzzz"], ["frobnicate"], ["pilio", "upscale"]]
)
def test_errors_have_one_style(run, words):
    result = run(*words)
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1].startswith("error: ")
    assert "Error:" not in result.stderr
    assert "Did you mean" not in result.stderr


def test_a_folder_is_answered_with_the_command_that_takes_it(run, sandbox, photo):
    words = ["--preset", "hd", "--no-enhance-face", "--sandbox"]
    result = run("pilio", "upscale", f"{photo.parent}", *words)
    assert result.exit_code == 2
    assert not sandbox.requests
    command = result.stderr.splitlines()[-1].strip()
    assert (
        command == f"safelight batch run {shlex.quote(str(photo.parent))} --vendor pilio --operation upscale "
        "--preset hd --no-enhance-face -o upscale/ --sandbox"
    )
    done = run(*shlex.split(command)[1:])
    assert done.exit_code == 0, done.stderr
    assert Path("upscale/photo.png").exists()


def test_a_result_on_stdout(run, sandbox, photo):
    result = run("pilio", "remove-background", photo, "-o", "-")
    assert result.exit_code == 0, result.stderr
    assert result.stdout_bytes.startswith(PNG)
    assert list(Path.cwd().iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        ["pilio", "remove-background", "a.jpg", "b.jpg", "-o", "-"],
        ["pilio", "remove-background", "a.jpg", "-o", "-", "--json"],
        [
            "pilio",
            "generate-image",
            "--prompt",
            "x",
            "--aspect-ratio",
            "1:1",
            "--output-count",
            "2",
            "-o",
            "-",
        ],
    ],
)
def test_stdout_takes_one_result(run, sandbox, words):
    result = run(*words)
    assert result.exit_code == 2
    assert "-o -" in result.stderr
    assert not sandbox.ledger.entries


@pytest.mark.integration
@pytest.mark.skipif(sys.platform != "linux", reason="a device of Linux")
def test_a_result_that_stdout_does_not_take_is_kept(environment, photo):
    words = [sys.executable, "-m", "safelight", "pilio", "remove-background", str(photo), "-o", "-"]
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            words, env=environment, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 1
    assert "\nresume with: safelight resume " in done.stderr


def test_sources_whose_result_exists_are_left_out(run, sandbox, photo):
    second = photo.with_name("second.jpg")
    second.write_bytes(photo.read_bytes())
    assert run("pilio", "remove-background", photo, "-o", "out").exit_code == 0
    result = run("pilio", "remove-background", photo, second, "-o", "out", "--skip-existing")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == f"{Path('out/second.png')}\n"
    assert result.stderr.endswith("2 sources: 1 done, 1 skipped\n")
    assert len(sandbox.ledger.entries) == 2
    assert run("pilio", "remove-background", photo, "--skip-existing", "--overwrite").exit_code == 2
    refused = run("pilio", "remove-background", photo, "-o", "out", "--json")
    assert json.loads(refused.stdout)["error"]["type"] == "InvalidInput"


def test_a_log_of_requests_without_secrets(run, sandbox, photo):
    result = run("pilio", "remove-background", photo, "-o", "out", "-v")
    assert result.exit_code == 0
    assert "safelight.pilio: RequestSent(vendor='pilio', operation='remove_background'" in result.stderr
    assert sandbox.environment()["PILIO_API_KEY"] not in result.stderr
    assert "safelight.pilio" not in run("pilio", "remove-background", photo, "-o", "other").stderr
