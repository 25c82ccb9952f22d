"""Texts written for Python users, in the words of the command line."""

from __future__ import annotations

import inspect
import re
from collections.abc import Collection

from safelight.cli.vendors import command_name
from safelight.core.base.redact import printable

_ASSIGNMENT = re.compile(r"`{0,2}\b([a-z][a-z0-9_]*)=(?:\"([^\"]*)\"|([\w-]+(?:\.\w+)*))?`{0,2}")
_QUOTED_NAME = re.compile(r"(?<!`)`(\w+)`(?!`)")
_HINTS = (
    (re.compile(r", or pass \w+_key=(?: and \w+_key=)*"), ", or choose a --profile that holds it"),
    (re.compile(r"pass base_url='([^']*)' to the client"), r"add --base-url \1"),
    (re.compile(r"\bbase_url= "), "--base-url "),
    (re.compile(r"pass all of Task\.token"), "paste all of it, in single quotes"),
    (re.compile(r"Options\(prepare=\"auto\"\)"), "--prepare auto"),
    (re.compile(r"pass overwrite=True"), "add --overwrite"),
    (re.compile(r"pass filename="), "add --filename"),
    (re.compile(r"pass request_id="), "add --request-id "),
)


def worded(text: str, names: Collection[str]) -> str:
    """A text with the options of the command in place of an operation's parameters, which `names` are.

    A name in backticks becomes an option, and ``name=value`` becomes ``--name value``.
    """

    def quoted(found: re.Match[str]) -> str:
        return f"--{command_name(found[1])}" if found[1] in names else command_name(found[1])

    def option(found: re.Match[str]) -> str:
        name, text, bare = found[1], found[2], found[3]
        if name not in names:
            return found[0]
        if bare in ("True", "False"):
            return f"--{'' if bare == 'True' else 'no-'}{command_name(name)}"
        return f"--{command_name(name)} {text or bare or ''}".rstrip()

    return _ASSIGNMENT.sub(option, _QUOTED_NAME.sub(quoted, text).replace("`", ""))


def summary(doc: str | None) -> str:
    """The first paragraph of a docstring."""
    return worded(inspect.cleandoc(doc or "").partition("\n\n")[0].replace("\n", " "), ())


def on_command_line(message: str) -> str:
    """An error's text with the options to use in place of Python's arguments, safe to show on a terminal."""
    for pattern, words in _HINTS:
        message = pattern.sub(words, message)
    return printable(message, "\n")
