"""Tasks outlive a command that stops waiting."""

import json
from pathlib import Path

import pytest


@pytest.fixture
def token(run, sandbox, photo):
    """Return the token of a task whose command did not wait for it."""
    sandbox.task_seconds = 1.5
    result = run("pilio", "remove-background", photo, "-o", "out", "--within", "0")
    assert result.exit_code == 1
    assert "not done within 0 s" in result.stderr
    (kept,) = map(json.loads, run("tasks", "--offline", "--json").stdout.splitlines())
    assert f"\nresume with: safelight resume {kept['task']} -o out\n" in result.stderr
    sandbox.clock.advance(10)
    return kept["token"]


def test_resumes_a_token(run, sandbox, token):
    result = run("resume", token, "-o", "later")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == f"{Path('later/photo.png')}\n"
    assert len(sandbox.ledger.entries) == 1


def test_resumes_from_a_file_and_from_stdin(run, token):
    Path("tokens").write_text(f"{token}\n\n{token}\n")
    from_file = run("resume", "@tokens", "-o", "file")
    assert sorted(from_file.stdout.splitlines(), reverse=True) == [
        str(Path("file/photo.png")),
        str(Path("file/photo-2.png")),
    ]
    indented = json.dumps(json.loads(token), indent=2)
    from_stdin = run("--sandbox", "resume", "-o", "stdin.png", stdin=indented)
    assert from_stdin.stdout == "stdin.png\n", from_stdin.stderr


@pytest.mark.parametrize("text", ["", "nonsense", "{}", '{"safelight": 99}'])
def test_refuses_what_is_no_token(run, sandbox, text):
    result = run("resume", "-", stdin=text)
    assert result.exit_code == 2
    assert "token" in result.stderr.lower()
    assert "Task.token" not in result.stderr


def test_an_address_in_a_token_gets_no_key(run, token, monkeypatch):
    foreign = json.dumps({**json.loads(token), "address": "https://example.com/pilio"})
    result = run("resume", foreign)
    assert result.exit_code == 2
    assert "--base-url https://example.com/pilio" in result.stderr
    monkeypatch.delenv("PILIO_BASE_URL")
    assert run("--sandbox", "resume", token).exit_code == 2
