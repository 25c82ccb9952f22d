"""A vendor whose every task is at work: the least server there can be, so that its time is not what is measured.

    python status_server.py

Prints its port, and serves until its standard input ends. `GET /connections` tells how many were made, and forgets them.
"""

from __future__ import annotations

import asyncio
import json
import sys

STATUS = json.dumps(
    {
        "code": 200,
        "message": "success",
        "data": {
            "task_id": "task_1",
            "status": "Processing",
            "progress": 42,
            "error_code": "",
            "failed_reason": "",
            "update_at": 1_780_000_000,
        },
    }
).encode()
HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ndate: Fri, 27 Nov 2026 12:00:00 GMT\r\nserver: least\r\n"
connections = 0


def answer(content: bytes) -> bytes:
    """A whole answer; its connection is kept."""
    return HEAD + b"content-length: %d\r\n\r\n" % len(content) + content


STATUS_ANSWER = answer(STATUS)


class Serving(asyncio.Protocol):
    """One connection; requests have no body."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        global connections  # noqa: PLW0603 - the one thing that this program counts
        connections += 1
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._received = b""

    def data_received(self, data: bytes) -> None:
        global connections  # noqa: PLW0603
        self._received += data
        while b"\r\n\r\n" in self._received:
            head, _, self._received = self._received.partition(b"\r\n\r\n")
            if head.startswith(b"GET /connections "):
                self._transport.write(answer(str(connections - 1).encode()))
                connections = 0
            else:
                self._transport.write(STATUS_ANSWER)


async def main() -> None:
    """Serve until standard input ends."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Serving, "127.0.0.1", 0, backlog=4096)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main())
