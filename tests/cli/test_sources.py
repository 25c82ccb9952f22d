"""What SOURCE may be: a list in one task, or the address of a picture."""

import re
import shlex
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

SMALL = ("--resolution", "0.5K")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_words):
        pass


@pytest.fixture
def address(photo):
    """The URL of the photograph, on a server of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(photo.parent)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/{photo.name}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("vendor", ["pilio", "perfect", "claid", "picwish"])
def test_every_vendor_takes_urls(run, sandbox, address, vendor):
    result = run(vendor, "remove-background", address, "-o", "out")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == f"{Path('out/photo.png')}\n"


def test_an_option_takes_urls(run, sandbox, photo, address):
    result = run("perfect", "remove-object", photo, "--mask", address, "-o", "out")
    assert result.exit_code == 0, result.stderr


def test_an_option_takes_stdin(run, sandbox, photo, photo_bytes):
    result = run("perfect", "remove-object", photo, "--mask", "-", "-o", "out", stdin=photo_bytes)
    assert result.exit_code == 0, result.stderr
    sent = [record.bytes_received for record in sandbox.journal.records(operation="put_object")]
    assert sent == [len(photo_bytes)] * 2


def test_stdin_is_read_for_one_task_and_one_parameter(run, sandbox, photo):
    both = run("perfect", "remove-object", "-", "--mask", "-", stdin=b"")
    assert (both.exit_code, "stdin can be one source only." in both.stderr) == (2, True)
    several = run("perfect", "remove-object", photo, photo, "--mask", "-", stdin=b"")
    assert (several.exit_code, "--mask - is for one source; there are 2." in several.stderr) == (2, True)
    assert sandbox.requests == []


def test_sources_together_make_one_task(run, sandbox, photo, photo_bytes):
    other = photo.with_name("other.jpg")
    other.write_bytes(photo_bytes)
    words = ("pilio", "edit-image", photo, other, "--prompt", "both", *SMALL, "-o", "out")
    together = run(*words, "--together")
    assert together.exit_code == 0, together.stderr
    assert together.stdout == f"{Path('out/photo.png')}\n"
    assert sandbox.ledger.count(vendor="pilio") == 1
    assert len(sandbox.journal.records(operation="put_object")) == 2
    apart = run(*words, "--overwrite")
    assert len(apart.stdout.splitlines()) == 2
    assert sandbox.ledger.count(vendor="pilio") == 3


def test_the_share_that_is_sent_never_falls(run, sandbox, photo, photo_bytes):
    large = []
    for megabytes in (17, 12):
        large.append(photo.with_name(f"{megabytes}.jpg"))
        large[-1].write_bytes(photo_bytes.ljust(megabytes << 20, b"\0"))
    result = run("pilio", "edit-image", *large, "--together", "--prompt", "both", *SMALL, "-o", "out")
    assert result.exit_code == 0, result.stderr
    shares = [int(share) for share in re.findall(r"sending (\d+) %", result.stderr)]
    assert len(shares) > 3
    assert shares == sorted(shares)


def test_others_take_one_source_a_task(run, photo):
    assert run("pilio", "upscale", photo, "--together").exit_code == 2


def test_a_folder_among_files_is_answered_with_the_batch_that_takes_it(run, sandbox, photo):
    folder = photo.with_name("more photos")
    folder.mkdir()
    (folder / "second.jpg").write_bytes(photo.read_bytes())
    ended = run("pilio", "upscale", photo, folder, "--type", "2X", "-o", "large")
    assert ended.exit_code == 1
    assert ended.stdout == f"{Path('large/photo.png')}\n"
    assert (
        "more photos is a folder, which a batch takes; nothing of it was sent. Run:\n  safelight "
        in ended.stderr
    )
    command = shlex.split(ended.stderr.partition("Run:\n  safelight ")[2].splitlines()[0])
    assert command[:3] == ["batch", "run", str(folder)]
    done = run(*command)
    assert done.exit_code == 0, done.stderr
    assert sandbox.ledger.count("pilio") == 2
