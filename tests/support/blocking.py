"""Finds calls that block on the disk or the network while an event loop runs on the same thread."""

import asyncio
import builtins
import inspect
import io
import os
import socket
from collections.abc import Generator
from contextlib import contextmanager
from functools import wraps
from unittest.mock import patch

CALLS = [
    *(
        (os, name)
        for name in [
            "open",
            "stat",
            "lstat",
            "unlink",
            "remove",
            "rename",
            "replace",
            "link",
            "symlink",
            "readlink",
            "mkdir",
            "rmdir",
            "scandir",
            "listdir",
            "fsync",
            "utime",
            "chmod",
            "access",
        ]
    ),
    (builtins, "open"),
    (io, "open"),
    (socket, "getaddrinfo"),
]


def on_an_event_loop() -> bool:
    """Whether an event loop runs on this thread."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


@contextmanager
def blocking_calls() -> Generator[list[str]]:
    """Where our own code makes such calls meanwhile; imports aside, which happen once."""
    found: list[str] = []

    def watched(module: object, name: str):
        original = getattr(module, name)

        @wraps(original)
        def call(*arguments, **more):
            if on_an_event_loop():
                frame, stack = inspect.currentframe(), []
                while frame is not None:
                    stack.append((frame.f_code.co_filename, frame.f_lineno))
                    frame = frame.f_back
                ours = [
                    (file, line) for file, line in stack if "/safelight/core/" in file.replace(os.sep, "/")
                ]
                if ours and not any("importlib" in file for file, _ in stack):
                    found.append(f"{name} at {ours[0][0].rpartition('/')[2]}:{ours[0][1]}")
            return original(*arguments, **more)

        return patch.object(module, name, call)

    patches = [watched(module, name) for module, name in CALLS]
    for one in patches:
        one.start()
    try:
        yield found
    finally:
        for one in patches:
            one.stop()
