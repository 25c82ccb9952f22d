"""Turns the text of an option into a value of the parameter's own type."""

from __future__ import annotations

import json
import types
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal, TypeAlias, Union, cast, get_args, get_origin, is_typeddict

import click
from click.shell_completion import CompletionItem

from safelight.core.sources import File

Hint: TypeAlias = object
_SEQUENCES = (Sequence, Collection, Iterable, list, tuple, set, frozenset)
_MISSING = object()


def members(hint: Hint) -> tuple[Hint, ...]:
    """The alternatives of a type, without None."""
    if get_origin(hint) in (Union, types.UnionType):
        return tuple(member for member in get_args(hint) if member is not type(None))
    return (hint,)


def is_source(hint: Hint) -> bool:
    """Whether a type is that of pictures and documents."""
    return File in members(hint)


def element(hint: Hint) -> Hint | None:
    """What a sequence type holds; None where the type is no sequence."""
    for member in members(hint):
        if get_origin(member) in _SEQUENCES and get_args(member):
            return cast("Hint", get_args(member)[0])
    return None


def is_flag(hint: Hint) -> bool:
    """Whether a type is bool and nothing else."""
    return members(hint) == (bool,)


class SourceValue(click.ParamType[str]):
    """A path or a URL, as it is: the client looks at it."""

    name = "path or url"


class Value(click.ParamType[object]):
    """A value of any other type: a word of a list, a number, text, or JSON."""

    name = "value"

    def __init__(self, hint: Hint) -> None:
        # Text takes everything, so it is tried last.
        self.members = sorted(members(hint), key=lambda member: member is str)

    @property
    def choices(self) -> list[str]:
        """The words that are allowed or, beside free text, known."""
        return [
            str(word) for member in self.members if get_origin(member) is Literal for word in get_args(member)
        ]

    @property
    def metavar(self) -> str:
        """What help shows in place of a value."""
        return "|".join(dict.fromkeys(_metavar(member) for member in self.members))

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> object:
        """Read an option's text as the first alternative that it fits."""
        if not isinstance(value, str):
            return value
        text = value
        if value.startswith("@") and any(map(_is_json, self.members)):
            try:
                text = Path(value[1:]).read_text("utf-8")
            except (OSError, ValueError) as error:
                self.fail(
                    f"cannot read {value[1:]}: {getattr(error, 'strerror', None) or 'it is no UTF-8 text'}",
                    param,
                    ctx,
                )
        for member in self.members:
            if (read := _read(member, text)) is not _MISSING:
                return read
        return self.fail(f"{self._complaint(text)}", param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Offer the known words."""
        return [CompletionItem(word) for word in self.choices if word.startswith(incomplete)]

    def _complaint(self, text: str) -> str:
        if any(map(_is_json, self.members)):
            try:
                json.loads(text)
            except ValueError as error:
                return f"{error} in {text!r}; it takes {self.metavar}, or @file.json"
        allowed = ", ".join(repr(word) for word in self.choices)
        return f"{text!r} is not one of {allowed}" if allowed else f"{text!r} is not {self.metavar}"


def _is_json(member: Hint) -> bool:
    return not (member in (str, int, float, bool) or get_origin(member) is Literal)


def _is_object(member: Hint) -> bool:
    return is_typeddict(member) or (get_origin(member) or member) in (dict, Mapping)


def _metavar(member: Hint) -> str:
    if get_origin(member) is Literal:
        return "|".join(str(word) or '""' for word in get_args(member))
    if _is_object(member) or get_origin(member) in _SEQUENCES:
        return "JSON"
    names: Mapping[Hint, str] = {str: "TEXT", int: "INTEGER", float: "NUMBER", bool: "true|false"}
    return names.get(member, "VALUE")


def _read(member: Hint, text: str) -> object:
    """The text as one alternative, or `_MISSING` where it is none."""
    if get_origin(member) is Literal:
        return next((word for word in get_args(member) if str(word) == text), _MISSING)
    if member is str:
        return text
    if member in (int, float):
        try:
            return cast("type[int | float]", member)(text)
        except ValueError:
            return _MISSING
    if member is bool:
        return {"true": True, "false": False}.get(text.lower(), _MISSING)
    return _read_json(member, text)


def _read_json(member: Hint, text: str) -> object:
    sequence = get_origin(member) in _SEQUENCES
    try:
        value: object = json.loads(text)
    except ValueError:
        # A type of none of the known kinds: the client itself says whether a word is right.
        return _MISSING if sequence or _is_object(member) else text
    if sequence:
        return cast("list[object]", value) if isinstance(value, list) else _MISSING
    if _is_object(member):
        return cast("dict[str, object]", value) if isinstance(value, dict) else _MISSING
    return value
