"""An S3 server that nobody here wrote, moto's, and what is needed to find it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import boto3
import s3fs
from moto.core import DEFAULT_ACCOUNT_ID
from moto.s3 import s3_backends
from moto.server import ThreadedMotoServer

CREDENTIALS = {
    "AWS_ACCESS_KEY_ID": "test",
    "AWS_SECRET_ACCESS_KEY": "test",
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_EC2_METADATA_DISABLED": "true",
}


class Storage:
    """Buckets, as another program sees them."""

    def __init__(self, client: Any) -> None:
        self.client = client

    def make(self, bucket: str, files: Mapping[str, bytes]) -> None:
        self.client.create_bucket(Bucket=bucket)
        for key, content in files.items():
            self.client.put_object(Bucket=bucket, Key=key, Body=content)

    def keys(self, bucket: str) -> list[str]:
        return sorted(
            found["Key"] for found in self.client.list_objects_v2(Bucket=bucket).get("Contents", [])
        )

    def read(self, bucket: str, key: str) -> bytes:
        return self.client.get_object(Bucket=bucket, Key=key)["Body"].read()

    def buckets(self) -> list[str]:
        return [found["Name"] for found in self.client.list_buckets()["Buckets"]]


@contextmanager
def s3_server() -> Iterator[str]:
    """Start a server; its address."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    try:
        yield f"http://{host}:{port}"
    finally:
        server.stop()


@contextmanager
def storage_at(url: str) -> Iterator[Storage]:
    """Empty storage, which this process and those that it starts find by their environment."""
    with patch.dict(os.environ, {**CREDENTIALS, "AWS_ENDPOINT_URL": url}):
        s3fs.S3FileSystem.clear_instance_cache()
        s3_backends[DEFAULT_ACCOUNT_ID]["aws"].reset()
        yield Storage(boto3.client("s3", endpoint_url=url))
        s3fs.S3FileSystem.clear_instance_cache()


@contextmanager
def counted() -> Iterator[Counter[str]]:
    """Count the calls that this process's s3fs makes, by their name."""
    calls: Counter[str] = Counter()
    call = s3fs.S3FileSystem._call_s3

    async def counting(system: s3fs.S3FileSystem, method: str, *arguments: Any, **named: Any) -> Any:
        calls[method] += 1
        return await call(system, method, *arguments, **named)

    with patch.object(s3fs.S3FileSystem, "_call_s3", counting):
        yield calls
