"""A fifth vendor needs a spec and some lines in a distribution of its own, and has all that the four have."""

import asyncio
import base64
import errno
import io
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
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
from support.waiting import HANG

pytestmark = pytest.mark.integration

PHOTO = Path(__file__).parents[1] / "data" / "astronaut.jpg"
PLUGIN = Path(__file__).parent / "acme"


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

        beginnings = 0

        def read(self, size: int | None = -1, /) -> bytes:
            self.beginnings += self.tell() == 0
            if self.beginnings > 2:  # its header and whether it is whole are read before
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
    assert "The task was told to fail by a fault plan" in str(caught.value)


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


def test_an_example_names_no_picture_where_none_is_taken(safelight: Any, install: Any) -> None:
    spec = (PLUGIN / "openapi.yaml").read_text("utf-8")
    assert "        methods:\n" in spec
    spec = spec.replace(
        "        methods:\n",
        "        methods:\n"
        "          paint: {stem: painting, makes: [{format: png}], parameters: {prompt: {required: true}, format: {required: true}}}\n",
    ).replace(
        "        format: {$ref",
        "        prompt: {type: string}\n        format: {$ref",
    )
    path = os.pathsep.join(map(str, install(spec)))
    described = safelight("acme", "paint", "--help", PYTHONPATH=path)
    assert described.returncode == 0, described.stderr
    assert "safelight --sandbox acme paint --prompt text --format webp -o out/" in described.stdout
    assert "SOURCE" not in described.stdout
    other = safelight("acme", "remove-background", "--help", PYTHONPATH=path)
    assert "safelight --sandbox acme remove-background photo.jpg -o out/" in other.stdout


def test_tests_have_clients_of_it(places: list[Path], tmp_path: Path) -> None:
    (tmp_path / "test_acme.py").write_text(
        "import asyncio\n"
        "def test_sync(safelight_acme, safelight_sandbox):\n"
        f"    assert safelight_acme.remove_background({str(PHOTO)!r}).result().bytes()\n"
        "    assert safelight_sandbox.ledger.count('acme') == 1\n"
        "def test_async(safelight_async_acme):\n"
        "    async def scenario():\n"
        "        async with safelight_async_acme as client:\n"
        f"            return await client.remove_background({str(PHOTO)!r})\n"
        "    assert asyncio.run(scenario()).token\n",
        "utf-8",
    )
    path = os.pathsep.join([*map(str, places), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)],
        env={**os.environ, "PYTHONPATH": path},
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        timeout=HANG,
        check=False,
    )
    assert "2 passed" in done.stdout, done.stdout + done.stderr


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


def test_base64_in_the_request_is_the_file(acme: ModuleType, sandbox: Sandbox) -> None:
    sent: list[httpx.Request] = []
    with (
        httpx.Client(event_hooks={"request": [sent.append]}) as http,
        acme.Acme(**sandbox.settings("acme"), http_client=http) as client,
    ):
        client.remove_background(PHOTO)
    body = json.loads(sent[0].content)
    assert base64.b64decode(body["image"]) == PHOTO.read_bytes()
    assert set(body) == {"image"}
