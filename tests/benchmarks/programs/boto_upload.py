"""An upload in parts with boto3, tuned: no signatures, no checksums, several threads. Prints its seconds.

boto_upload.py URL FOLDER PART_BYTES
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import boto3
from boto3.s3.transfer import TransferConfig
from botocore import UNSIGNED
from botocore.config import Config


def main(url: str, folder: str, part: str) -> None:
    """Upload `FOLDER/file.png`."""
    config = Config(
        signature_version=UNSIGNED,
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        s3={"addressing_style": "path"},
        max_pool_connections=16,
    )
    client = boto3.client("s3", endpoint_url=url, region_name="us-east-1", config=config)
    tuned = TransferConfig(
        multipart_chunksize=int(part),
        max_concurrency=4,
        io_chunksize=1024 * 1024,
        preferred_transfer_client="classic",
    )
    began = time.perf_counter()
    client.upload_file(str(Path(folder) / "file.png"), "bucket", "up/file", Config=tuned)
    print(time.perf_counter() - began)


if __name__ == "__main__":
    main(*sys.argv[1:])
