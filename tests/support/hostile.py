"""A real HTTP/1.1 server on loopback that does what it is told: reset, truncate, stall, drip, lie."""

import re
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterable, Mapping
from typing import Self, TypeAlias

import attrs
from safelight.core.http.messages import Reply

from support.scripted import Answer, Download, Sent
from support.waiting import HANG, until


@attrs.frozen
class Reset:
    """Break the connection so that the other side gets ECONNRESET."""


@attrs.frozen
class Close:
    """Close the connection in good order."""


@attrs.frozen
class Pause:
    """Let time pass, unless the test is over."""

    seconds: float


Action: TypeAlias = bytes | Reset | Close | Pause
Behaviour: TypeAlias = Iterable[Action] | Answer


class HostileServer:
    """Serves every connection on a thread of its own.

    Args:
        behave: What to do with a request, once it has come whole.
        early: What to do once only its head has come; None to read on.
        tls: Speak TLS.
    """

    def __init__(
        self,
        behave: Callable[[Sent], Behaviour],
        early: Callable[[Sent], Behaviour | None] = lambda _: None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.seen: list[Sent] = []
        self.connections = 0
        self.open = 0
        self.received = 0
        self._behave = behave
        self._early = early
        self._tls = tls
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._listening = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self._listening.getsockname()[1]}"
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._listening.close()

    def _accept(self) -> None:
        while not self._over.is_set():
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            with self._lock:
                self.connections += 1
                self.open += 1
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            if self._tls is not None:
                connection = self._tls.wrap_socket(connection, server_side=True)
            with connection:
                connection.settimeout(HANG)
                reader = connection.makefile("rb")
                while not self._over.is_set() and self._exchange(connection, reader):
                    pass
        except OSError:
            pass
        finally:
            with self._lock:
                self.open -= 1

    def _exchange(self, connection: socket.socket, reader) -> bool:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            line = reader.readline()
            if not line:
                return False
            head += line
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ")
        headers = dict(re.split(r":\s*", line, maxsplit=1) for line in lines if line)
        headers = {name.lower(): value for name, value in headers.items()}
        length = int(headers.get("content-length", 0))
        sent = Sent(method, self.url + target, (), headers, b"")
        behaviour = self._early(sent)
        if behaviour is None:
            sent = attrs.evolve(sent, body=self._read(reader, length))
        with self._lock:
            self.seen.append(sent)
            if behaviour is None:
                behaviour = self._behave(sent)
        actions = wire(behaviour) if isinstance(behaviour, Reply | Download | BaseException) else behaviour
        return all(self._act(connection, action) for action in actions)

    def _read(self, reader, length: int) -> bytes:
        body = bytearray()
        while len(body) < length:
            chunk = reader.read1(min(65536, length - len(body)))
            if not chunk:
                raise ConnectionResetError
            body += chunk
            self.received += len(chunk)
        return bytes(body)

    def _act(self, connection: socket.socket, action: Action) -> bool:
        match action:
            case bytes():
                connection.sendall(action)
            case Pause():
                self._over.wait(action.seconds)
            case Close():
                connection.shutdown(socket.SHUT_RDWR)
                return False
            case Reset():
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                connection.close()
                return False
            case _:
                raise TypeError(action)
        return True

    def wait_until_asked(self) -> None:
        """Wait for the first request."""
        until(lambda: bool(self.seen))

    def wait_until_idle(self) -> None:
        """End all pauses, and wait until every connection is closed."""
        self._over.set()
        until(lambda: self.open == 0)


def http(status: int, body: bytes = b"", headers: Mapping[str, str] | None = None) -> bytes:
    """An answer as it travels; give a content-length of your own to lie."""
    names = {
        "content-length": str(len(body)),
        **{key.lower(): value for key, value in (headers or {}).items()},
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in names.items() if value != "absent")
    return f"HTTP/1.1 {status} X\r\n{lines}\r\n".encode("latin-1") + body


def wire(answer: Answer) -> list[Action]:
    """A scripted answer, on a real connection."""
    match answer:
        case Reply():
            return [http(answer.status, answer.content, answer.headers)]
        case Download():
            content = b"".join(answer.chunks)
            end: list[Action] = [] if answer.failure is None else [Reset()]
            return [http(answer.status, content, answer.headers), *end]
        case _:
            return [Reset()]
