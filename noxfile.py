"""Development tasks; `nox -l` lists them. Without uv installed, pip and virtualenv do the same work."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["tests", "lint", "typing", "drift"]

ROOT = Path(__file__).parent
PROJECT = nox.project.load_toml(ROOT / "pyproject.toml")
PYTHONS = nox.project.python_versions(PROJECT)
PARALLEL = ["-n", str((os.cpu_count() or 1) + 1), "--dist", "worksteal"]
"""One process more than processors, for some tests wait."""
# What `mutation` changes, and the tests that should notice. Each change takes one run of them, so they are few and fast.
MUTATED = {
    "core/api/retry": "tests/flows/test_retry_bounds.py tests/flows/test_outages.py",
    "core/base/redact": "tests/security/test_redaction.py",
    "core/base/outcome": "tests/flows/test_handles.py",
    "batch/purchases": "tests/batch/test_purchase_rules.py",
    "core/api/calls": "tests/flows/test_calls.py tests/flows/test_retries.py tests/flows/test_outages.py "
    "tests/flows/test_retry_bounds.py",
    "core/transfers/uploads": "tests/uploads/test_use_files.py tests/flows/test_slots_ahead.py",
    "core/transfers/downloads": "tests/flows/test_arrivals.py tests/flows/test_fetching.py tests/flows/test_fetching_again.py",
}
SPREAD = {
    "core/api/calls": ["core/api/calls", "core/api/purchases"],
    "core/transfers/downloads": [
        "core/transfers/downloads",
        "core/transfers/fetching",
        "core/transfers/arrivals",
    ],
}
"""Modules that are tried together, as one with one sample."""
MUTATION = """
[cosmic-ray]
module-path = {modules}
test-command = "python -m pytest -x -q -p no:cacheprovider -p pytest_timeout {tests}"
timeout = 60.0
excluded-modules = []
distributor.name = "local"
"""
SAMPLE = 60
"""Most mutants of a module that are tried."""
SEED = 1
MOST_SURVIVORS = 10.0
"""Percent of a module's mutants that may survive; CONTRIBUTING.md explains those that do."""
UNLIKE_HTTPX = (
    "tests/clients/test_environment.py::test_certificates_that_are_not_there_are_named_by_their_variable"
    "[None-SSLKEYLOGFILE"
)
"""What httpx2 does otherwise: it trusts the system's certificates (truststore), and reads no SSLKEYLOGFILE."""
ALONE = {
    "batch": "from safelight.batch import Batch, run",
    "cli": "import sys; from safelight.cli.main import main; sys.argv[1:] = ['operations']; sys.exit(main())",
    "fast": "import asyncio; from safelight import AsyncPilio, Connection, Options; "
    "asyncio.run(AsyncPilio('k', options=Options(connection=Connection(transport='aiohttp'))).close())",
    "mcp": "import safelight.agents.server; from safelight.cli.app import cli; cli(['mcp', '--help'])",
    "otel": "from safelight.otel import task_spans; task_spans()",
    "sandbox": "from safelight.sandbox import Sandbox; Sandbox().start().stop()",
}
"""What each extra must do with nothing else installed."""
TYPED = ["wrappers/safelight", "generated", "specs/toolchain", "tests/typing", "docs/builder"]


def install(session: nox.Session, *groups: str, extra: str | None = None) -> None:
    """Install dependency groups and, with an extra, the package itself as a wheel, as a user would get it."""
    package = [f".[{extra}]"] if extra else []
    session.install(*package, *nox.project.dependency_groups(PROJECT, *groups))
    if extra:  # a reused environment may hold an older build of the same version
        session.install("--no-deps", "--force-reinstall", ".")


def toolchain(session: nox.Session, *arguments: str) -> None:
    """Run the toolchain of the specs."""
    install(session, "generate")
    named = [str(Path(one).resolve()) if Path(one).is_file() else one for one in arguments]
    session.chdir(ROOT / "specs")
    session.run("python", "-m", "toolchain", *named)


def contract_tests(session: nox.Session, *arguments: str, success_codes: tuple[int, ...] = (0,)) -> None:
    """Run the tests of the specs, against the built wheel."""
    session.chdir(ROOT)
    install(session, "test", extra="sandbox")
    session.run(
        "pytest", *PARALLEL, "-m", "not slow", "tests/contract", *arguments, success_codes=success_codes
    )


@nox.session
def generate(session: nox.Session) -> None:
    """Rebuild generated/ from specs/; `-- --relock` accepts other generator versions."""
    toolchain(session, "generate", *session.posargs)


@nox.session
def drift(session: nox.Session) -> None:
    """Tell where generated/ is not what specs/ gives."""
    toolchain(session, "drift", *session.posargs)


@nox.session
def breaking(session: nox.Session) -> None:
    """`-- REV`: tell what changed since a git revision and breaks users of the generated packages."""
    toolchain(session, "breaking", *session.posargs)


@nox.session
def fetch(session: nox.Session) -> None:
    """`-- VENDOR`: compare a vendor's published document with our spec; `--from FILE` reads it from disk."""
    toolchain(session, "fetch", *session.posargs)


@nox.session
def adopt(session: nox.Session) -> None:
    """`-- VENDOR [PATH|URL]`: take a vendor's published document over into our spec; `--dry-run` only prints."""
    toolchain(session, "adopt", *session.posargs)
    if "--dry-run" not in session.posargs:
        contract_tests(session, success_codes=(0, 1))  # what a person must add may fail them


@nox.session
def count(session: nox.Session) -> None:
    """Tell how much of the vendors' published documents our specs have."""
    toolchain(session, "count", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests against the built wheel, all but the integration tests, on the Python that runs nox."""
    install(session, "test", extra="all")
    session.run("pytest", *PARALLEL, *session.posargs)


@nox.session
def integration(session: nox.Session) -> None:
    """Run the tests with kills, servers, a browser and real waits, against the built wheel."""
    install(session, "integration", extra="all")
    session.run("pytest", *PARALLEL, "-m", "integration and not slow", *session.posargs)


@nox.session(name="tests-all", python=PYTHONS)
def tests_all(session: nox.Session) -> None:
    """Run the tests, all but the integration tests, on every supported Python that is installed."""
    install(session, "test", extra="all")
    session.run("pytest", *PARALLEL, *session.posargs)


@nox.session
def tests_httpx2(session: nox.Session) -> None:
    """Run the tests on httpx2, the continuation of httpx, in its place: whether a move to it would work."""
    install(session, "test", extra="all")
    session.install("httpx2")
    session.run(
        "pytest",
        *PARALLEL,
        *("-p", "support.httpx2"),
        *("--deselect", f"{UNLIKE_HTTPX}-Pilio]", "--deselect", f"{UNLIKE_HTTPX}-AsyncPilio]"),
        *session.posargs,
        env={"PYTHONPATH": "tests"},
    )


@nox.session
def contract(session: nox.Session) -> None:
    """Run the tests of the specs and of what is generated from them."""
    contract_tests(session, *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """`-- NAME`: measure against what a user would pick instead, and tell which goals are met."""
    install(session, "bench", extra="all")
    session.run(
        "python", "-m", "benchmarks", *session.posargs, env={"PYTHONPATH": "tests"}, success_codes=[0, 1]
    )


@nox.session
def fuzz(session: nox.Session) -> None:
    """`-- REQUESTS`: play the specs against a sandbox with Schemathesis, so many generated requests a vendor."""
    install(session, "fuzz", extra="sandbox")
    session.run("python", "tests/sandbox/fuzz.py", *session.posargs)


@nox.session
def mutation(session: nox.Session) -> None:
    """`-- MODULE...`: change modules in small ways, and fail where their tests do not notice 90 % of the changes."""
    install(session, "mutation", extra="all")
    for name in session.posargs or MUTATED:
        mutate(session, name, MUTATED[name])


def mutate(session: nox.Session, name: str, tests: str) -> None:
    """Try a sample of mutants in a copy of the code, which comes before the installed package."""
    folder = Path(session.create_tmp()).resolve() / "mutation" / name.replace("/", "-")
    shutil.rmtree(folder, ignore_errors=True)
    for part in ("wrappers", "generated", "tests"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    modules = json.dumps([f"wrappers/safelight/{module}.py" for module in SPREAD.get(name, [name])])
    (folder / "mutation.toml").write_text(MUTATION.format(modules=modules, tests=tests))
    paths = os.pathsep.join(str(folder / part) for part in ("wrappers", "generated"))
    sample = ("--most", str(SAMPLE), "--seed", str(SEED))
    with session.chdir(folder):
        for command in (
            ("cosmic-ray", "init", "mutation.toml", "mutation.sqlite"),
            ("python", "tests/mutation/choose.py", "mutation.sqlite", *sample),
            ("cosmic-ray", "baseline", "mutation.toml"),
            ("cosmic-ray", "exec", "mutation.toml", "mutation.sqlite"),
            ("cr-report", "mutation.sqlite", "--surviving-only", "--show-diff"),
            ("cr-rate", "mutation.sqlite", "--fail-over", str(MOST_SURVIVORS)),
        ):
            # Pytest's plugins take longer to load than these tests to run.
            session.run(*command, env={"PYTHONPATH": paths, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"})


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, formatting and the directions of import."""
    install(session, "lint")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("lint-imports", env={"PYTHONPATH": os.pathsep.join(["wrappers", "generated"])})
    session.run("zizmor", "--offline", "--quiet", ".github")


@nox.session
def audit(session: nox.Session) -> None:
    """Look for known vulnerabilities in the dependencies; needs the network."""
    session.install("pip-audit", ".[all]")
    session.run("pip-audit", "--local", "--skip-editable", *session.posargs)


@nox.session
def smallest(session: nox.Session) -> None:
    """Run the tests on the smallest versions of the dependencies that pyproject.toml allows."""
    session.install("uv")
    python = ["uv", "pip", "install", "--python", str(Path(session.bin) / "python")]
    session.run(*python, "--resolution", "lowest-direct", ".[all]")
    session.run(*python, "--group", "test")
    session.run("pytest", *PARALLEL, *session.posargs)


@nox.session
@nox.parametrize("extra", list(ALONE))
def alone(session: nox.Session, extra: str) -> None:
    """Use an extra with nothing else installed."""
    session.install(f".[{extra}]")
    session.run("python", "-W", "error", "-c", ALONE[extra])


@nox.session
def shape(session: nox.Session) -> None:
    """Count the shape of the handwritten code; fail where a figure is worse than its budget in pyproject.toml."""
    session.install(".")
    session.run("python", "tests/shape.py")


@nox.session
def typing(session: nox.Session) -> None:
    """Check types with mypy and pyright, both strict."""
    install(session, "typing", extra="all")
    session.run("mypy", *TYPED, *session.posargs)
    blocks = Path(session.create_tmp()).resolve() / "blocks"  # code blocks of the documentation
    session.run("python", "-m", "support.pages", str(blocks), env={"PYTHONPATH": "tests"})
    session.run("mypy", "--config-file=", "--check-untyped-defs", "--ignore-missing-imports", str(blocks))
    session.run("pyright")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation site into site/, with pictures from the sandbox; `-- serve` shows it and follows changes."""
    install(session, "docs", extra="all")
    session.run("python", "-m", "builder", *session.posargs, env={"PYTHONPATH": "docs"})


@nox.session
def build(session: nox.Session) -> None:
    """Build sdist and wheel into dist/, check their metadata, and use the wheel in an empty environment."""
    session.install("build", "pytest", "pytest-timeout", "twine")
    output = ROOT / "dist"
    for old in output.glob("safelight-*"):
        old.unlink()
    session.run("python", "-m", "build", "--outdir", str(output))
    made = sorted(map(str, output.glob("safelight-*")))
    session.run("twine", "check", "--strict", *made)
    (wheel,) = (path for path in made if path.endswith(".whl"))
    session.run("pytest", "-m", "slow", "tests/packaging/test_wheel.py", env={"SAFELIGHT_WHEEL": wheel})
