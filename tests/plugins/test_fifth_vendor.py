"""A fifth vendor needs a spec and some lines in a distribution of its own, and has all that the four have."""

import asyncio
import base64
import errno
import io
import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PIL import Image
from safelight import (
    AuthenticationError,
    InsufficientCredits,
    InvalidInput,
    OutcomeUnknown,
    RateLimited,
    RetryPolicy,
    TaskExpired,
    TaskFailed,
    UploadFailed,
)
from safelight.sandbox import Sandbox

pytestmark = pytest.mark.integration

PHOTO = Path(__file__).parents[1] / "data" / "astronaut.jpg"


def picture(content: bytes) -> Image.Image:
    with Image.open(io.BytesIO(content)) as image:
        image.load()
        return image


@pytest.fixture
def client(acme: ModuleType, sandbox: Sandbox) -> Any:
    with acme.Acme(**sandbox.settings("acme")) as made:
        yield made


def test_a_file_goes_inside_the_request(client: Any, sandbox: Sandbox) -> None:
    task = client.remove_background(PHOTO, format="webp")
    result = task.result()
    made = picture(result.bytes())
    assert (made.format, made.mode, made.size) == ("WEBP", "RGBA", picture(PHOTO.read_bytes()).size)
    assert result.raw.state == "done"
    assert result.files[0].size == len(result.bytes())
    assert sandbox.ledger.count("acme", "create_job") == 1
    assert client.resume(task.token).result().bytes() == result.bytes()
    assert sandbox.ledger.count("acme") == 1


def test_a_url_goes_in_its_own_field(client: Any, sandbox: Sandbox) -> None:
    first = client.remove_background(PHOTO.read_bytes()).result()
    again = client.remove_background(first.files[0].url).result()
    assert picture(again.bytes()).format == "PNG"
    assert sandbox.ledger.spent("acme") == 4


def test_the_async_client_reads_files_beside_its_loop(acme: ModuleType, sandbox: Sandbox) -> None:
    readers = set()

    class Watched(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            readers.add(threading.get_ident())
            return super().read(size)

    async def scenario() -> bytes:
        async with acme.AsyncAcme(**sandbox.settings("acme")) as client:
            task = await client.remove_background(Watched(PHOTO.read_bytes()))
            content = await (await task.result()).bytes()
            assert await (await client.resume(task.token).result()).bytes() == content
            return content

    assert picture(asyncio.run(scenario())).mode == "RGBA"
    assert readers
    assert threading.get_ident() not in readers


def test_what_is_sent_is_checked_first(client: Any, sandbox: Sandbox, tmp_path: Path) -> None:
    large = tmp_path / "large.jpg"
    large.write_bytes(PHOTO.read_bytes() + bytes(4 << 20))
    for source, options, complaint in (
        (large, {}, "image: large.jpg is .* at most 4194304"),
        (b"GIF89a" + bytes(64), {}, "image: image.gif is a gif file"),
        (PHOTO, {"format": "gif"}, "format"),
    ):
        with pytest.raises(InvalidInput, match=complaint):
            client.remove_background(source, **options)
    assert sandbox.requests == []


def test_a_file_that_goes_away_is_not_paid_for(client: Any, sandbox: Sandbox) -> None:
    class Leaving(io.BytesIO):
        """A file that is there when it is measured, and gone when it is sent."""

        reads = 0

        def read(self, size: int | None = -1, /) -> bytes:
            self.reads += 1
            if self.reads > 1:
                raise OSError(errno.ESTALE, "Stale file handle")
            return super().read(size)

    with pytest.raises(UploadFailed, match="Nothing was bought") as caught:
        client.remove_background(Leaving(PHOTO.read_bytes()))
    assert caught.value.vendor == "acme"
    assert sandbox.requests == []


def test_the_vendors_own_codes_and_words_are_told(acme: ModuleType, client: Any, sandbox: Sandbox) -> None:
    sandbox.ledger.set_balance("acme", 1)
    with pytest.raises(InsufficientCredits, match="Insufficient credits") as poor:
        client.remove_background(PHOTO)
    assert (poor.value.code, poor.value.http_status) == ("no_credits", 402)
    settings = sandbox.settings("acme") | {"api_key": "sandbox-wrong"}
    with acme.Acme(**settings) as stranger, pytest.raises(AuthenticationError) as unknown:
        stranger.remove_background(PHOTO)
    assert unknown.value.code == "bad_key"
    sandbox.ledger.set_balance("acme", 100)
    impatient = client.with_options(retry=RetryPolicy(attempts=1))
    for kind, status, error in (("rate_limited", None, RateLimited), ("server_error", 500, OutcomeUnknown)):
        sandbox.faults.add(kind, "acme", "create_job", times=1, status=status)
        with pytest.raises(error, match="acme"):
            impatient.remove_background(PHOTO)
    with pytest.raises(TaskExpired):
        client.resume("j-1", operation="remove_background").result()


@pytest.mark.parametrize("code", ["unreadable", "unheard_of"])
def test_a_failed_task_says_why(client: Any, sandbox: Sandbox, code: str) -> None:
    sandbox.faults.add("task_failure", "acme", value=code)
    with pytest.raises(TaskFailed) as caught:
        client.remove_background(PHOTO).result()
    assert caught.value.code == code
    assert "The task was told to fail by a fault plan." in str(caught.value)


def test_the_command_line_has_it(safelight: Any, tmp_path: Path) -> None:
    done = safelight("acme", "remove-background", "photo.jpg", "-o", "out", "--sandbox", "--json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["vendor"] == "acme"
    assert picture((tmp_path / "work" / "out" / "photo.png").read_bytes()).mode == "RGBA"
    assert safelight("acme", "remove-background", "photo.jpg", "-o", "out", "--sandbox").returncode == 2
    assert "Operations of Acme." in safelight("--help").stdout
    described = safelight("acme", "remove-background", "--help").stdout
    assert "2 credits per image" in described
    assert "--format png|webp" in described
    assert "remove-background" in safelight("operations", "acme").stdout


def test_a_command_resumes_its_tokens(safelight: Any, sandbox: Sandbox, tmp_path: Path) -> None:
    variables = sandbox.environment()
    begun = safelight("acme", "remove-background", "photo.jpg", "--within", "0", "--json", **variables)
    token = json.loads(begun.stdout)["token"]
    done = safelight("resume", token, "-o", "out", **variables)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "work" / "out" / "photo.png").exists()
    assert sandbox.ledger.count("acme") == 1


def test_batches_have_it(safelight: Any, sandbox: Sandbox, tmp_path: Path) -> None:
    folder = tmp_path / "work" / "photos"
    folder.mkdir()
    for name in ("a", "b", "c"):
        (folder / f"{name}.jpg").write_bytes(PHOTO.read_bytes())
    command = ["batch", "run", "photos", "--vendor", "acme", "--operation", "remove-background", "-o", "out"]
    estimate = safelight(*command, "--dry-run", **sandbox.environment())
    assert "6 credits" in estimate.stdout or "credits: 6" in estimate.stdout, estimate.stdout
    done = safelight(*command, "--sandbox", **sandbox.environment())
    assert done.returncode == 0, done.stdout + done.stderr
    assert sorted(path.name for path in (tmp_path / "work" / "out").rglob("*.png")) == [
        "a.png",
        "b.png",
        "c.png",
    ]
    assert sandbox.ledger.spent("acme") == 6


def test_what_is_not_emulated_is_not_asked_for_real(
    safelight: Any, sandbox: Sandbox, places: list[Path], tmp_path: Path
) -> None:
    facts = next(places[0].glob("*.dist-info"))
    bare = tmp_path / "bare" / facts.name
    bare.mkdir(parents=True)
    (bare / "METADATA").write_text((facts / "METADATA").read_text("utf-8"), "utf-8")
    (bare / "entry_points.txt").write_text("[safelight.vendors]\nacme = acme\n", "utf-8")
    variables = {
        "PYTHONPATH": os.pathsep.join(map(str, [bare.parent, *places[1:]])),
        "ACME_API_KEY": "real",
        "ACME_BASE_URL": sandbox.base_url("acme"),
    }
    done = safelight("acme", "remove-background", "photo.jpg", "--sandbox", **variables)
    assert done.returncode == 2
    assert "the sandbox has no emulation of Acme" in done.stderr
    command = [
        "batch",
        "run",
        "photo.jpg",
        "--vendor",
        "acme",
        "--operation",
        "remove-background",
        "-o",
        "out",
    ]
    assert safelight(*command, "--sandbox", **variables).returncode == 1
    assert sandbox.requests == []


def test_base64_in_the_request_is_the_file(
    client: Any, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[Any] = []
    perform = client._http.send
    monkeypatch.setattr(
        client._http, "send", lambda request, *rest: sent.append(request) or perform(request, *rest)
    )
    client.remove_background(PHOTO)
    body = json.loads(sent[0].body.encoded)
    assert base64.b64decode(body["image"]) == PHOTO.read_bytes()
    assert set(body) == {"image"}


def test_users_tests_have_fixtures_of_its_clients(places: list[Path], tmp_path: Path) -> None:
    shutil.copy(PHOTO, tmp_path / "photo.jpg")
    (tmp_path / "test_users.py").write_text(
        "def test_it(safelight_acme, safelight_async_acme, safelight_sandbox):\n"
        "    assert safelight_acme.remove_background('photo.jpg').result().bytes()\n"
        "    assert type(safelight_async_acme).__name__ == 'AsyncAcme'\n"
        "    assert safelight_sandbox.ledger.spent('acme') == 2\n"
    )
    path = os.pathsep.join([*map(str, places), *filter(None, [os.environ.get("PYTHONPATH")])])
    call = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:schemathesis", "test_users.py"]
    done = subprocess.run(
        call,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
