"""Uploads to an S3 server that nobody here wrote: moto's, with URLs presigned by boto3."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.config import Config
from moto.server import ThreadedMotoServer
from safelight import Pilio, UploadFailed
from safelight.core.flow.effects import Flow
from safelight.core.transfers.prepared import Prepared
from safelight.core.transfers.slots import Slot
from safelight.core.transfers.sources import prepare
from safelight.core.transfers.uploads import Sent, use_files
from support.clients import api_of, run
from support.uploaded import themselves

pytestmark = pytest.mark.integration

BUCKET = "uploads"
MEBIBYTE = 1024 * 1024


@pytest.fixture(scope="module")
def s3() -> Iterator[Any]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    client = boto3.client(
        "s3",
        endpoint_url=f"http://{host}:{port}",
        aws_access_key_id="test",
        aws_secret_access_key="test",
        region_name="us-east-1",
        config=Config(signature_version="s3v4"),
    )
    client.create_bucket(Bucket=BUCKET)
    yield client
    server.stop()


@pytest.fixture
def pilio() -> Iterator[Pilio]:
    with Pilio(api_key="key", base_url="http://127.0.0.1:9") as client:
        yield client


def send(pilio: Pilio, file: Prepared, slot: Slot) -> list[Sent]:
    finished: list[Sent] = []

    def ask(_: Sequence[Prepared]) -> Flow[list[Slot]]:
        return [slot]
        yield

    def finish(_file: Prepared, _slot: Slot, sent: Sent) -> Flow[None]:
        finished.append(sent)
        return
        yield

    assert run(pilio, use_files(api_of(pilio), "", [file], ask, finish, themselves)) == [slot.id]
    return finished


def test_one_presigned_put(s3: Any, pilio: Pilio, tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(300_000))
    url = s3.generate_presigned_url(
        "put_object", Params={"Bucket": BUCKET, "Key": "one", "ContentType": "image/png"}
    )
    send(pilio, prepare(path), Slot("one", (url,), content_type="image/png"))
    stored = s3.get_object(Bucket=BUCKET, Key="one")
    assert stored["Body"].read() == path.read_bytes()
    assert stored["ContentType"] == "image/png"


def test_parts_arrive_in_order_and_their_etags_complete_the_upload(
    s3: Any, pilio: Pilio, tmp_path: Path
) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF-" + os.urandom(12 * MEBIBYTE))
    upload = s3.create_multipart_upload(Bucket=BUCKET, Key="many")["UploadId"]
    urls = tuple(
        s3.generate_presigned_url(
            "upload_part", Params={"Bucket": BUCKET, "Key": "many", "UploadId": upload, "PartNumber": number}
        )
        for number in (1, 2, 3)
    )
    (sent,) = send(pilio, prepare(path), Slot("many", urls, in_parts=True))
    assert all(etag.startswith('"') and etag.endswith('"') for etag in sent.etags), "quotes belong to an ETag"
    parts = [{"PartNumber": number, "ETag": etag} for number, etag in enumerate(sent.etags, 1)]
    s3.complete_multipart_upload(Bucket=BUCKET, Key="many", UploadId=upload, MultipartUpload={"Parts": parts})
    stored = s3.get_object(Bucket=BUCKET, Key="many")["Body"].read()
    assert hashlib.sha256(stored).digest() == hashlib.sha256(path.read_bytes()).digest()


def test_an_upload_that_the_store_does_not_know_fails(s3: Any, pilio: Pilio, tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(1000))
    url = s3.generate_presigned_url(
        "upload_part", Params={"Bucket": BUCKET, "Key": "gone", "UploadId": "unknown", "PartNumber": 1}
    )
    with pytest.raises(UploadFailed, match="Nothing was bought"):
        send(pilio, prepare(path), Slot("gone", (url,), in_parts=True))
