"""``<vendor>_operations``: the typed methods that create tasks, one for each method that a spec names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openapi_python_client.strings import PythonIdentifier

from .document import request_schema_names
from .methods import methods
from .methods_text import annotation, docstring

if TYPE_CHECKING:
    from pathlib import Path

    from .document import Document
    from .methods import Method, Parameter

_MODULE = '''\
"""What the clients of {title} can do: a method for each operation of the vendor's spec."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

{call_import}from safelight.core.operation import operation
from safelight.core.operations import Operations

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from {package}.requests import {requests}
{models}
    from safelight.core.flow.effects import Flow
    from safelight.core.base.outcome import Created
    from safelight.core.transfers.sources import Source


Finished: TypeAlias = "{result}"
"""The vendor's own description of a finished task."""


class {client}Operations(Operations[Finished]):
    """What both clients of {title} can do."""

    PACKAGE = "{package}"
{methods}
'''
_METHOD = '''
    @operation
    def {name}(self{positional}{keywords}) -> Flow[Created[{result}]]:
        """{docstring}
        """
        return self._create("{name}", {given}{filename})
'''
_CALL = '''
    @method
    def {name}(self{positional}{keywords}) -> Flow[{result}]:
        """{docstring}
        """
        return self._call("{name}", {given})
'''


def write_operations(document: Document, *, package: str, target: Path) -> None:
    """Write the package of a vendor's operations into a folder that exists.

    Args:
        package: Name of the vendor's wire package.
    """
    root = document["x-task-api"]
    named = request_schema_names(document)
    found, calls = methods(document), methods(document, "call")
    models = sorted({method.result_schema for method in found})
    imported = sorted({*models, *(call.result_schema for call in calls)} - {"None"})
    optional = " | None" if root["result"].get("optional") else ""
    used = sorted(name for name in named if _is_used(document, found + calls, name, named))
    source = _MODULE.format(
        title=root["title"],
        package=package,
        client=root["client"],
        result=" | ".join(models) + optional,
        call_import="from safelight.core.flow.descriptors import method\n" if calls else "",
        requests=", ".join(used) or "X",
        models="\n".join(
            f"    from {package}.models.{PythonIdentifier(name, 'model_')} import {name}{_alias(name, used)}"
            for name in imported
        ),
        methods="".join(_method(document, method, named, used, optional) for method in found + calls),
    )
    (target / "__init__.py").write_text(source, encoding="utf-8", newline="\n")
    (target / "py.typed").write_text("", encoding="utf-8")


def _is_used(document: Document, found: list[Method], name: str, named: list[str]) -> bool:
    return any(
        name
        in annotation(document, parameter, named)
        .replace("[", " ")
        .replace("]", " ")
        .replace(",", " ")
        .split()
        for method in found
        for parameter in method.parameters
    )


def _alias(name: str, used: list[str]) -> str:
    """What tells a model from the request's type of the same schema, where both are imported."""
    return f" as {name}Model" if name in used else ""


def _method(document: Document, method: Method, named: list[str], used: list[str], optional: str) -> str:
    positional = [p for p in method.parameters if _is_positional(p)]
    keywords = [_keyword(document, p, named) for p in method.parameters if not _is_positional(p)]
    filename = bool(method.sources)
    if filename:
        keywords.append("filename: str | None = None")
    model = _alias(method.result_schema, used).removeprefix(" as ") or method.result_schema
    result = f"list[{model}]" if method.many else model
    creates = method.operation["role"] != "call"
    return (_METHOD if creates else _CALL).format(
        name=method.name,
        positional="".join(f", {p.name}: {annotation(document, p, named)}" for p in positional),
        keywords=f", *, {', '.join(keywords)}" if keywords else "",
        result=f"{model}{optional}" if creates else result,
        docstring=docstring(document, method),
        given="{" + ", ".join(f'"{p.name}": {p.name}' for p in method.parameters) + "}",
        filename=", filename" if filename else "",
    )


def _is_positional(parameter: Parameter) -> bool:
    facts = parameter.facts
    return bool(facts["required"] and ("source" in facts or facts.get("positional")))


def _keyword(document: Document, parameter: Parameter, named: list[str]) -> str:
    kind = annotation(document, parameter, named)
    if "default" in parameter.facts:
        return f"{parameter.name}: {kind} = {parameter.facts['default']!r}"
    return (
        f"{parameter.name}: {kind}"
        if parameter.facts["required"]
        else f"{parameter.name}: {kind} | None = None"
    )
