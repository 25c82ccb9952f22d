"""The sign of a home folder, `~`, where no shell has replaced it: in quotes, behind `=`, in lists, from Python."""

from __future__ import annotations

import os


def expanded(place: str | os.PathLike[str]) -> str:
    """A place below a home folder by its full path; any other, such as one of an unknown user, as it is."""
    return os.path.expanduser(place)  # noqa: PTH111 - pathlib's refuses unknown users, and changes the text
