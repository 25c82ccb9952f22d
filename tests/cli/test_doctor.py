"""`safelight doctor`: what is wrong is found and told of in a line each, for free, and no key is shown."""

import json
import socket
import tomllib
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from threading import Thread

import pytest
from safelight.cli.vendors import VENDORS
from safelight.doctor.vendors import free_call
from safelight.extras import EXTRAS

ROOT = Path(__file__).parents[2]


def looked(result):
    """What was found, by vendor and check."""
    checks = [json.loads(line) for line in result.stdout.splitlines()]
    return {(one["subject"], one["check"]): (one["state"], one["text"]) for one in checks}


def test_all_is_well(run, sandbox):
    result = run("doctor", "--json")
    assert result.exit_code == 0, result.stdout
    found = looked(result)
    for vendor in VENDORS.values():
        names = vendor.facts.environment
        key = " and ".join(filter(None, (names.api_key, names.secret_key)))
        assert found[vendor.name, "key"] == ("ok", key)
        state, text = found[vendor.name, "address"]
        assert (state, names.base_url in text) == ("ok", True)
        assert found[vendor.name, "clock"][0] == found[vendor.name, "account"][0] == "ok"
    assert "remaining_credits" in found["picwish", "account"][1]
    assert "available_credits" in found["pilio", "account"][1]
    assert not sandbox.ledger.entries
    keys = [text for name, text in sandbox.environment().items() if name.endswith("KEY")]
    assert not any(key in result.stdout + result.stderr for key in keys)


def test_with_a_sandbox_of_its_own(run):
    result = run("--sandbox", "doctor", "--vendor", "youcam")
    assert result.exit_code == 0, result.stdout
    assert "ok      key             made up for the sandbox\n" in result.stdout
    assert "Claid" not in result.stdout


def test_no_key_at_all(run, monkeypatch):
    for vendor in VENDORS.values():
        monkeypatch.setenv(vendor.facts.environment.base_url, "http://127.0.0.1:9")
    result = run("doctor", "--json")
    assert result.exit_code == 1
    found = looked(result)
    assert found["safelight", "keys"][0] == "problem"
    assert found["pilio", "key"][0] == found["pilio", "address"][0] == "note"
    assert "PILIO_API_KEY" in found["pilio", "key"][1]
    found = looked(run("doctor", "--vendor", "pilio", "--json"))
    assert found["pilio", "key"][0] == found["pilio", "address"][0] == "problem"


def test_an_address_that_does_not_answer(run, monkeypatch):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    monkeypatch.setenv("CLAID_API_KEY", "claid_secret_key")
    result = run("doctor", "--vendor", "claid", "--base-url", f"http://127.0.0.1:{port}", "--json")
    assert result.exit_code == 1
    found = looked(result)
    assert found["claid", "key"] == ("ok", "CLAID_API_KEY")
    assert found["claid", "address"][0] == "problem"
    assert "cannot be reached" in found["claid", "address"][1]
    assert ("claid", "account") not in found
    assert "claid_secret_key" not in result.stdout


def test_a_refused_key(run, sandbox):
    sandbox.revoke("picwish")
    result = run("doctor", "--vendor", "picwish", "--json")
    assert result.exit_code == 1
    state, text = looked(result)["picwish", "account"]
    assert state == "problem"
    assert "picwish" in text


def test_a_key_from_a_profile(run, sandbox, tmp_path, monkeypatch):
    profiles = tmp_path / "profiles.toml"
    names = sandbox.environment()
    profiles.write_text(
        f'[work.pilio]\napi_key = "{names["PILIO_API_KEY"]}"\nbase_url = "{names["PILIO_BASE_URL"]}"\n'
    )
    profiles.chmod(0o600)
    monkeypatch.setenv("SAFELIGHT_PROFILES", str(profiles))
    found = looked(run("doctor", "--vendor", "pilio", "--profile", "work", "--json"))
    assert found["pilio", "key"] == ("ok", f"profile 'work' of {profiles}")
    assert found["pilio", "account"][0] == "ok"
    found = looked(run("doctor", "--profile", "work", "--json"))
    assert found["claid", "key"][0] == "note", "a profile may be of one vendor"
    assert "has no section [work.claid]" in found["claid", "key"][1]
    result = run("doctor", "--vendor", "pilio", "--profile", "play", "--json")
    assert result.exit_code == 1
    assert "has no profile 'play'" in looked(result)["pilio", "key"][1]


@pytest.mark.parametrize(
    ("hours", "state", "said"), [(0, "ok", "within"), (2, "problem", "behind"), (-2, "problem", "ahead of")]
)
def test_a_clock_that_is_wrong(run, hours, state, said):
    class Server(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(404)
            self.end_headers()

        def date_time_string(self, timestamp=None):
            return (datetime.now(UTC) + timedelta(hours=hours)).strftime("%a, %d %b %Y %H:%M:%S GMT")

        def log_message(self, *_):
            pass

    with HTTPServer(("127.0.0.1", 0), Server) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        found = looked(run("doctor", "--vendor", "claid", "--base-url", address, "--json"))
        server.shutdown()
    assert found["claid", "clock"][0] == state
    assert said in found["claid", "clock"][1]


def test_extras_are_those_of_the_distribution():
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    packages = {
        name: {package.partition(">")[0] for package in wanted}
        for name, wanted in stated.items()
        if name != "all"
    }
    assert packages == {name: set(extra.packages) for name, extra in EXTRAS.items()}


def test_what_is_missing_is_named_with_what_to_do(run, sandbox, monkeypatch):
    def version(package):
        if package == "pyarrow":
            raise PackageNotFoundError(package)
        return "1"

    monkeypatch.setattr("safelight.doctor.packages.version", version)
    state, text = looked(run("doctor", "--vendor", "pilio", "--json"))["safelight", "extra parquet"]
    assert state == "note"
    assert text.endswith("pyarrow missing; in your clone of Safelight, run pip install '.[parquet]'")


@pytest.mark.parametrize("vendor", VENDORS.values(), ids=str)
def test_nothing_is_billed(vendor):
    call = free_call(vendor.facts)
    assert call is None or (
        vendor.facts.operations[call.operation].role,
        vendor.facts.operations[call.operation].billed,
    ) == ("call", False)


def test_an_address_is_of_one_vendor(run):
    result = run("doctor", "--base-url", "https://example.com")
    assert result.exit_code == 2
    assert "--vendor" in result.stderr
