"""`nox -s breaking` tells what changed since a revision and breaks users of the generated packages."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from contract_support.packages import repository
from toolchain.__main__ import main
from toolchain.generate import generate

DATA = Path(__file__).parent / "data"
GIT = ["git", "-c", "user.name=t", "-c", "user.email=t@example.test", "-c", "commit.gpgsign=false"]


def git(layout, *arguments):
    subprocess.run([*GIT, *arguments], cwd=layout.root, check=True, capture_output=True)


@pytest.fixture(scope="module")
def committed(tmp_path_factory):
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    spec = (DATA / "hostile.yaml").read_text(encoding="utf-8")
    layout = repository(tmp_path_factory.mktemp("breaking"), hostile=spec)
    generate(layout)
    git(layout, "init", "--quiet")
    git(layout, "add", ".")
    git(layout, "commit", "--quiet", "-m", "first")
    return layout


@pytest.fixture
def layout(committed, tmp_path):
    root = tmp_path / "copy"
    shutil.copytree(committed.root, root)
    return type(committed)(root)


def edit(layout, pattern, new):
    spec = layout.spec("hostile")
    text, count = re.subn(pattern, new, spec.read_text(encoding="utf-8"))
    assert count
    spec.write_text(text, encoding="utf-8")
    generate(layout)


def breaking(layout, capsys, revision="HEAD"):
    status = main(["--root", str(layout.root), "breaking", revision])
    return status, capsys.readouterr().out


def test_no_change_breaks_nothing(layout, capsys):
    assert breaking(layout, capsys) == (0, "0 breaking change(s) since HEAD.\n")


def test_additions_break_nothing(layout, capsys):
    edit(layout, r"enum: \[auto, fast\]", "enum: [auto, fast, slow]")
    edit(layout, r"( +)message: .*\n", r"\g<0>\1code: {type: integer}\n")
    edit(layout, r"( +)strength: .*\n", r"\g<0>\1weakness: {type: integer}\n")
    assert breaking(layout, capsys)[0] == 0


@pytest.mark.parametrize(
    ("pattern", "new", "told"),
    [
        pytest.param(r" +strength: .*\n", "", "hostile_api.models.options.Options.strength", id="field"),
        pytest.param(
            r"enum: \[auto, fast\]", "enum: [auto]", "hostile_api.models.mode.Mode.FAST", id="enum value"
        ),
        pytest.param("get_task", "get_job", "hostile_api.api.tasks.get_task", id="operation"),
        pytest.param(r"\bError\b", "Failure", "hostile_api.models.error", id="model"),
        pytest.param(
            "task_id", "job_id", "get_task.sync: Parameter was removed (task_id -> )", id="parameter"
        ),
        pytest.param(
            r"required: \[file\]",
            "required: [file, mode]",
            "SendFileRequest.mode: Request key",
            id="required",
        ),
    ],
)
def test_breakage_is_told(layout, capsys, pattern, new, told):
    edit(layout, pattern, new)
    status, out = breaking(layout, capsys)
    assert told in out
    assert status == 1


def test_facts_may_change(layout, capsys):
    edit(layout, "x-task-api: .*", "x-task-api: {vendor: hostile, title: Hostile}")
    assert breaking(layout, capsys)[0] == 0


def test_a_removed_package_breaks(layout, capsys):
    shutil.rmtree(layout.package("hostile"))
    assert breaking(layout, capsys) == (
        1,
        "hostile_api: the package was removed\n1 breaking change(s) since HEAD.\n",
    )


@pytest.mark.parametrize("revision", ["no-such-revision", "--output=x"])
def test_unknown_revisions_are_refused(layout, capsys, revision):
    assert main(["--root", str(layout.root), "breaking", "--", revision]) == 2
    assert "revision" in capsys.readouterr().err


def test_the_repository_is_left_alone(layout, capsys):
    breaking(layout, capsys)
    done = subprocess.run(
        [*GIT, "worktree", "list"], cwd=layout.root, check=True, capture_output=True, text=True
    )
    assert len(done.stdout.splitlines()) == 1
