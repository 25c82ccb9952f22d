"""Commands started without what most have: a stdout that is read, a stderr, a stdin, a home, UTF-8."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif(sys.platform == "win32", reason="descriptors and signals of POSIX"),
]
FULL = Path("/dev/full")


@pytest.fixture
def shell(environment):
    """Run a line of shell in which `safelight` is the command; its exit code, stdout and stderr."""

    def run(line, *words, **variables):
        env = {name: value for name, value in {**environment, **variables}.items() if value is not None}
        script = f'safelight() {{ "{sys.executable}" -m safelight "$@"; }}; {line}'
        command = ["bash", "-o", "pipefail", "-c", script, "bash", *map(os.fspath, words)]
        ended = subprocess.run(command, env=env, capture_output=True, check=False, timeout=100)
        assert b"Traceback" not in ended.stderr, ended.stderr.decode()
        assert b"Exception ignored" not in ended.stderr, ended.stderr.decode()
        return ended.returncode, os.fsdecode(ended.stdout), os.fsdecode(ended.stderr)

    return run


@pytest.fixture
def photos(photo, photo_bytes):
    """Three photographs."""
    others = [photo.with_name(f"{number}.jpg") for number in (2, 3)]
    for other in others:
        other.write_bytes(photo_bytes)
    return [photo, *others]


def saved(folder):
    return {path.name for path in Path(folder).iterdir()}


def test_without_a_stderr(shell, sandbox, photo):
    code, out, _ = shell('safelight picwish remove-background "$1" missing.jpg -o out 2>&-', photo)
    assert (code, out) == (1, f"{Path('out/photo.png')}\n")


def test_without_a_stdout(shell, sandbox, photo):
    code, _, told = shell('safelight picwish remove-background "$1" -o out >&-', photo)
    assert code == 0, told
    assert Path("out/photo.png").exists()


def test_without_any_stream(shell, sandbox, photo):
    assert shell('safelight picwish remove-background "$1" -o out <&- >&- 2>&-', photo)[0] == 0
    assert Path("out/photo.png").exists()


def test_without_a_stdin(shell, sandbox, photo):
    code, out, told = shell('safelight picwish remove-background - "$1" -o out <&-', photo)
    assert code == 1
    assert out == f"{Path('out/photo.png')}\n"
    assert "stdin: error: " in told
    assert shell("safelight resume <&-")[0] == 2


@pytest.mark.parametrize("json_lines", [[], ["--json"]], ids=["paths", "json"])
def test_a_stdout_that_nobody_reads_any_more_stops_nothing(shell, sandbox, photos, json_lines):
    line = 'safelight picwish remove-background "$@" -o out --jobs 1 | true'
    code, _, told = shell(line, *photos, *json_lines)
    assert code == 0, told
    assert saved("out") == {"2.png", "3.png", "photo.png"}
    assert "error" not in told


@pytest.mark.skipif(not FULL.exists(), reason="a device of Linux")
def test_a_stdout_that_is_full_stops_nothing_and_is_told(shell, sandbox, photos):
    code, _, told = shell('safelight picwish remove-background "$@" -o out >/dev/full', *photos)
    assert code == 1
    assert saved("out") == {"2.png", "3.png", "photo.png"}
    assert told.endswith("error: cannot write to stdout: No space left on device\n")
    assert shell("safelight operations >/dev/full")[0] == 1
    assert shell("safelight --help >/dev/full")[0] == 1


def test_a_listing_ends_with_its_reader(shell, sandbox):
    code, out, told = shell("safelight perfect styles wig 18213963761246954 | head -1")
    assert code == 0, told
    assert len(out.splitlines()) == 1


@pytest.mark.parametrize(
    "variables",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LC_ALL": "C"},
        {"PYTHONIOENCODING": "latin-1:strict"},
    ],
)
def test_names_in_other_scripts_where_the_streams_are_not_utf_8(shell, sandbox, photo, variables):
    names = ["café \N{SNOWMAN}.jpg", os.fsdecode(b"odd\xff\xfe.jpg"), "one\N{NO-BREAK SPACE}word.jpg"]
    for name in names:
        photo.with_name(name).write_bytes(photo.read_bytes())
    sources = [photo.with_name(name) for name in names]
    code, out, told = shell(
        'safelight picwish remove-background "$@" \N{SNOWMAN}.jpg -o out', *sources, **variables
    )
    assert code == 1, told
    assert len(saved("out")) == len(names)
    assert set(os.fsdecode(out).removesuffix("\n").split("\n")) == {f"out/{name}" for name in saved("out")}
    assert "No such file" in told
    code, out, _ = shell('safelight picwish remove-background "$@" -o again --json', *sources, **variables)
    assert code == 0
    assert {os.fsencode(json.loads(line)["source"]) for line in out.splitlines()} == set(
        map(os.fsencode, sources)
    )


@pytest.mark.parametrize("columns", ["0", "1", "-5", "many", "100000", ""])
def test_odd_widths(run, columns, monkeypatch):
    monkeypatch.setenv("COLUMNS", columns)
    for words in ("--help", "pilio --help", "operations", "pilio upscale --help"):
        assert run(*words.split()).exit_code == 0


@pytest.mark.parametrize(
    "variables",
    [
        {"HOME": None, "SAFELIGHT_PROFILES": None, "PATH": "/usr/bin:/bin", "TERM": None},
        {"HOME": "/proc", "XDG_CONFIG_HOME": "/proc", "XDG_CACHE_HOME": "/proc", "SAFELIGHT_PROFILES": None},
    ],
)
def test_without_a_home(shell, sandbox, photo, variables):
    code, _, told = shell('safelight picwish remove-background "$1" -o out', photo, **variables)
    assert code == 0, told


def test_one_source_that_cannot_be_read_stops_no_other(shell, sandbox, photo, tmp_path):
    loop = tmp_path / "loop.jpg"
    loop.symlink_to(loop)
    sources = [
        loop,
        tmp_path,
        "missing.jpg",
        "",
        "/dev/null",
        "x" * 5000,
        "data:image/png;base64," + "A" * 5000,
        os.fsdecode(b"\xff\xfe"),
        "https://[bad",
        "http://",
        "s3://bucket/a.jpg",
        "\x1b]0;title\x07.jpg",
        "line\nfeed.jpg",
        photo / "below.jpg",
        photo,
    ]
    code, out, told = shell('safelight picwish remove-background -o out -- "$@"', *sources)
    assert code == 1
    assert out == f"{Path('out/photo.png')}\n"
    assert told.count("error: ") == len(sources) - 1
    assert max(map(len, told.splitlines())) < 800
    assert "\x1b" not in told


@pytest.fixture
def start(environment):
    """Start a command in a process of its own, with an open stdin."""
    started = []

    def begin(*arguments, **options):
        words = [sys.executable, "-m", "safelight", *map(str, arguments)]
        process = subprocess.Popen(
            words,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **options,
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.communicate()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("source", ["-", "/dev/stdin", "pipe"])
def test_a_signal_ends_the_wait_for_a_source(start, sandbox, source, number, code):
    os.mkfifo("pipe")
    process = start("picwish", "remove-background", source, "-o", "out")
    assert "sending" in process.stderr.readline()
    time.sleep(0.3)
    process.send_signal(number)
    _, told = process.communicate(timeout=30)
    assert process.returncode == code, told
    assert "1 of 1 not sent; nothing was bought" in told
    assert not sandbox.ledger.entries


def test_pipes_are_sources(shell, sandbox, photo):
    for line in (
        'cat "$1" | safelight picwish remove-background - -o out1',
        'cat "$1" | safelight picwish remove-background /dev/stdin -o out2',
        'safelight picwish remove-background <(cat "$1") <(cat "$1") -o out3',
        'safelight picwish remove-background /dev/fd/7 -o out4 7<"$1"',
        'mkfifo pipe; cat "$1" > pipe & safelight picwish remove-background pipe -o out5',
        'safelight perfect remove-object "$1" --mask <(cat "$1") -o out6',
    ):
        code, _, told = shell(line, photo)
        assert code == 0, (line, told)
