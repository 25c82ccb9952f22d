"""The parameters of an operation as options and arguments of its command."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import BinaryIO, cast

import click

from safelight.cli.naming import STDIN
from safelight.cli.values import Value, element, is_flag, is_source
from safelight.cli.vendors import AnyOperation, Vendor, command_name
from safelight.cli.wording import about_file, about_source, arguments
from safelight.core.base.homes import expanded
from safelight.core.base.wording import listed
from safelight.core.transfers.sources import File, url_of
from safelight.vendors.hints import Hint, type_hints

PREFIX = "operation_"
"""Keeps the names of an operation's parameters apart from those of the command's own options."""
ONE_SOURCE_ONLY = ("filename", "request_id")
"""Parameters that name one picture or one purchase: shared by several, they would mix them up."""
WIDEST = 24
"""Characters of a value's form in the help; words that need more are listed in the text."""


class Sources(Enum):
    """How an operation takes the SOURCE arguments."""

    NONE = "none"
    EACH = "each"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class OperationParameters:
    """What a command needs to know to call its operation.

    Attributes:
        sources: Whether SOURCE arguments make a task each, one task together, or there are none.
        source: Name of the parameter that takes them.
        several: Whether it takes one or a list, so that SOURCE arguments may also make one task together.
        about_source: What the parameter takes, for the help.
        options: A click option for every other parameter.
        names: Names of all parameters.

    """

    sources: Sources
    source: str
    several: bool
    about_source: str
    options: list[click.Parameter]
    names: Collection[str]


def read_parameters(vendor: Vendor, operation: AnyOperation, taken: Collection[str]) -> OperationParameters:
    """Look at an operation's signature.

    Args:
        vendor: Whose operation it is.
        operation: The operation.
        taken: Options that the command has of its own, such as ``--out``; a parameter of such a name gets the
            vendor's name before it.

    """
    parameters = operation.__signature__.parameters
    hints = type_hints(vendor, operation)
    texts = arguments(operation.__doc__, parameters)
    sources, source, several = _sources(parameters, hints)
    options: list[click.Parameter] = [
        _option(vendor, parameter, hints[name], texts.get(name, ""), taken)
        for name, parameter in parameters.items()
        if name != source
    ]
    about = about_source(texts.get(source, ""))
    return OperationParameters(sources, source, several, about, options, parameters)


def _sources(
    parameters: Mapping[str, inspect.Parameter], hints: Mapping[str, Hint]
) -> tuple[Sources, str, bool]:
    for name, parameter in parameters.items():
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY or parameter.default is not parameter.empty:
            continue
        held = element(hints[name])
        several = held is not None and is_source(held)
        if is_source(hints[name]):
            return Sources.EACH, name, several
        if several:
            return Sources.TOGETHER, name, False
    return Sources.NONE, "", False


def _option(
    vendor: Vendor, parameter: inspect.Parameter, hint: Hint, text: str, taken: Collection[str]
) -> click.Option:
    name = command_name(parameter.name)
    if f"--{name}" in taken:
        name = f"{vendor.name}-{name}"
    needed = parameter.default is parameter.empty
    if is_flag(hint):
        default = f"--{name}" if parameter.default is True else ""
        return click.Option(
            [f"{PREFIX}{parameter.name}", f"--{name}/--no-{name}"],
            default=None,
            required=needed,
            help=_with_default(text, default),
        )
    held = element(hint)
    if is_source(hint) or (held is not None and is_source(held)):
        return click.Option(
            [f"{PREFIX}{parameter.name}", f"--{name}"],
            type=_Reader(vendor),
            multiple=held is not None,
            metavar="PATH|URL",
            required=needed,
            help=about_file(text),
        )
    value = Value(hint)
    metavar = value.metavar
    if len(metavar) > WIDEST and value.choices:
        metavar = "WORD|JSON" if value.structure else "WORD"
        text += "" if all(word in text for word in value.choices) else f" One of {listed(value.choices)}."
    if value.structure:
        text += f" As JSON or @FILE: {value.structure}."
    return click.Option(
        [f"{PREFIX}{parameter.name}", f"--{name}"],
        type=value,
        metavar=metavar,
        shell_complete=value.complete,
        required=needed,
        help=_with_default(text, "" if needed or not parameter.default else str(parameter.default)),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads an option's text as a source."""

    vendor: Vendor
    __name__ = "source"

    def __call__(self, value: object) -> object:
        return _by_url(self.vendor, expanded(value)) if isinstance(value, str) else value


def source_content(vendor: Vendor, source: str) -> str | BinaryIO | File:
    """What to hand to an operation for a SOURCE argument."""
    return sys.stdin.buffer if source == STDIN else _by_url(vendor, source)


def _by_url(vendor: Vendor, source: str) -> str | File:
    """A source as it is, or to be fetched here where it is a URL and the vendor takes none."""
    return File(source, fetch=True) if url_of(source) and not vendor.takes_urls else source


def _with_default(text: str, default: str) -> str:
    return f"{text}  [default: {default}]" if default else text


def given(values: Mapping[str, object]) -> dict[str, object]:
    """The operation's own arguments among a command's values: those that were given."""
    return {
        name.removeprefix(PREFIX): list(cast("tuple[object, ...]", value))
        if isinstance(value, tuple)
        else value
        for name, value in values.items()
        if name.startswith(PREFIX) and value is not None and value != ()
    }
