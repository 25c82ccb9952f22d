"""Wrong arguments of batches are found before anything is listed or bought, and what a user typed is understood."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from batch_support import environment, safelight
from safelight.batch import Batch, Record, run
from safelight.errors import InvalidInput
from safelight.sandbox import Sandbox

REFUSED: list[tuple[str, Any]] = [
    ("max_credits", float("nan")),
    ("max_credits", float("inf")),
    ("max_credits", -1),
    ("max_credits", True),
    ("max_credits", "10"),
    ("sources", "photos"),
    ("sources", Path("photos")),
    ("sources", Record("photos/a.jpg")),
    ("sources", [3]),
    ("sources", [None]),
    ("sources", None),
    ("batch", ""),
    ("batch", 7),
    ("out", None),
    ("options", ["type=2X"]),
    ("on_progress", "print"),
]


async def later(_: object) -> None:
    """Is never awaited."""


@pytest.mark.parametrize(("field", "value"), [*REFUSED, ("on_progress", later)])
def test_a_wrong_argument_is_refused_by_name(field: str, value: Any, folder: Path, sandbox: Sandbox) -> None:
    arguments = {
        "sources": ["photos"],
        "out": "out",
        "vendor": "pilio",
        "operation": "remove_background",
        field: value,
    }
    with pytest.raises(InvalidInput, match=field) as caught:
        run(**arguments)
    assert caught.value.field == field
    assert sandbox.ledger.count() == 0
    assert not (folder / "safelight-batch.sqlite").exists()


def test_paths_are_sources_too(folder: Path, sandbox: Sandbox) -> None:
    for batch in (None, "named"):
        counts = run(
            [Path("photos")],
            out=Path(f"out-{batch}"),
            vendor="pilio",
            operation="remove_background",
            batch=batch,
            rates=False,
        )
        assert counts.done == 2


@pytest.mark.parametrize("given", ["nan", "inf", "-1", "-inf"])
def test_a_cap_that_is_none_is_refused_by_the_command(given: str, folder: Path, sandbox: Sandbox) -> None:
    result = safelight(
        f"batch run photos --vendor pilio --operation remove-background -o out --max-credits {given}"
    )
    assert result.exit_code == 2, result.output
    assert "max" in result.output
    assert sandbox.ledger.count() == 0


def test_an_age_that_is_none_removes_nothing(folder: Path, sandbox: Sandbox) -> None:
    run(["photos"], out="out", vendor="pilio", operation="remove_background", rates=False)
    with Batch.open() as batch:
        for age in (float("nan"), -1.0, "30"):
            with pytest.raises(InvalidInput, match="older_than"):
                batch.prune(everything=True, older_than=age)  # type: ignore[arg-type]
        assert batch.status().done == 2
    assert safelight("batch prune --older-than nan").exit_code == 2


@pytest.fixture
def home(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with the photographs, below which nobody works."""
    home = folder / "home"
    home.mkdir()
    (folder / "photos").rename(home / "photos")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    return home


def test_the_home_of_a_user_is_known_by_its_sign(home: Path, sandbox: Sandbox) -> None:
    """A shell leaves it alone in quotes and behind `=`, and no shell reads a list."""
    (home / "list.csv").write_text(f"source,target\n~/photos/a.jpg,~b\n{home}/photos/b.jpg,c\n")
    command = "batch run --vendor pilio --operation remove-background -q --database-url ~/b.sqlite"
    for number, source in enumerate(
        ("'~/photos'", "'~/photos/*.jpg'", "~/photos/a.jpg ~/photos/b.jpg", "~/list.csv")
    ):
        result = safelight(f"{command} {source} --out ~/out{number}")
        assert result.exit_code == 0, result.output
        assert len(list((home / f"out{number}").iterdir())) == 2
    counts = run(
        ["~/photos", Record("~/photos/a.jpg", target="again")],
        out="~/out9",
        vendor="pilio",
        operation="remove_background",
        batch="python",
        database_url="sqlite:///~/b.sqlite",
        rates=False,
    )
    assert counts.done == 3
    assert {path.name for path in home.parent.iterdir()} == {"home"}
    assert (home / "b.sqlite").exists()
    assert safelight("batch report --database-url ~/b.sqlite -o ~/report.html").exit_code == 0
    assert (home / "report.html").exists()


def test_a_user_that_nobody_knows_is_a_name(folder: Path, sandbox: Sandbox) -> None:
    result = safelight("batch run photos --vendor pilio --operation remove-background -q -o ~nobody99/o")
    assert result.exit_code == 0, result.output
    assert len(list((folder / "~nobody99" / "o").iterdir())) == 2


BROKEN = "batch run photos --vendor pilio --operation remove-background -o out"


def test_a_quiet_run_tells_of_failures(folder: Path, sandbox: Sandbox) -> None:
    (folder / "photos" / "b.jpg").write_bytes(b"no picture at all")
    result = safelight(f"{BROKEN} -q")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert f"{folder}/photos/b.jpg: " in result.stderr
    assert "1 of 2 done" in result.stderr
    assert "a.jpg" not in result.stderr
    assert "listing" not in result.stderr
    (folder / "photos" / "b.jpg").unlink()
    assert safelight(f"{BROKEN}/2 -q").stderr == ""


@pytest.mark.integration
@pytest.mark.skipif(sys.platform == "win32", reason="descriptors of POSIX")
def test_a_run_whose_words_nobody_reads_goes_on(folder: Path, sandbox: Sandbox) -> None:
    """A pipe whose reader is gone, no stdout, no stderr: what is bought is saved, and the code says how it ended."""
    sandbox.task_seconds = 0.5
    for number, closed in enumerate(
        ("2>&1 | head -c 1 >/dev/null", "| true", ">&- 2>&-", "2>&-", "<&- >&- 2>&-")
    ):
        line = f'"{sys.executable}" -m safelight {BROKEN}{number} {closed}; exit ${{PIPESTATUS[0]}}'
        ended = subprocess.run(
            [shutil.which("bash") or "bash", "-c", line],
            env=environment(),
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
        assert ended.returncode == 0, (closed, ended.stderr)
        assert len(list((folder / f"out{number}").iterdir())) == 2
