"""The examples in the help: each works as it stands, in a folder that has the photograph or document it names."""

from __future__ import annotations

import json
import shlex
import textwrap
from collections.abc import Iterator, Sequence

from safelight.cli.vendors import Vendor, command_name
from safelight.core.base.facts import MethodFacts

WIDEST = 74
"""Characters of a line, which leave room for the margin and the backslash in a terminal of 80 columns."""


def operation_examples(vendor: Vendor, method: MethodFacts) -> str:
    """The end of an operation's help."""
    inputs = vendor.facts.operations[method.operation].inputs
    words = [f"safelight --sandbox {vendor.name} {command_name(method.name)}"]
    stand_ins: list[str] = []
    for name, parameter in method.parameters.items():
        file = _file(inputs[name].formats) if parameter.source else ""
        if name == method.source:
            words[0] += f" {file}"
        elif parameter.source and parameter.required:
            words.append(f"--{command_name(name)} {file}")
            stand_ins.append(name)
        elif name in method.example:
            words.append(_given(name, method.example[name]))
    listings = [_command(line) for line in _listings(vendor, method)]
    remarks = [f"The photograph stands in for a {name} of yours." for name in stand_ins]
    if listings:
        remarks.append("The ids are the sandbox's; the vendor's own are listed without --sandbox.")
    out = ["-o out/"] if method.makes else []
    return _epilog([*listings, _command([*words, *out])], remarks)


def listing_examples(vendor: Vendor, listing: str) -> str:
    """The end of a listing's help: how an operation's example finds its values."""
    for method in vendor.facts.methods.values():
        for line in _listings(vendor, method):
            if line[1] == command_name(listing):
                return _epilog([_command(line)], [])
    return ""


def _listings(vendor: Vendor, method: MethodFacts) -> Iterator[Sequence[str]]:
    """The commands that list the values of an operation's example."""
    chosen = [vendor.facts.operations[method.operation].tag]
    for name, parameter in method.parameters.items():
        if parameter.listed_by is not None:
            yield f"safelight --sandbox {vendor.name}", command_name(parameter.listed_by), *chosen
            chosen.append(str(method.example.get(name)))


def _given(name: str, value: object) -> str:
    if isinstance(value, bool):
        return f"--{'' if value else 'no-'}{command_name(name)}"
    if isinstance(value, str):
        return f"--{command_name(name)} {shlex.quote(value)}"
    option = f"--{command_name(name)} {shlex.quote(json.dumps(value))}"
    # Shells keep a new line between quotes, and JSON has no use for it.
    return textwrap.fill(
        option, WIDEST, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
    )


def _file(formats: Sequence[str]) -> str:
    kind = "jpg" if not formats or "jpg" in formats else formats[0]
    return f"{'document' if kind == 'pdf' else 'photo'}.{kind}"


def _epilog(commands: Sequence[str], remarks: Sequence[str]) -> str:
    title = "Examples" if len(commands) > 1 else "Example"
    return "\n\n".join(["\n  ".join([f"\b\n{title}:", *commands]), *remarks])


def _command(words: Sequence[str]) -> str:
    """A command in lines that fit, each but the last with a backslash at its end."""
    lines = [""]
    for word in words:
        if lines[-1] and len(lines[-1]) + 1 + len(word) > WIDEST:
            lines.append(f"  {word}")
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    return " \\\n  ".join(lines)
