"""The steps of each vendor, in plain HTTP, for tests that look at one of them."""

import base64
import importlib
import io
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from PIL import Image, ImageDraw, ImageFont
from pydantic import TypeAdapter
from safelight.sandbox import Sandbox
from support.waiting import until

DATA = Path(__file__).parents[1] / "data"
NANOID = "V1StGXR8_Z5jdHi6B-myT"
# An edit by Claid that changes nothing; one that asks for nothing is refused.
NO_CHANGE = {"privacy": {"identity_crop": False}}
Headers = Mapping[str, str]


def pilio_announce(
    http: httpx.Client,
    sandbox: Sandbox,
    key: Headers,
    *,
    size: int,
    mode: str = "simple",
    name: str = "a.jpg",
) -> dict[str, Any]:
    """Announce one file and return its record."""
    file = {"nanoid": NANOID, "name": name, "type": name.rpartition(".")[2], "size": size}
    answer = http.post(
        f"{sandbox.base_url('pilio')}/v1/files/batch-create",
        headers=key,
        json={"files": [file], "upload_mode": mode},
    )
    assert answer.status_code == 200, answer.text
    return answer.json()["data"]["items"][0]


def pilio_upload(
    http: httpx.Client, sandbox: Sandbox, key: Headers, data: bytes, *, name: str = "a.jpg"
) -> str:
    """Upload a file in one piece and return its id."""
    item = pilio_announce(http, sandbox, key, size=len(data), name=name)
    assert http.put(item["upload_url"], content=data).status_code == 200
    return item["id"]


def pilio_create(
    http: httpx.Client, sandbox: Sandbox, key: Headers, path: str, body: dict[str, Any]
) -> httpx.Response:
    """Create a task."""
    return http.post(f"{sandbox.base_url('pilio')}{path}", headers=key, json=body)


def pilio_result(http: httpx.Client, sandbox: Sandbox, key: Headers, task_id: str) -> dict[str, Any]:
    """Poll a task until it is over and return its result."""
    base = f"{sandbox.base_url('pilio')}/v1/tasks/{task_id}"
    until(lambda: http.get(f"{base}/status", headers=key).json()["data"]["status"] in {"Succeeded", "Failed"})
    return http.get(f"{base}/result", headers=key).json()["data"]


def perfect_upload(
    http: httpx.Client, sandbox: Sandbox, key: Headers, slug: str, data: bytes, kind: str = "image/jpeg"
) -> str:
    """Upload a file for a feature and return its id."""
    answer = http.post(
        f"{sandbox.base_url('perfect')}/s2s/v1.0/file/{slug}",
        headers=key,
        json={"files": [{"content_type": kind, "file_name": "a.jpg"}]},
    )
    assert answer.status_code == 200, answer.text
    file = answer.json()["result"]["files"][0]
    upload = file["requests"][0]
    assert (
        http.request(upload["method"], upload["url"], content=data, headers=upload["headers"]).status_code
        == 200
    )
    return file["file_id"]


def perfect_run(
    http: httpx.Client, sandbox: Sandbox, key: Headers, slug: str, body: dict[str, Any]
) -> httpx.Response:
    """Create a task."""
    return http.post(f"{sandbox.base_url('perfect')}/s2s/v1.0/task/{slug}", headers=key, json=body)


def perfect_status(
    http: httpx.Client, sandbox: Sandbox, key: Headers, slug: str, task_id: str
) -> httpx.Response:
    """Ask for a task's status."""
    return http.get(
        f"{sandbox.base_url('perfect')}/s2s/v1.0/task/{slug}", headers=key, params={"task_id": task_id}
    )


def perfect_result(
    http: httpx.Client, sandbox: Sandbox, key: Headers, slug: str, task_id: str
) -> dict[str, Any]:
    """Poll a task until it is over and return the last answer's result."""

    def result() -> dict[str, Any]:
        return perfect_status(http, sandbox, key, slug, task_id).json()["result"]

    until(lambda: result()["status"] != "running")
    return result()


def sod_body(file_id: str, request_id: int = 1) -> dict[str, Any]:
    """Return the body of a background removal."""
    return {
        "request_id": request_id,
        "payload": {"file_sets": {"src_ids": [file_id]}, "actions": [{"id": 0}], "output_ext": "png"},
    }


def facts(vendor: str) -> dict:
    return importlib.import_module(f"{vendor}_api.facts").OPERATIONS


def check(vendor: str, operation: str, answer: httpx.Response) -> dict:
    """Check an answer against the schema of its operation."""
    assert answer.status_code == 200, answer.text
    models = importlib.import_module(f"{vendor}_api.server_models")
    model = getattr(models, facts(vendor)[operation]["response_schema"])
    TypeAdapter(model).validate_json(answer.content, strict=True)
    return answer.json()


def image_at(http: httpx.Client, url: str) -> Image.Image:
    answer = http.get(url)
    assert answer.status_code == 200
    return Image.open(io.BytesIO(answer.content))


def watermarked(photo: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(photo)).convert("RGB")
    canvas = ImageDraw.Draw(image, "RGBA")
    canvas.text((150, 20), "SAMPLE", font=ImageFont.load_default(44), fill=(255, 255, 255, 190))
    return image


def as_png(image: Image.Image) -> bytes:
    target = io.BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


def exchange(sandbox: Sandbox, client_id: str | None = None) -> dict[str, str]:
    """Return the body of the token exchange."""
    client_id = client_id or sandbox.api_key("perfect")
    key = serialization.load_der_public_key(base64.b64decode(sandbox.secret_key))
    assert isinstance(key, rsa.RSAPublicKey)
    plain = f"client_id={client_id}&timestamp={int(time.time() * 1000)}".encode()
    return {
        "client_id": client_id,
        "id_token": base64.b64encode(key.encrypt(plain, padding.PKCS1v15())).decode(),
    }
