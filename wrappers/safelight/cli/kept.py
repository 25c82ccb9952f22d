"""Keeps the tokens of tasks by short names, from their creation until their results are saved."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import cast

from safelight.core.api.credentials import profiles_path
from safelight.core.transfers.upload_memory import UploadFolder
from safelight.errors import ConfigurationError

FOLDER = "tasks"
"""Beside the profile file. Tokens hold no secret, but say what one works on."""
LIFE = 7 * 86_400.0
"""Seconds for which a task is kept: every vendor forgets it sooner."""
NAME_LENGTH = 6
FEWEST = 4
"""Characters of a name that are enough, where they fit one task."""
COMMAND = f"{os.getpid()}-{time.time_ns()}"
"""Names this process, so that `--last` finds all tasks of one command."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A task that is kept.

    Attributes:
        created: Seconds since the epoch.
        command: Names the process that created it.
    """

    name: str
    token: str
    source: str
    created: float
    command: str


def keep(token: str, source: str) -> str | None:
    """Keep a task that was just created; its name, or None where no folder can be used."""
    key = _key(token)
    with suppress(ConfigurationError, OSError, RuntimeError):
        folder = _opened()
        if folder.load(key) is None:
            now = time.time()
            entry = {"token": token, "source": source, "created": now, "command": COMMAND}
            folder.save(key, {**entry, "until": now + LIFE})
        return key[:NAME_LENGTH]
    return None


def forget(token: str) -> None:
    """Keep a task no longer: its result is saved, or nothing is to be had of it."""
    with suppress(OSError, RuntimeError):
        (_path() / f"{_key(token)}.json").unlink(missing_ok=True)


def all_kept() -> list[Kept]:
    """The tasks that are kept, newest first; those that are too old are removed."""
    found: list[Kept] = []
    with suppress(ConfigurationError, OSError, RuntimeError):
        if _path().is_dir():
            _opened().sweep(time.time())
            for path in _path().glob("*.json"):
                with suppress(OSError, ValueError, KeyError, TypeError):
                    found.append(_read(path))
    return sorted(found, key=lambda task: task.created, reverse=True)


def last() -> Sequence[Kept]:
    """The tasks of the command that created one last.

    Raises:
        ConfigurationError: None is kept.
    """
    found = all_kept()
    if not found:
        raise ConfigurationError("no task is left to resume", field="token")
    return [task for task in found if task.command == found[0].command][::-1]


def named(name: str) -> Kept:
    """The task of a name, or of its first characters.

    Raises:
        ConfigurationError: There is none, or several.
    """
    found = [task for task in all_kept() if _key(task.token).startswith(name)]
    if len(found) != 1:
        what = f"{len(found)} tasks are named {name}..." if found else f"no task is named {name}"
        raise ConfigurationError(f"{what}; safelight tasks lists them", field="token")
    return found[0]


def is_name(text: str) -> bool:
    """Whether a text is a task's name, not a token."""
    return len(text) >= FEWEST and set(text) <= set("0123456789abcdef")


def _path() -> Path:
    return profiles_path().with_name(FOLDER)


def _opened() -> UploadFolder:
    return UploadFolder(_path())  # makes it, for this user alone


def _key(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _read(path: Path) -> Kept:
    entry = cast("dict[str, object]", json.loads(path.read_bytes()))
    created = entry["created"]
    if not isinstance(created, float | int):
        raise TypeError(created)
    token, source, command = (str(entry[name]) for name in ("token", "source", "command"))
    return Kept(path.stem[:NAME_LENGTH], token, source, created, command)
