"""Databases that cannot be used, or have unusual names: told in words, with what to do, before anything is bought."""

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from batch_support import environment, safelight
from click.testing import CliRunner
from safelight.batch import Batch, run
from safelight.batch.database import database_url, open_engine
from safelight.batch.worker import Worker
from safelight.cli.app import cli
from safelight.errors import ConfigurationError
from safelight.sandbox import Sandbox

RUN = "batch run photos --vendor pilio --operation remove-background -o out --overwrite"
COMMANDS = (
    RUN,
    f"{RUN} --dry-run",
    "batch status",
    "batch retry",
    "batch prune",
    "batch worker --until-done",
)


def refused(words: list[str]) -> str:
    """What a command says that ends with wrong use, and in no other way."""
    result = CliRunner().invoke(cli, words)
    assert result.exit_code == 2, (words, result.output, result.exception)
    assert isinstance(result.exception, SystemExit)
    assert "error: " in result.output
    return result.output


@pytest.fixture
def used(folder: Path, sandbox: Sandbox) -> Path:
    """A database with a batch that is done."""
    path = folder / "used.sqlite"
    run(
        ["photos"],
        out="out",
        vendor="pilio",
        operation="remove_background",
        database_url=str(path),
        rates=False,
    )
    with closing(sqlite3.connect(path)) as connection:  # all of it in the one file
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def text(path: Path) -> None:
    path.write_text("source,target\n" * 1000)


def folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


def of_another_version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("ALTER TABLE items ADD COLUMN invoice TEXT NOT NULL DEFAULT ''")


def of_another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE items (name TEXT)")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (cut, "restore a copy"),
        (text, "not a database"),
        (folder_instead, "folder"),
        (of_another_version, "another version of Safelight, or of another program (invoice)"),
        (of_another_program, "another program"),
    ],
)
def test_a_database_that_cannot_be_used_is_told_in_words(
    spoil: Callable[[Path], None], said: str, used: Path, sandbox: Sandbox
) -> None:
    bought = sandbox.ledger.count()
    spoil(used)
    for command in COMMANDS:
        output = refused([*command.split(), "--database", str(used)])
        assert f"{used}" in output
        assert said in output
    assert sandbox.ledger.count() == bought


def test_python_raises_the_same(used: Path) -> None:
    text(used)
    with pytest.raises(ConfigurationError, match="not a database"):
        run(["photos"], out="o", vendor="pilio", operation="remove_background", database_url=str(used))
    with pytest.raises(ConfigurationError, match="not a database"):
        Batch.open(database_url=str(used))


def test_an_empty_file_becomes_a_database(folder: Path, sandbox: Sandbox) -> None:
    (folder / "empty.sqlite").touch()
    assert "holds no batch" in refused(["batch", "status", "--database", "empty.sqlite"])
    assert safelight(f"{RUN} --database empty.sqlite -q").exit_code == 0
    assert sandbox.ledger.count() == 2


@pytest.mark.parametrize("place", ["photos/a.jpg/x.sqlite", "/proc/x.sqlite", "/proc/x/y.sqlite", "n" * 300])
def test_a_place_where_no_file_can_be_made(place: str, folder: Path, sandbox: Sandbox) -> None:
    assert place in refused([*RUN.split(), "--database", place])
    assert sandbox.ledger.count() == 0


def test_a_file_that_may_not_be_written(used: Path, sandbox: Sandbox) -> None:
    bought = sandbox.ledger.count()
    places = [used.parent / "frozen", used.parent / "open"]
    for place in places:
        place.mkdir()
        shutil.copy(used, place)
        (place / used.name).chmod(0o444)
    places[0].chmod(0o555)
    for place in places:
        ended = subprocess.run(
            [
                *plain_user(),
                sys.executable,
                "-m",
                "safelight",
                *RUN.split(),
                "--database",
                str(place / used.name),
            ],
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == 2, ended.stderr
        assert "Traceback" not in ended.stderr
        assert "check that you may write" in ended.stderr
    places[0].chmod(0o755)
    assert sandbox.ledger.count() == bought


def plain_user() -> list[str]:
    """What goes before a command so that modes of files hold for it, which they do not for root."""
    if os.name != "posix" or os.getuid() != 0:
        return []
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("root may write every file, and there is no setpriv to forbid it")
    return [setpriv, "--bounding-set=-dac_override", "--inh-caps=-dac_override"]


def test_a_database_that_another_program_holds(
    used: Path, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("safelight.batch.database.BUSY_SECONDS", 0)
    bought = sandbox.ledger.count()
    with closing(sqlite3.connect(used, isolation_level=None)) as connection:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("UPDATE batches SET cap = NULL")
        for command in COMMANDS:
            assert "another program holds it" in refused([*command.split(), "--database", str(used)])
    assert sandbox.ledger.count() == bought


def test_a_database_that_comes_to_be_held_while_work_is_listed(
    used: Path, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("safelight.batch.database.BUSY_SECONDS", 0)
    held = sqlite3.connect(used, isolation_level=None)

    def sources() -> Iterator[str]:
        held.execute("BEGIN IMMEDIATE")
        yield "photos"

    with closing(held), pytest.raises(ConfigurationError, match="another program holds it"):
        run(
            sources(),
            out="again",
            vendor="pilio",
            operation="remove_background",
            database_url=str(used),
            batch="again",
        )
    assert sandbox.ledger.count() == 2


NAMES = [
    "new? photos",
    "a#b",
    "100%",
    "50%20off",
    "with space",
    "Füße",
    "file:x",
    "~nobody99",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("command", ["{}/my.sqlite", "sqlite:///{}/my.sqlite"])
def test_a_path_is_taken_as_it_is(name: str, command: str, folder: Path, sandbox: Sandbox) -> None:
    before = {path.name for path in folder.iterdir()}
    if command.startswith("sqlite") and "?" in name:
        assert "without sqlite:///" in refused([*RUN.split(), "--database", command.format(name)])
        return
    given = command.format(name.replace("%20", "%2520") if command.startswith("sqlite") else name)
    result = CliRunner().invoke(cli, [*RUN.split(), "--database", given])
    assert result.exit_code == 0, (result.output, result.exception)
    assert Path(name, "my.sqlite").exists()
    assert {path.name for path in folder.iterdir()} == {*before, name, "out"}
    assert CliRunner().invoke(cli, ["batch", "status", "--database", given]).exit_code == 0


def test_a_path_that_is_no_text(folder: Path, sandbox: Sandbox) -> None:
    assert "plain text" in refused([*RUN.split(), "--database", os.fsdecode(b"bytes-\xff.sqlite")])
    with pytest.raises(ConfigurationError, match="plain text"):
        Batch.open(database_url="a\0b")


def test_python_takes_a_path(folder: Path, sandbox: Sandbox) -> None:
    path = folder / "new? photos" / "my.sqlite"
    counts = run(
        ["photos"], out="out", vendor="pilio", operation="remove_background", database_url=path, rates=False
    )
    assert counts.done == 2
    with Batch.open(database_url=path) as batch:
        assert batch.status().done == 2


def test_two_paths_of_one_file_are_one_database(used: Path) -> None:
    (used.parent / "link.sqlite").symlink_to(used)
    with Worker(open_engine(database_url(str(used)))):
        assert "in use by process" in refused([*["batch", "cancel", "--database", "link.sqlite"]])


@pytest.mark.integration
def test_first_runs_at_the_same_moment(folder: Path) -> None:
    """Each makes the tables where they are missing, and finds them whole."""
    program = (
        "import sys; from safelight.batch.database import database_url, open_engine; sys.stdin.read();"
        "open_engine(database_url('new.sqlite')).dispose()"
    )
    for _ in range(3):
        (folder / "new.sqlite").unlink(missing_ok=True)
        gate, start = os.pipe()
        lives = [
            subprocess.Popen([sys.executable, "-c", program], stdin=gate, env=environment()) for _ in range(6)
        ]
        os.close(gate)
        os.close(start)
        assert [life.wait(60) for life in lives] == [0] * 6


def test_first_runs_in_two_threads(folder: Path, sandbox: Sandbox) -> None:
    gate, ended = threading.Barrier(2), dict[str, object]()

    def work(vendor: str) -> None:
        gate.wait()
        try:
            ended[vendor] = run(
                ["photos"], out=vendor, vendor=vendor, operation="remove_background", rates=False
            ).done
        except ConfigurationError as error:
            ended[vendor] = str(error)

    threads = [threading.Thread(target=work, args=(vendor,)) for vendor in ("pilio", "picwish")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for vendor, end in ended.items():
        assert end == 2 or "in use by process" in str(end) or "one batch at a time" in str(end), (vendor, end)
    assert 2 in ended.values()


ADDRESSES = {
    "postgresql://127.0.0.1:1/batches": "127.0.0.1:1",
    "postgresql://nowhere.invalid/batches": "nowhere.invalid",
    "postgresql://127.0.0.1:port/batches": "cannot be read",
    "postgresql://127.0.0.1:99999/batches": "99999",
    "postgresql://127.0.0.1/batches?colour=red": "colour",
    "mysql://127.0.0.1/batches": "PostgreSQL",
    "sqlite://host/batches": "SQLite",
    "sqlite://": "SQLite",
    "sqlite:///:memory:": "lasts",
    ":memory:": "lasts",
}


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.usefixtures("sandbox")
def test_a_wrong_address_is_told_in_words(address: str) -> None:
    assert ADDRESSES[address] in refused([*RUN.split(), "--database", address])


@pytest.mark.usefixtures("sandbox")
def test_a_server_that_refuses_is_told_in_words_and_no_password(database: str) -> None:
    address, _, _name = database.rpartition("/")
    missing = refused([*RUN.split(), "--database", f"{address}/missing?password=secret"])
    assert 'database "missing" does not exist' in missing
    assert "secret" not in missing
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS guest")
        connection.execute("CREATE ROLE guest LOGIN")
    guest = database.replace("postgres@", "guest@").replace("postgres:", "guest:")
    assert "permission denied" in refused([*RUN.split(), "--database", guest])
