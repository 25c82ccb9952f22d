"""Print the processor seconds that one answer takes to decode, with 50 files of 20 fields each.

python decode.py PACKAGES ours|raw|generated; `pilio_api` is taken from the folder PACKAGES.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from functools import cache, partial

ROUNDS = 400
SECRET = "key-4711-4711-4711-4711"
FIELDS = ("id", "name", "type", "size", "download_url", *(f"more_{number}" for number in range(15)))


def answer() -> bytes:
    """What the vendor says of a finished task; one field of every file is in no schema."""
    files: list[dict[str, object]] = []
    for number in range(50):
        file: dict[str, object] = dict.fromkeys(FIELDS, f"value {number}")
        url = (
            f"https://storage.test/results/photo-{number}.png?X-Amz-Expires=86400&X-Amz-Signature={'a' * 64}"
        )
        file |= {"name": f"photo-{number}.png", "type": "png", "size": 100_000 + number, "download_url": url}
        files.append({**file, "unknown": number})
    data = {"task_id": "task_1", "status": "Succeeded", "error_type": None, "files": files, "zip_file": None}
    return json.dumps({"code": 200, "message": "success", "data": data}).encode()


def ours(content: bytes, *, with_raw: bool = False) -> Callable[[], object]:
    """What a result is made of: from the bytes through the envelope to its files, and with `with_raw` to its model."""
    from safelight.core.api.endpoints import Endpoints
    from safelight.core.api.envelope import open_envelope
    from safelight.core.base.facts import load
    from safelight.core.http.messages import Reply
    from safelight.core.plans import result_files

    facts = load("pilio_api")
    endpoints = Endpoints(facts, {})
    reply = Reply(200, {"content-type": "application/json"}, content)

    def decode() -> object:
        opened = open_envelope(facts, reply, (SECRET,))
        read = cache(partial(endpoints.read_named, "TaskResult", opened["data"]))  # type: ignore[arg-type]  # an object
        if with_raw:
            read()
        return read, tuple(result_files(facts.result, opened, 1.0, (SECRET,)))

    return decode


def generated(content: bytes) -> Callable[[], object]:
    """From the bytes to the model of the plain generator."""
    from pilio_api.models.task_result import TaskResult

    return lambda: TaskResult.from_dict(json.loads(content)["data"])


def main() -> None:
    """Decode the same answer again and again."""
    sys.path.insert(0, sys.argv[1])
    decode: Callable[[], object]
    if sys.argv[2] == "generated":
        decode = generated(answer())
    else:
        decode = ours(answer(), with_raw=sys.argv[2] == "raw")
    decode()
    began = time.process_time()
    for _ in range(ROUNDS):
        decode()
    print((time.process_time() - began) / ROUNDS)


if __name__ == "__main__":
    main()
