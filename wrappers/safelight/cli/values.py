"""Turns the text of an option into a value of the parameter's own type."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from inspect import get_annotations
from typing import Literal, cast, get_args, get_origin, is_typeddict

import click
from click.shell_completion import CompletionItem

from safelight.cli.texts import text_of
from safelight.core.base.redact import PATH, brief
from safelight.core.transfers.sources import File
from safelight.vendors.hints import Hint, members

_SEQUENCES = (Sequence, Collection, Iterable, list, tuple, set, frozenset)
_MISSING = object()
NUMBERS: Collection[Hint] = (int, float)
SCALARS: Collection[Hint] = (str, bool, *NUMBERS)


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


class Value:
    """Reads an option's text as a value of a type: a word of a list, a number, text, or JSON.

    Attributes:
        metavar: What help shows in place of a value.
        choices: The words that are allowed or, beside free text, known.
        structure: The keys of its JSON, for the help; empty where it takes none.

    """

    def __init__(self, hint: Hint) -> None:
        # Text takes everything, so it is tried last.
        self._members = sorted(members(hint), key=lambda member: member is str)
        self._json = any(map(_is_json, self._members))
        self.__name__ = self.metavar = "|".join(dict.fromkeys(map(_metavar, self._members)))
        self.structure = " or ".join(filter(None, map(_structure, self._members)))
        self.choices = [
            str(word)
            for member in self._members
            if get_origin(member) is Literal
            for word in get_args(member)
        ]

    def __call__(self, value: object) -> object:
        """Read a text as the first alternative that it fits; leave other values as they are.

        Raises:
            click.BadParameter: It fits none.

        """
        if not isinstance(value, str):
            return value
        text = value
        if self._json and value.startswith("@"):
            text = _content_of(value[1:])
        elif not (self._json and value.lstrip().startswith(("{", "["))):
            return self._first(value)
        try:
            json.loads(text)
        except (ValueError, RecursionError) as error:
            raise click.BadParameter(f"{brief(repr(value))} is not valid JSON: {error}.") from None
        return self._first(text)

    def complete(self, _ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Offer the known words to a shell."""
        return [CompletionItem(word) for word in self.choices if word.startswith(incomplete)]

    def _first(self, text: str) -> object:
        for member in self._members:
            if (read := _read(member, text)) is not _MISSING:
                return read
        allowed = ", ".join(map(repr, self.choices))
        forms = [f"one of {allowed}"] if allowed else []
        forms += [f"JSON for {self.structure}, or @FILE with it"] if self.structure else []
        raise click.BadParameter(f"{brief(repr(text))} is not {' or '.join(forms) or self.metavar}.")


def _content_of(path: str) -> str:
    try:
        return text_of(path)
    except ValueError as error:
        raise click.BadParameter(f"cannot read {brief(path, PATH)}: {error}.") from None


def _is_json(member: Hint) -> bool:
    return not (member in SCALARS or get_origin(member) is Literal)


def _is_object(member: Hint) -> bool:
    return is_typeddict(member) or (get_origin(member) or member) in (dict, Mapping)


def _structure(member: Hint) -> str:
    if (held := element(member)) is not None:
        return f"a list of {_structure(held)}" if is_typeddict(held) else "a list"
    if is_typeddict(member):
        names = list(get_annotations(cast("type", member)))
        return f"{{{', '.join(names)}}}"
    return "an object" if _is_object(member) else ""


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
    if member in NUMBERS:
        try:
            return int(text) if member is int else float(text)
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
