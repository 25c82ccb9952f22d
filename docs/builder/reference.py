"""Shows classes in the API reference with their inherited members and docstrings, which griffe leaves out.

What flows give to sync and async callers is in `safelight/editors.pyi`.
"""

from __future__ import annotations

import copy
import inspect
from importlib import import_module

import griffe

CLASSES = (
    "safelight.core.client.AsyncClient",
    "safelight.core.client.SyncClient",
    "safelight.core.results.AsyncResult",
    "safelight.core.results.AsyncResultFile",
    "safelight.core.results.Result",
    "safelight.core.results.ResultFile",
    "safelight.core.task.AsyncTask",
    "safelight.core.task.Task",
)
"""Classes that are shown with all their public members as their own."""


class CallerView(griffe.Extension):
    """Gives each of `CLASSES` its inherited members, with the docstrings that callers see."""

    def on_package(self, *, pkg: griffe.Module, **_: object) -> None:
        if pkg.path != "safelight":
            return
        for path in CLASSES:
            shown = pkg[path.removeprefix("safelight.")]
            actual = getattr(import_module(shown.module.path), shown.name)
            for key, member in shown.all_members.items():
                if not key.startswith("_") and not key.isupper():  # constants are for subclasses
                    shown.set_member(key, _seen(member, shown, getattr(actual, key, None)))


def _seen(member: griffe.Object | griffe.Alias, owner: griffe.Class, actual: object) -> griffe.Object:
    target = member.final_target if isinstance(member, griffe.Alias) else member
    mine = copy.copy(target)
    mine.parent = owner
    if isinstance(mine, griffe.Function):
        documentation = inspect.getdoc(actual)
        if mine.docstring is None and documentation:
            mine.docstring = griffe.Docstring(documentation, parent=mine)
    return mine
