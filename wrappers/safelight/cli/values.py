"""Turns the text of an option into a value of a kind that its parameter takes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from typing import cast

import click
from click.shell_completion import CompletionItem

from safelight.cli.texts import text_of
from safelight.core.base.methods import Kind
from safelight.core.base.redact import PATH, brief

TEXT = Kind("string")
METAVARS = {"string": "TEXT", "integer": "INTEGER", "number": "NUMBER", "boolean": "true|false"}


class Value:
    """Reads an option's text as one of several kinds: a choice, a number, text, or JSON; with no kind, as any JSON.

    Args:
        secret: Whether it may hold what no message shows.

    Attributes:
        metavar: What help shows in place of a value.
        choices: Those that are allowed or, beside free text, known.
        structure: The keys of its JSON, for the help; empty where it takes none.
    """

    def __init__(self, kinds: Sequence[Kind], *, secret: bool = False) -> None:
        self._secret = secret
        # Text takes everything, so it is tried last.
        self._kinds = sorted(kinds, key=lambda kind: kind == TEXT)
        self._json = not kinds or any(kind.type in ("object", "array") for kind in kinds)
        self.__name__ = self.metavar = "|".join(dict.fromkeys(map(_metavar, self._kinds))) or "VALUE"
        self.structure = " or ".join(filter(None, map(_structure, self._kinds)))
        self.choices = [str(choice) for kind in self._kinds for choice in kind.choices]

    def __call__(self, value: object) -> object:
        """Read a text as the first kind that it fits; leave other values as they are.

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
            raise click.BadParameter(f"{self._shown(value)} is not valid JSON: {error}.") from None
        return self._first(text)

    def complete(self, _ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Offer the choices to a shell."""
        return [CompletionItem(choice) for choice in self.choices if choice.startswith(incomplete)]

    def _first(self, text: str) -> object:
        for kind in self._kinds:
            with suppress(ValueError):
                return _read(kind, text)
        if not self._kinds:  # the client itself says whether a word is right
            try:
                return json.loads(text)
            except ValueError:
                return text
        allowed = ", ".join(map(repr, self.choices))
        forms = [f"one of {allowed}"] if allowed else []
        forms += [f"JSON for {self.structure}, or @FILE with it"] if self.structure else []
        raise click.BadParameter(f"{self._shown(text)} is not {' or '.join(forms) or self.metavar}.")

    def _shown(self, text: str) -> str:
        return "what was given" if self._secret else brief(repr(text))


def _content_of(path: str) -> str:
    try:
        return text_of(path)
    except ValueError as error:
        raise click.BadParameter(f"cannot read {brief(path, PATH)}: {error}.") from None


def _structure(kind: Kind) -> str:
    keys = f"{{{', '.join(kind.keys)}}}" if kind.keys else ""
    if kind.type == "array":
        return f"a list of {keys}" if keys else "a list"
    return keys or ("an object" if kind.type == "object" else "")


def _metavar(kind: Kind) -> str:
    return "|".join(str(choice) or '""' for choice in kind.choices) or METAVARS.get(kind.type, "JSON")


def _read(kind: Kind, text: str) -> object:
    """The text as a value of one kind; raises ValueError where it is none."""
    if kind.choices:
        return kind.choices[[str(choice) for choice in kind.choices].index(text)]
    match kind.type:
        case "string":
            return text
        case "integer":
            return int(text)
        case "number":
            return float(text)
        case "boolean":
            return bool(("false", "true").index(text.lower()))
        case _:
            value: object = json.loads(text)
            if type(value) is (dict if kind.type == "object" else list):
                return cast("object", value)
            raise ValueError(kind.type)
