"""Texts written for Python users, in the words of the command line."""

from __future__ import annotations

import inspect
import re
from collections.abc import Collection, Mapping

from safelight.cli.vendors import command_name
from safelight.core.base.wording import printable

_ARGUMENT = re.compile(r"^ {4}(\w+):(.*)$")
_SECTION = re.compile(r"^(Args|Raises|Returns|Yields|Attributes):\s*$")
_ASSIGNMENT = re.compile(r"`{0,2}\b([a-z][a-z0-9_]*)=(?:\"([^\"]*)\"|([\w-]+(?:\.\w+)*))?`{0,2}")
_QUOTED_NAME = re.compile(r"(?<!`)`(\w+)`(?!`)")
_WAYS = re.compile(r"path, bytes, binary file(?:, File or URL| or File)", re.IGNORECASE)
_HINTS = (
    (re.compile(r", or pass \w+_key=(?: and \w+_key=)*"), ", or choose a --profile that holds it"),
    (re.compile(r"pass base_url='([^']*)' to the client"), r"add --base-url \1"),
    (re.compile(r"\bbase_url= "), "--base-url "),
    (re.compile(r"pass Task\.token as it was"), "pass it as it was printed"),
    (re.compile(r"pass overwrite=True"), "add --overwrite"),
    (re.compile(r"pass filename="), "add --filename"),
    (re.compile(r"pass request_id="), "add --request-id "),
)


def summary(doc: str | None, names: Collection[str]) -> str:
    """The first paragraph of a docstring; `names` are those of the operation's parameters."""
    return _worded(inspect.cleandoc(doc or "").partition("\n\n")[0].replace("\n", " "), names)


def description(doc: str | None, names: Collection[str]) -> str:
    """A docstring without its sections; `names` are those of the operation's parameters."""
    lines: list[str] = []
    for line in inspect.cleandoc(doc or "").splitlines():
        if _SECTION.match(line):
            break
        lines.append(line)
    return _worded("\n".join(lines).strip(), names)


def arguments(doc: str | None, names: Collection[str]) -> Mapping[str, str]:
    """What a docstring's Args section says of each parameter."""
    texts: dict[str, str] = {}
    inside, current = False, ""
    for line in inspect.cleandoc(doc or "").splitlines():
        if _SECTION.match(line):
            inside = line.startswith("Args")
        elif inside and (found := _ARGUMENT.match(line)):
            current = found[1]
            texts[current] = found[2].strip()
        elif inside and current and line.strip():
            texts[current] += f" {line.strip()}"
    return {name: _worded(text, names) for name, text in texts.items()}


def about_source(text: str) -> str:
    """What a parameter for pictures takes, said of the SOURCE argument."""
    ways = "path, URL or - for stdin"
    found = _WAYS.search(text)
    if found is None:
        return f"{ways}. {text}".rstrip()
    if text.startswith("URL"):
        ways = "path or - for stdin"
    return f"{text[: found.start()]}{ways}{text[found.end() :]}"


def about_file(text: str) -> str:
    """What another parameter for pictures takes, said of its option."""
    return _WAYS.sub(lambda found: "Path or URL" if "URL" in found[0] else "Path", text)


def _worded(text: str, names: Collection[str]) -> str:
    return _as_options(_plain(text, names), names)


def _as_options(text: str, names: Collection[str]) -> str:
    """Write `name=value` as ``--name value`` wherever the name is a parameter's."""

    def option(found: re.Match[str]) -> str:
        name, quoted, bare = found[1], found[2], found[3]
        if name not in names:
            return found[0]
        if bare in ("True", "False"):
            return f"--{'' if bare == 'True' else 'no-'}{command_name(name)}"
        return f"--{command_name(name)} {quoted or bare or ''}".rstrip()

    return _ASSIGNMENT.sub(option, text)


def on_command_line(message: str) -> str:
    """An error's text with the options to use in place of Python's arguments, safe to show on a terminal."""
    for pattern, words in _HINTS:
        message = pattern.sub(words, message)
    return printable(message)


def _plain(text: str, names: Collection[str]) -> str:
    """Text without backticks; a parameter's name in them becomes its option."""

    def word(found: re.Match[str]) -> str:
        return f"--{command_name(found[1])}" if found[1] in names else command_name(found[1])

    return _QUOTED_NAME.sub(word, text).replace("`", "")
