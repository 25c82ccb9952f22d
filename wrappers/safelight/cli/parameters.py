"""The parameters of an operation as options of its command."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import cast

import click

from safelight.cli.titles import ListedOption, kind_of, title_option
from safelight.cli.values import TEXT, Value
from safelight.cli.vendors import Vendor, command_name
from safelight.cli.wording import worded
from safelight.core.base.methods import MethodFacts, ParameterFacts
from safelight.core.base.texts import listed

PREFIX = "operation_"
"""Keeps the names of an operation's parameters apart from those of the command's own options."""
ONE_SOURCE_ONLY = ("filename", "request_id")
"""Parameters that name one picture or one purchase: shared by several, they would mix them up."""
WIDEST = 24
"""Characters of a value's form in the help; choices that need more are listed in the text."""
FILENAME = ParameterFacts(
    (), required=False, about="Name of the file, where the source has none.", kinds=(TEXT,)
)


def operation_options(vendor: Vendor, method: MethodFacts, taken: Collection[str]) -> list[click.Option]:
    """An option for every parameter of an operation but the one that takes its SOURCE arguments.

    Args:
        vendor: Whose operation it is.
        method: The operation.
        taken: Options that the command has of its own, such as ``--out``; a parameter of such a name gets the
            vendor's name before it.
    """
    parameters = {name: one for name, one in method.parameters.items() if name != method.source}
    if any(parameter.source for parameter in method.parameters.values()):
        parameters["filename"] = FILENAME
    options: list[click.Option] = []
    for name, parameter in parameters.items():
        written = command_name(name)
        if f"--{written}" in taken:
            written = f"{vendor.name}-{written}"
        secret = bool(vendor.facts.operations[method.operation].secrets)
        text = about(parameter, [*method.parameters, *parameters])
        options.append(_option(parameter, name, written, text, secret=secret))
    return [title_option(method), *options] if kind_of(method) else options


def about(parameter: ParameterFacts, names: Collection[str]) -> str:
    """What a parameter takes, in the words of the command line."""
    text = parameter.about
    return worded(text.replace("{}", "path, URL or - for stdin") if parameter.source else text, names)


def _option(parameter: ParameterFacts, name: str, written: str, text: str, *, secret: bool) -> click.Option:
    declarations = [f"{PREFIX}{name}", f"--{written}"]
    if parameter.source:
        return click.Option(
            declarations,
            multiple=parameter.many,
            metavar="PATH|URL|-",
            required=parameter.required,
            help=text[:1].upper() + text[1:],
        )
    value = Value(parameter.kinds, secret=secret)
    default = "" if parameter.default in (None, False, "") else f"  [default: {parameter.default}]"
    if [kind.type for kind in parameter.kinds] == ["boolean"]:
        declarations[1] = f"--{written}/--no-{written}"
        default = default and f"  [default: --{written}]"
        return click.Option(declarations, default=None, required=parameter.required, help=text + default)
    metavar = value.metavar
    if len(metavar) > WIDEST and value.choices:
        metavar = "CHOICE|JSON" if value.structure else "CHOICE"
        text += "" if all(choice in text for choice in value.choices) else f" One of {listed(value.choices)}."
    if value.structure:
        text += f" As JSON or @FILE: {value.structure}."
    return (click.Option if parameter.listed_by is None else ListedOption)(
        declarations,
        type=value,
        metavar=metavar,
        shell_complete=value.complete,
        required=parameter.required,
        help=text + default,
    )


def given(values: Mapping[str, object]) -> dict[str, object]:
    """The operation's own arguments among a command's values: those that were given."""
    return {
        name.removeprefix(PREFIX): list(cast("tuple[object, ...]", value))
        if isinstance(value, tuple)
        else value
        for name, value in values.items()
        if name.startswith(PREFIX) and value is not None and value != ()
    }
