"""HTTP without sockets: a function answers, and everything that was sent is remembered."""

import asyncio
import json
import re
import threading
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import TypeAlias

import attrs
from safelight.core.http.messages import Reply, Request, Sink, TransportFailure


@attrs.frozen
class Sent:
    """One request as it went out."""

    method: str
    url: str
    params: tuple[tuple[str, str], ...]
    headers: Mapping[str, str] = attrs.field(eq=False)
    body: bytes

    @property
    def json(self) -> dict[str, object]:
        return json.loads(self.body)

    @property
    def path(self) -> str:
        return re.sub(r"^https?://[^/]+", "", self.url)

    def masked(self) -> tuple[str, str, tuple[tuple[str, str], ...], bytes]:
        """The request without what is drawn at random."""
        if len(self.body) > 65_536:
            return self.method, self.url, self.params, sha256(self.body).digest()
        body = re.sub(rb'("nanoid":|"request_id":|"id_token":)("[^"]*"|\d+)', rb"\1*", self.body)
        body = re.sub(rb"[0-9a-f]{48}", b"boundary", body)
        return self.method, self.url, self.params, body


@attrs.frozen
class Download:
    """A streamed answer: chunks, and how the connection ended."""

    status: int
    headers: Mapping[str, str] = attrs.field(factory=dict[str, str])
    chunks: tuple[bytes, ...] = ()
    failure: TransportFailure | None = None


Answer: TypeAlias = Reply | Download | BaseException
Answering: TypeAlias = Callable[[Sent], Answer]


def reply(status: int, content: object = None, **headers: str) -> Reply:
    """A JSON answer; bytes are sent as they are."""
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status, {"content-type": "application/json", **names}, body)


def lost(*, sent: bool = True) -> TransportFailure:
    """A connection that broke, before or after the request went out."""
    return TransportFailure("connection reset by peer", sent=sent)


class Script:
    """Remembers requests and asks a function for their answers."""

    def __init__(self, answer: Answering) -> None:
        self.sent: list[Sent] = []
        self._answer = answer
        self._lock = threading.Lock()

    def reply(self, request: Request) -> Reply:
        answer = self._next(request)
        assert isinstance(answer, Reply), answer
        return answer

    def download(self, request: Request, sink: Sink) -> Reply:
        answer = self._next(request)
        assert isinstance(answer, Download), answer
        received, failure = 0, answer.failure
        if answer.status not in (200, 206):
            return Reply(answer.status, answer.headers, b"".join(answer.chunks), failure=failure)
        try:
            sink.open(answer.status, answer.headers)
            for chunk in answer.chunks:
                sink.write(chunk)
                received += len(chunk)
        except TransportFailure as refused:
            failure = refused
        return Reply(answer.status, answer.headers, received=received, failure=failure)

    def _next(self, request: Request) -> Answer:
        body = b"".join(request.body.chunks()) if request.body else b""
        if request.body is not None:
            assert request.body.length == len(body)
        sent = Sent(
            request.method,
            request.url,
            tuple(sorted(request.params.items())),
            {name.lower(): value for name, value in request.headers.items()},
            body,
        )
        with self._lock:
            self.sent.append(sent)
            answer = self._answer(sent)
        if isinstance(answer, BaseException):
            raise answer
        return answer


@attrs.frozen
class ScriptedHttp:
    """For a `SyncDriver`."""

    script: Script

    def send(self, request: Request, sink: Sink | None = None) -> Reply:
        return self.script.reply(request) if sink is None else self.script.download(request, sink)

    def close(self) -> None:
        pass


@attrs.frozen
class AsyncScriptedHttp:
    """For an `AsyncDriver`."""

    script: Script

    async def send(self, request: Request, sink: Sink | None = None) -> Reply:
        await asyncio.sleep(0)
        return self.script.reply(request) if sink is None else self.script.download(request, sink)

    async def close(self) -> None:
        pass
