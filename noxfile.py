"""Development tasks; `nox -l` lists them. Without uv installed, pip and virtualenv do the same work."""

from __future__ import annotations

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
PARALLEL = ["-n", "auto", "--dist", "worksteal"]
# What `mutation` changes, and the tests that should notice: as few as can, for each change takes one run of them.
MUTATED = {
    "core/retry": "tests/flows/test_retries.py tests/flows/test_retry_bounds.py tests/clients/test_options.py",
    "core/redact": "tests/security/test_canaries.py -k 'taken_out or plain_text or half_shown or not_read or shown_whole'",
    "core/calls": "tests/flows/test_retries.py tests/flows/test_envelopes.py tests/flows/test_polling.py",
    "core/outcome": "tests/flows/test_polling.py tests/flows/test_envelopes.py tests/flows/test_downloads.py",
    "core/uploads": "tests/flows/test_uploads.py tests/flows/test_slots_ahead.py tests/uploads",
    "core/downloads": "tests/flows/test_downloads.py tests/flows/test_saving.py",
    "batch/purchases": "tests/batch/test_intents.py tests/batch/test_flights.py tests/batch/test_orders.py",
}
MUTATION = """
[cosmic-ray]
module-path = "{module}"
test-command = "{command}"
timeout = 300.0
excluded-modules = []
distributor.name = "local"
# It stands in types alone.
filters.operators-filter.exclude-operators = ["core/ReplaceBinaryOperator_BitOr_.*"]
"""
MOST_SURVIVORS = 10.0
"""Percent of the changes to a module that may go unnoticed; CONTRIBUTING.md tells of those that do."""
TYPED = ["wrappers/safelight", "generated", "specs/toolchain", "tests/typing"]


def install(session: nox.Session, *groups: str, extra: str | None = None) -> None:
    """Install dependency groups and, with an extra, the package itself as a wheel, as a user would get it."""
    package = [f".[{extra}]"] if extra else []
    session.install(*package, *nox.project.dependency_groups(PROJECT, *groups))
    if extra:  # a reused environment may hold an older build of the same version
        session.install("--no-deps", "--force-reinstall", ".")


def toolchain(session: nox.Session, *arguments: str) -> None:
    """Run the toolchain of the specs."""
    install(session, "generate")
    session.chdir(ROOT / "specs")
    session.run("python", "-m", "toolchain", *arguments)


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
def contract(session: nox.Session) -> None:
    """Run the tests of the specs and of what is generated from them."""
    install(session, "test", extra="sandbox")
    session.run("pytest", *PARALLEL, "-m", "not slow", "tests/contract", *session.posargs)


@nox.session
def fuzz(session: nox.Session) -> None:
    """`-- REQUESTS`: play the specs against a sandbox with Schemathesis, so many generated requests a vendor."""
    install(session, "fuzz", extra="sandbox")
    session.run("python", "tests/sandbox/fuzz.py", *session.posargs)


@nox.session
def mutation(session: nox.Session) -> None:
    """`-- MODULE...`: change modules in every small way, and tell which changes their tests do not notice."""
    install(session, "mutation", extra="all")
    for name in session.posargs or MUTATED:
        mutate(session, name, MUTATED[name])


def mutate(session: nox.Session, name: str, tests: str) -> None:
    """Change a copy of the repository's code, which comes before the installed package; fail if too much survives."""
    folder = Path(session.create_tmp()).resolve() / "mutation" / name.replace("/", "-")
    shutil.rmtree(folder, ignore_errors=True)
    for part in ("wrappers", "generated", "tests"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "mutation.toml").write_text(
        MUTATION.format(
            module=f"wrappers/safelight/{name}.py",
            command=f"python -m pytest -x -q -p no:cacheprovider {tests}",
        )
    )
    paths = os.pathsep.join(str(folder / part) for part in ("wrappers", "generated"))
    with session.chdir(folder):
        for command in (
            ("cosmic-ray", "init", "mutation.toml", "mutation.sqlite"),
            ("cr-filter-operators", "mutation.sqlite", "mutation.toml"),
            ("cosmic-ray", "baseline", "mutation.toml"),
            ("cosmic-ray", "exec", "mutation.toml", "mutation.sqlite"),
            ("cr-report", "mutation.sqlite", "--surviving-only", "--show-diff"),
            ("cr-rate", "mutation.sqlite", "--fail-over", str(MOST_SURVIVORS)),
        ):
            session.run(*command, env={"PYTHONPATH": paths})


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, formatting and the directions of import."""
    install(session, "lint")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("lint-imports", env={"PYTHONPATH": os.pathsep.join(["wrappers", "generated"])})


@nox.session
def typing(session: nox.Session) -> None:
    """Check types with mypy and pyright, both strict."""
    install(session, "typing", extra="all")
    session.run("mypy", *TYPED, *session.posargs)
    session.run("pyright")


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
