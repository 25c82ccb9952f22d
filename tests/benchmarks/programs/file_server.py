"""A vendor and its storage for one program at a time: as cheap as Python can be, so that the client is measured.

    file_server.py FOLDER SIZE PARTS [CERTIFICATE]

It answers as much of Pilio and of S3 as an upload in parts and a download need. What comes is thrown away unread;
`FOLDER/file.png`, of SIZE bytes, is what is downloaded. Prints its port, and ends with its standard input.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import socket
import ssl
import sys
import threading
from pathlib import Path
from typing import Any

MEBIBYTE = 1024 * 1024
STARTED = '<?xml version="1.0"?><InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>'
JOINED = (
    '<?xml version="1.0"?><CompleteMultipartUploadResult><ETag>"e"</ETag></CompleteMultipartUploadResult>'
)


class Server:
    """Serves every connection on a thread of its own."""

    def __init__(self, folder: Path, size: int, parts: int, certificate: Path | None) -> None:
        self._file, self._size, self._parts = folder / "file.png", size, parts
        self._tls: ssl.SSLContext | None = None
        if certificate is not None:
            self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._tls.load_cert_chain(certificate)
        self._listening = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self._listening.getsockname()[1]
        self._url = f"{'https' if certificate else 'http'}://127.0.0.1:{self.port}"

    def serve(self) -> None:
        """Accept connections, for ever."""
        while True:
            connection, _ = self._listening.accept()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self._speak, args=(connection,), daemon=True).start()

    def _speak(self, connection: socket.socket) -> None:
        try:
            if self._tls is not None:
                connection = self._tls.wrap_socket(connection, server_side=True)
            buffer = bytearray(MEBIBYTE)
            with connection:
                while self._exchange(connection, buffer):
                    pass
        except OSError:
            pass

    def _exchange(self, connection: socket.socket, buffer: bytearray) -> bool:
        come = b""
        while b"\r\n\r\n" not in come:
            more = connection.recv(65536)
            if not more:
                return False
            come += more
        head, _, body = come.partition(b"\r\n\r\n")
        method, target, _ = head.partition(b"\r\n")[0].decode().split(" ")
        match = re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)
        left = (int(match[1]) if match else 0) - len(body)
        if re.search(rb"(?i)\r\nexpect:", head):
            connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        if method == "PUT":
            self._discard(connection, buffer, left)
            connection.sendall(b'HTTP/1.1 200 OK\r\netag: "part"\r\ncontent-length: 0\r\n\r\n')
        elif method == "GET" and target.startswith("/down/"):
            self._send_file(connection)
        else:
            while left > 0:
                body += (more := connection.recv(left))
                left -= len(more)
            answer = self._answer(method, target, body)
            connection.sendall(f"HTTP/1.1 200 OK\r\ncontent-length: {len(answer)}\r\n\r\n{answer}".encode())
        return True

    def _discard(self, connection: socket.socket, buffer: bytearray, left: int) -> None:
        # What is plain, the kernel throws away by itself.
        flags = 0 if self._tls else socket.MSG_TRUNC
        while left > 0:
            came = connection.recv_into(buffer, min(left, MEBIBYTE), flags)
            if not came:
                raise ConnectionResetError
            left -= came

    def _send_file(self, connection: socket.socket) -> None:
        head = f'HTTP/1.1 200 OK\r\ncontent-type: image/png\r\netag: W/"x"\r\ncontent-length: {self._size}\r\n\r\n'
        connection.sendall(head.encode())
        with self._file.open("rb") as file:
            if self._tls is None:
                at = 0
                while at < self._size:
                    at += os.sendfile(connection.fileno(), file.fileno(), at, self._size - at)
                return
            while chunk := file.read(MEBIBYTE):
                connection.sendall(chunk)

    def _answer(self, method: str, target: str, body: bytes) -> str:
        if method == "POST" and "uploads" in target and not target.startswith("/v"):
            return STARTED
        if method == "POST" and "uploadId" in target:
            return JOINED
        return json.dumps({"code": 200, "message": "ok", "data": self._data(target, body)})

    def _data(self, target: str, body: bytes) -> dict[str, Any]:
        if "batch-create" in target:
            (file,) = json.loads(body)["files"]
            urls = [f"{self._url}/up/{number}" for number in range(self._parts)]
            return {
                "items": [{"id": "file-1", "nanoid": file["nanoid"], "name": "a.png", "upload_urls": urls}]
            }
        if target.endswith("/result"):
            url = f"{self._url}/down/file.png"
            file = {"id": "f", "name": "file.png", "size": self._size, "download_url": url}
            return {"task_id": "task-1", "status": "Succeeded", "files": [file]}
        return {
            "task_id": "task-1" if target.endswith("/status") else secrets.token_hex(8),
            "status": "Succeeded",
        }


def main(folder: str, size: str, parts: str, certificate: str | None = None) -> None:
    """Serve until the standard input ends."""
    server = Server(Path(folder), int(size), int(parts), None if certificate is None else Path(certificate))
    threading.Thread(target=server.serve, daemon=True).start()
    print(server.port, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
