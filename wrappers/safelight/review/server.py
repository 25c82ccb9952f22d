"""Serves the page on this machine only: to the owner of the address's token, under this machine's own names."""

from __future__ import annotations

import json
import logging
import secrets
import sys
from collections.abc import Callable, Mapping
from hmac import compare_digest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from typing import cast
from urllib.parse import parse_qsl, urlsplit

from sqlalchemy.exc import SQLAlchemyError

from safelight.errors import ConfigurationError, SafelightError
from safelight.review.answers import Answers, whole
from safelight.review.pictures import picture_of

LOGGER = logging.getLogger("safelight.review")
HOST = "127.0.0.1"
LARGEST_BODY = 256 * 1024
SECONDS = 30.0
"""Without a request for so long, a connection is closed."""
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
FILES = {
    "": ("index.html", "text/html; charset=utf-8"),
    "style.css": ("style.css", "text/css; charset=utf-8"),
    "script.js": ("script.js", "text/javascript; charset=utf-8"),
}


class Server(ThreadingHTTPServer):
    """The review of a batch at an address of this machine that nobody can guess.

    Args:
        answers: Knows the batch.
        port: Where to listen; 0 takes a free one.

    Raises:
        ConfigurationError: The port is taken.
    """

    daemon_threads = True
    block_on_close = False  # a browser keeps connections open

    def __init__(self, answers: Answers, port: int = 0) -> None:
        self.answers = answers
        self.token = secrets.token_urlsafe(24)
        try:
            super().__init__((HOST, port), _Handler)
        except OSError as error:
            raise ConfigurationError(
                f"cannot listen on port {port}: {error.strerror}. Choose another --port, or leave it out",
                field="port",
            ) from None
        self.hosts = (f"{HOST}:{self.server_port}", f"localhost:{self.server_port}")

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep quiet where a browser hangs up, as it does when pictures are passed by quickly."""
        LOGGER.debug("a request failed: %r", sys.exception())

    @property
    def url(self) -> str:
        """The page's address. Whoever has it can see the pictures and decide."""
        return f"http://{HOST}:{self.server_port}/{self.token}/"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = SECONDS
    server_version = "safelight"
    sys_version = ""

    def do_GET(self) -> None:
        """Give the page, its files, items and pictures."""
        self._answer(self._get)

    def do_POST(self) -> None:
        """Take a decision."""
        self._answer(self._post)

    def log_message(self, format: str, *args: object) -> None:
        """Keep requests out of the terminal, for their addresses hold the token."""

    @property
    def _owner(self) -> Server:
        return cast("Server", self.server)

    def _answer(self, act: Callable[[str, dict[str, str]], None]) -> None:
        split = urlsplit(self.path)
        token, _, path = split.path.removeprefix("/").partition("/")
        origin = self.headers.get("Origin")
        if self.headers.get("Host") not in self._owner.hosts:  # a name that somebody made lead here
            self._refuse(403, "this page is served to this machine alone")
        elif origin is not None and origin.removeprefix("http://") not in self._owner.hosts:
            self._refuse(403, "another site asks")
        elif not compare_digest(token.encode(), self._owner.token.encode()):
            self._refuse(404, "the address is not complete: open the one that the command printed")
        else:
            try:
                act(path, dict(parse_qsl(split.query)))
            except SafelightError as error:
                self._refuse(400, error.message)
            except SQLAlchemyError as error:
                LOGGER.debug("the database failed", exc_info=True)
                self._refuse(503, f"the database could not be used: {type(error).__name__}")

    def _get(self, path: str, asked: dict[str, str]) -> None:
        answers = self._owner.answers
        if path in FILES:
            name, kind = FILES[path]
            self._send(kind, resources.files("safelight.review").joinpath("page", name).read_bytes())
        elif path == "items":
            self._json(answers.items(asked.get("after", "")))
        elif path == "counts":
            self._json(answers.counts())
        elif path == "form":
            self._json(answers.form(asked))
        elif path == "picture":
            self._picture(asked)
        else:
            self._refuse(404, "there is no such page")

    def _picture(self, asked: Mapping[str, str]) -> None:
        place, side = (whole(asked.get(name, "0")) for name in ("place", "side"))
        if place is None or not side:
            self._refuse(400, "place and side are numbers")
            return
        which = "before" if asked.get("which") == "before" else "after"
        address = self._owner.answers.address(asked.get("item", ""), which, place)
        picture = picture_of(address, side)
        if picture is None:
            self._refuse(404, "there is no picture that can be shown")
        else:
            self._send(*picture, cache="private, max-age=600")

    def _post(self, path: str, _asked: dict[str, str]) -> None:
        length = whole(self.headers.get("Content-Length", ""))
        if self.headers.get_content_type() != "application/json":
            self._refuse(415, "send JSON")
            return
        if length is None or length > LARGEST_BODY:
            self._refuse(413, f"send at most {LARGEST_BODY} bytes, and say how many")
            return
        try:
            asked = json.loads(self.rfile.read(length))
        except ValueError:
            asked = None
        act = {"decide": self._owner.answers.decide, "price": self._owner.answers.price}.get(path)
        if act is None or not isinstance(asked, dict):
            self._refuse(404 if act is None else 400, "there is nothing to do")
            return
        self._json(act(cast("dict[str, object]", asked)))

    def _json(self, value: Mapping[str, object], status: int = 200) -> None:
        self._send("application/json", json.dumps(value).encode(), status)

    def _refuse(self, status: int, message: str) -> None:
        self.close_connection = True  # a body may be left unread
        self._json({"error": message}, status)

    def _send(self, kind: str, body: bytes, status: int = 200, *, cache: str = "no-store") -> None:
        self.send_response(status)
        headers = {"Content-Type": kind, "Content-Length": str(len(body)), "Cache-Control": cache, **HEADERS}
        if self.close_connection:
            headers["Connection"] = "close"
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
