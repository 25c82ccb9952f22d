"""Network streams for httpcore that enforce the deadline of an exchange and behave the same, sync and async.

httpcore bounds each read and write, which a server that sends a byte now and then never exceeds. These streams also
enforce the deadline of the whole exchange. The async ones use the socket directly instead of an asyncio transport:
once a write fails, a transport drops data that has arrived, such as the server's early refusal of an upload, which
the sync stream still reads.
"""

from __future__ import annotations

import asyncio
import math
import os
import socket
import ssl
import time
from collections.abc import Awaitable, Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any, TypeAlias, TypeVar, cast

import httpcore

from safelight.core.http.addresses import look_up
from safelight.core.http.exchanges import bounded, connecting, in_use, note_sent
from safelight.core.http.messages import MEBIBYTE

T = TypeVar("T")
SocketOptions: TypeAlias = Iterable["httpcore.SOCKET_OPTION"] | None

PIECE = 262_144
"""The most bytes that one timeout of a write is for, unless they leave at once."""
TLS_RECORD = 65_536
"""The most bytes of TLS that are read at once."""
MOMENT = 0.25
"""Seconds that the beginning of a buffer waits for the rest of it."""
NEXT_ADDRESS = 2.0
"""Seconds after which the next address of a host is tried; the last one has all the time that is left."""


def _pieces(content: bytes) -> Iterator[memoryview]:
    view = memoryview(content)
    return (view[at : at + PIECE] for at in range(0, len(view), PIECE))


@contextmanager
def _sending(stream: Stream | AsyncSocket) -> Generator[None]:
    """Send a piece of a request. If the server has answered and stopped reading, make httpcore read the answer.

    It does so after a `WriteError`, but not after a `WriteTimeout`.
    """
    try:
        yield
    except httpcore.WriteTimeout as error:
        if stream.get_extra_info("is_readable"):
            raise httpcore.WriteError(str(error)) from None
        raise
    finally:
        note_sent()


def _shares(timeout: float | None, addresses: list[T]) -> Iterator[tuple[T, float | None]]:
    """Addresses to try, one after the other, each with its seconds."""
    ends = math.inf if timeout is None else time.monotonic() + timeout
    for number, address in enumerate(addresses, 1):
        left = max(0.001, ends - time.monotonic())
        share = left if number == len(addresses) else min(left / 2, NEXT_ADDRESS)
        yield address, None if share == math.inf else share


class Backend(httpcore.NetworkBackend):
    """Makes connections for threads."""

    def __init__(self) -> None:
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: SocketOptions = None,
    ) -> Stream:
        timeout = bounded(timeout, httpcore.ConnectTimeout)
        began = time.monotonic()
        with _mapped(httpcore.ConnectTimeout, httpcore.ConnectError):
            addresses = look_up(host, port, timeout)
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        left = None if timeout is None else timeout - (time.monotonic() - began)
        for address, seconds in _shares(left, addresses):
            try:
                return Stream(
                    self._sockets.connect_tcp(address, port, seconds, local_address, socket_options)
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure


class Stream(httpcore.NetworkStream):
    """A connection for threads."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream
        made = stream.get_extra_info("socket")
        direct = stream.get_extra_info("ssl_object") is getattr(made, "_sslobj", None)
        self._socket: socket.socket | None = made if direct else None  # and not TLS inside that of a proxy
        self._piece = PIECE

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        with in_use(self._shut_down):
            return self._stream.read(max_bytes, bounded(timeout, httpcore.ReadTimeout, reading=True))

    def fill(self, view: memoryview, timeout: float | None) -> int | None:
        """Read into a buffer until it is full or `MOMENT` is over; the bytes that came, or None where that cannot be."""
        if self._socket is None:
            return None
        with in_use(self._shut_down):
            with _mapped(httpcore.ReadTimeout, httpcore.ReadError):
                self._socket.settimeout(bounded(timeout, httpcore.ReadTimeout, reading=True))
                filled = count = self._socket.recv_into(view)
            ends = time.monotonic() + MOMENT
            with suppress(OSError):  # it comes again at the next call, once what came before it was taken
                self._socket.settimeout(MOMENT)
                while count and filled < len(view) and time.monotonic() < ends:
                    count = self._socket.recv_into(view[filled:])
                    filled += count
            return filled

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        left = memoryview(buffer)
        with in_use(self._shut_down):
            while left:
                with _sending(self), _mapped(httpcore.WriteTimeout, httpcore.WriteError):
                    left = left[self._send(left, bounded(timeout, httpcore.WriteTimeout)) :]

    def _send(self, left: memoryview, seconds: float | None) -> int:
        """Send the next piece, larger ones where they leave at once; the bytes that left."""
        piece = left[: self._piece]
        if self._socket is None:
            # It takes whatever a socket sends, and hands it on.
            self._stream.write(cast("bytes", piece), seconds)
            return len(piece)
        began = time.monotonic()
        if self._socket.gettimeout() != seconds:  # to set one lets other threads go first
            self._socket.settimeout(seconds)
        count = self._socket.send(piece)
        self._piece = MEBIBYTE if time.monotonic() - began < MOMENT else PIECE
        return count

    def _shut_down(self) -> None:
        made = self._stream.get_extra_info("socket")
        with suppress(OSError):
            # Not that of `ssl`, which another thread may be inside of.
            socket.socket.shutdown(made, socket.SHUT_RDWR)

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> Stream:
        connecting()
        try:
            seconds = bounded(timeout, httpcore.ConnectTimeout)
            return Stream(self._stream.start_tls(ssl_context, server_hostname, seconds))
        except BaseException:  # httpcore forgets the stream
            self.close()
            raise

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class AsyncBackend(httpcore.AsyncNetworkBackend):
    """Makes connections for an event loop of asyncio; takes no local address and no options, for nobody gives any."""

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: SocketOptions = None,
    ) -> AsyncSocket:
        loop = asyncio.get_running_loop()
        with _mapped(httpcore.ConnectTimeout, httpcore.ConnectError):
            async with asyncio.timeout(bounded(timeout, httpcore.ConnectTimeout)):
                try:
                    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
                except UnicodeError as error:
                    raise httpcore.ConnectError(str(error)) from error
                failure: Exception = httpcore.ConnectError(f"{host} has no address")
                for (family, kind, protocol, _, address), seconds in _shares(timeout, found):
                    made = socket.socket(family, kind, protocol)
                    try:
                        made.settimeout(0)
                        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                        async with asyncio.timeout(seconds):
                            await loop.sock_connect(made, address)
                    except OSError as error:  # a timeout is one
                        made.close()
                        # In the system's words, as for threads; those of asyncio name the address.
                        failure = OSError(error.errno, os.strerror(error.errno)) if error.errno else error
                    except BaseException:
                        made.close()
                        raise
                    else:
                        return AsyncSocket(made)
                raise failure


class AsyncSocket(httpcore.AsyncNetworkStream):
    """A connection for an event loop."""

    def __init__(self, made: socket.socket) -> None:
        self._socket = made
        self._in_use = 0
        self._closed = False

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        seconds = bounded(timeout, httpcore.ReadTimeout, reading=True)
        with _mapped(httpcore.ReadTimeout, httpcore.ReadError):
            return await self._use(seconds, lambda loop: loop.sock_recv(self._socket, max_bytes))

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for piece in _pieces(buffer):
            with _sending(self), _mapped(httpcore.WriteTimeout, httpcore.WriteError):
                seconds = bounded(timeout, httpcore.WriteTimeout)
                await self._use(seconds, partial(self._send, piece))

    def _send(self, piece: memoryview, loop: asyncio.AbstractEventLoop) -> Awaitable[None]:
        return loop.sock_sendall(self._socket, piece)

    async def _use(
        self, seconds: float | None, call: Callable[[asyncio.AbstractEventLoop], Awaitable[T]]
    ) -> T:
        if self._closed:
            raise OSError("the connection is closed")
        self._in_use += 1
        try:
            async with asyncio.timeout(seconds):
                return await call(asyncio.get_running_loop())
        finally:
            self._in_use -= 1
            self._close_if_unused()

    async def aclose(self) -> None:
        if not self._closed:
            self._closed = True
            # The loop may still watch the socket for another task, which this wakes; its number must not be
            # given to another one before that.
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)
            self._close_if_unused()

    def _close_if_unused(self) -> None:
        if self._closed and not self._in_use:
            self._socket.close()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> AsyncTls:
        return await AsyncTls.over(self, ssl_context, server_hostname, timeout)

    def get_extra_info(self, info: str) -> Any:
        match info:
            case "is_readable":
                return self._is_readable()
            case "socket":
                return self._socket
            case "server_addr":
                return self._socket.getpeername()
            case _:
                return None

    def _is_readable(self) -> bool:
        """Whether something has come, be it the end of the connection."""
        try:
            self._socket.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True


class AsyncTls(httpcore.AsyncNetworkStream):
    """TLS over another stream; that may be TLS too, to an HTTPS proxy."""

    def __init__(
        self, under: httpcore.AsyncNetworkStream, ssl_context: ssl.SSLContext, server_hostname: str | None
    ) -> None:
        self._under = under
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = ssl_context.wrap_bio(self._incoming, self._outgoing, server_hostname=server_hostname)
        self._flushing = asyncio.Lock()

    @classmethod
    async def over(
        cls,
        under: httpcore.AsyncNetworkStream,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None,
        timeout: float | None,
    ) -> AsyncTls:
        """Agree on TLS, or close the stream."""
        try:
            made = cls(under, ssl_context, server_hostname)
            with _mapped(httpcore.ConnectTimeout, httpcore.ConnectError):
                try:
                    async with asyncio.timeout(bounded(timeout, httpcore.ConnectTimeout)):
                        await made._perform(made._tls.do_handshake, None)
                except httpcore.TimeoutException as error:
                    raise TimeoutError(str(error)) from error
                except httpcore.NetworkError as error:
                    raise OSError(str(error)) from error
        except BaseException:
            await under.aclose()
            raise
        return made

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        with _mapped(httpcore.ReadTimeout, httpcore.ReadError):
            try:
                return await self._perform(partial(self._tls.read, max_bytes), timeout)
            except ssl.SSLEOFError:  # it hung up without a word, as many do
                return b""

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        with _mapped(httpcore.WriteTimeout, httpcore.WriteError):
            for piece in _pieces(buffer):
                left = piece
                while left:
                    left = left[await self._perform(partial(self._tls.write, left), timeout) :]

    async def _perform(self, call: Callable[[], T], timeout: float | None) -> T:
        """Call something of `ssl` as often as it needs to, and carry what it sends and wants to receive."""
        while True:
            try:
                result = call()
            except ssl.SSLWantReadError:
                await self._flush(timeout)
                received = await self._under.read(TLS_RECORD, timeout)
                if received:
                    self._incoming.write(received)
                else:
                    self._incoming.write_eof()
            else:
                await self._flush(timeout)
                return result

    async def _flush(self, timeout: float | None) -> None:
        async with self._flushing:
            if waiting := self._outgoing.read():
                await self._under.write(waiting, timeout)

    async def aclose(self) -> None:
        await self._under.aclose()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> AsyncTls:
        return await AsyncTls.over(self, ssl_context, server_hostname, timeout)

    def get_extra_info(self, info: str) -> Any:
        if info == "ssl_object":
            return self._tls
        if info == "is_readable" and (self._incoming.pending or self._tls.pending()):
            return True
        return self._under.get_extra_info(info)


@contextmanager
def _mapped(late: type[Exception], failed: type[Exception]) -> Generator[None]:
    """Raise what httpcore raises in place of what sockets do."""
    try:
        yield
    except TimeoutError as error:
        raise late(str(error) or "timed out") from error
    except OSError as error:
        raise failed(str(error)) from error
