"""`safelight completion`: what it writes, once, and that a shell completes words with it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shells of POSIX")


@pytest.fixture
def home(tmp_path, monkeypatch):
    folder = tmp_path / "it's home"
    folder.mkdir()
    for name in ("XDG_CONFIG_HOME", "ZDOTDIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("SHELL", "/bin/bash")
    return folder


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_printed(run, shell):
    assert "_SAFELIGHT_COMPLETE" in run("completion", shell).stdout


@pytest.mark.parametrize(("shell", "startup"), [("bash", ".bashrc"), ("zsh", ".zshrc")])
def test_it_is_installed_once(run, home, shell, startup):
    (home / startup).write_text("alias ll='ls -l'")
    first = run("completion", "install", shell)
    script = home / ".config" / "safelight" / f"completion.{shell}"
    assert first.exit_code == 0, first.stderr
    assert f"{script}: written\n{home / startup}: this line was added:\n  [ -r " in first.stdout
    assert script.read_text() == run("completion", shell).stdout
    written = (home / startup).read_text()
    assert written.startswith("alias ll='ls -l'\n[ -r ")
    again = run("completion", "install", shell)
    assert again.stdout.startswith(f"{script}: up to date\n{home / startup}: has the line already\n")
    assert (home / startup).read_text() == written


def test_fish_finds_it_by_itself(run, home):
    result = run("completion", "install", "fish")
    script = home / ".config" / "fish" / "completions" / "safelight.fish"
    assert result.stdout.startswith(f"{script}: written\n")
    assert "complete" in script.read_text()


def test_the_shell_is_that_of_the_environment(run, home, monkeypatch):
    assert run("completion", "install").exit_code == 0
    assert (home / ".bashrc").exists()
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    result = run("completion", "install")
    assert result.exit_code == 2
    assert "name your shell" in result.stderr


def test_what_cannot_be_written_is_named(run, home):
    (home / ".config").write_text("a file")
    result = run("completion", "install", "bash")
    assert result.exit_code == 1
    assert result.stderr.startswith("error: ")
    assert ".config" in result.stderr
    assert not (home / ".bashrc").exists()


@pytest.mark.integration
@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
def test_bash_completes_words(run, home):
    assert run("completion", "install", "bash").exit_code == 0
    script = (
        ". ~/.bashrc; COMP_WORDS=(safelight pilio ups); COMP_CWORD=2; "
        "_safelight_completion safelight; echo ${COMPREPLY[@]}"
    )
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [shutil.which("bash"), "-c", script],
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "upscale\n", done.stderr
