"""Writes what the vendor pages say of each operation, from the vendor's facts and the methods' docstrings."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

import griffe
from safelight.cli.examples import operation_examples
from safelight.core.base.methods import MethodFacts
from safelight.vendors import Vendor

from builder.pictures import Shown

PICTURES = "../pictures"
"""Where a vendor's page finds them."""
OPENING = re.compile(r"^(Price:|Costs|Cost:) ")
SOURCE = re.compile(r" \([^()]+, \d{4}-\d\d\)")
ABOUT_PICTURES = (
    "Pictures show what goes in and then what comes out of the [sandbox](../sandbox.md), which the build runs on a test "
    "photograph. The vendor's own results look different: the sandbox has no AI models, and labels its stand-ins."
)


def written(vendor: Vendor, shown: Mapping[tuple[str, str], Shown]) -> str:
    """Markdown of all operations of a vendor, and of the calls that create no task."""
    methods = vendor.facts.methods.values()
    parts = [_operation(vendor, method, shown[vendor.name, method.name]) for method in methods]
    if vendor.facts.calls:
        parts.append(
            "## Calls that create no task\n\nThey cost nothing and return the vendor's answer as a typed object."
        )
        parts += [_call(vendor, method) for method in vendor.facts.calls.values()]
    return "\n\n".join(["\n".join(_table(vendor)), ABOUT_PICTURES, *parts])


def _table(vendor: Vendor) -> Iterator[str]:
    yield "| operation | what it does | price |"
    yield "| --- | --- | --- |"
    for method in vendor.facts.methods.values():
        yield f"| [`{method.name}`](#{method.name}) | {method.summary} | {_price(method)} |"


def _price(method: MethodFacts) -> str:
    """What it costs, for a table: without where and when that was read, which the operation's own section says."""
    text = SOURCE.sub("", OPENING.sub("", method.price_text.replace("``", "`"))).rstrip(".")
    return "unknown" if text.startswith("unknown") else text


def _operation(vendor: Vendor, method: MethodFacts, shown: Shown) -> str:
    notice = vendor.facts.operations[method.operation].notice
    return "\n\n".join(
        part
        for part in (
            f"### {method.name}",
            method.summary,
            f'!!! warning "Notice"\n    {notice}' if notice else "",
            _figure(shown),
            method.price_text.replace("``", "`"),
            _parameters(vendor, method),
            _examples(vendor, method),
        )
        if part
    )


def _call(vendor: Vendor, method: MethodFacts) -> str:
    return "\n\n".join(
        part for part in (f"### {method.name}", method.summary, _parameters(vendor, method)) if part
    )


def _figure(shown: Shown) -> str:
    pictures = [*((name, "before") for name in shown.before), *((name, "after") for name in shown.after)]
    lines = [f"![{title}]({PICTURES}/{name}){{ loading=lazy title={title} }}" for name, title in pictures]
    figure = '<div class="pictures" markdown>\n\n' + "\n".join(lines) + "\n\n</div>" if lines else ""
    text = f"What the sandbox answers:\n\n```json\n{shown.text}\n```" if shown.text else ""
    return "\n\n".join(part for part in (figure, text) if part)


def _parameters(vendor: Vendor, method: MethodFacts) -> str:
    flow = getattr(vendor.sync_client_class, method.name)
    sections = griffe.Docstring(flow.__doc__ or "").parse("google", warnings=False)
    lines = ["| parameter | takes |", "| --- | --- |"]
    for section in sections:
        if section.kind is not griffe.DocstringSectionKind.parameters:
            continue
        for parameter in section.value:
            facts = method.parameters.get(parameter.name)
            mark = " (required)" if facts is not None and facts.required else ""
            text = " ".join(parameter.description.split()).replace("``", "`").replace("|", "\\|")
            lines.append(f"| `{parameter.name}`{mark} | {text} |")
    return "\n".join(lines) if len(lines) > 2 else ""


def _examples(vendor: Vendor, method: MethodFacts) -> str:
    client, name = vendor.facts.client, vendor.name
    inputs = vendor.facts.operations[method.operation].inputs
    arguments = []
    for key, parameter in method.parameters.items():
        if parameter.source and parameter.required:
            formats = inputs[key].formats
            kind = "jpg" if not formats or "jpg" in formats else formats[0]
            file = json.dumps(f"{'photo' if key == method.source else key}.{kind}")
            arguments.append(file if key == method.source else f"{key}={file}")
        elif key in method.example:
            arguments.append(f"{key}={_literal(method.example[key])}")
    python = "\n".join(
        [
            f"from safelight import {client}",
            "",
            f"with {client}() as {name}:",
            *_call_lines(f"task = {name}.{method.name}(", arguments),
            '    task.result().save("out/")',
        ]
    )
    shell = operation_examples(vendor, method).partition(":\n")[2].partition("\n\n")[0]
    shell = "\n".join(line.removeprefix("  ") for line in shell.splitlines())
    return "\n\n".join(
        f'=== "{title}"\n\n    ```{language}\n{_indented(code)}\n    ```'
        for title, language, code in (("Python", "python", python), ("Command line", "sh", shell))
    )


def _call_lines(opening: str, arguments: list[str]) -> list[str]:
    whole = f"    {opening}{', '.join(arguments)})"
    if len(whole) <= 88:
        return [whole]
    return [f"    {opening}", *(f"        {argument}," for argument in arguments), "    )"]


def _literal(value: object) -> str:
    return json.dumps(value) if isinstance(value, str) else repr(value).replace("'", '"')


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())
