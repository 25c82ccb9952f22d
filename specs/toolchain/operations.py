"""``<vendor>_operations``: the typed methods that create tasks, one for each method that a spec names."""

from __future__ import annotations

from dataclasses import dataclass
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

{requests}{models}
    from safelight.core.flow.effects import Flow
    from safelight.core.base.outcome import Created
    from safelight.core.transfers.sources import Source


Finished: TypeAlias = "{result}"
"""The vendor's own description of a finished task."""


class {client}Flows(Operations[Finished]):
    """What both clients of {title} can do."""

    _PACKAGE = "{package}"
{methods}

if TYPE_CHECKING:
    # What an editor shows: plain methods, with the types that each client gives.
    from {package_of_methods}.methods import Async{client}Methods as Async{client}Methods
    from {package_of_methods}.methods import {client}Methods as {client}Methods

    class {client}Operations(Operations[Finished]):
        """What both clients of {title} can do."""
else:
    {client}Operations = {client}Flows
    {client}Methods = Async{client}Methods = object
'''
_METHODS = '''\
"""The methods of the clients of {title}, as editors and type checkers see them. Never imported when a program runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

{requests}{models}
    from safelight.core.task import AsyncTask, Task
    from safelight.core.transfers.sources import Source


class {client}Methods:
    """The methods of `{client}`."""
{methods}

class Async{client}Methods:
    """The methods of `Async{client}`."""
{async_methods}
'''
_DECLARED = '''
    {kind} {name}(self{positional}{keywords}) -> {result}:
        """{docstring}
        """
        raise NotImplementedError
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
    shared = {
        "title": root["title"],
        "package": package,
        "client": root["client"],
        "requests": f"    from {package}.requests import {', '.join(used)}\n" if used else "",
        "models": "\n".join(
            f"    from {package}.models.{PythonIdentifier(name, 'model_')} import {name}{_alias(name, used)}"
            for name in imported
        ),
    }
    parts = [_Parts.of(document, method, named, used, optional) for method in found + calls]
    source = _MODULE.format(
        **shared,
        package_of_methods=target.name,
        result=" | ".join(models) + optional,
        call_import="from safelight.core.flow.descriptors import method\n" if calls else "",
        methods="".join(part.flow for part in parts),
    )
    (target / "__init__.py").write_text(source, encoding="utf-8", newline="\n")
    declared = _METHODS.format(
        **shared,
        methods="".join(part.declared("def", "Task") for part in parts),
        async_methods="".join(part.declared("async def", "AsyncTask") for part in parts),
    )
    (target / "methods.py").write_text(declared, encoding="utf-8", newline="\n")
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


@dataclass(frozen=True)
class _Parts:
    """A method as text.

    Attributes:
        texts: What fills the templates.
        creates: Whether it creates a task.
    """

    texts: dict[str, str]
    creates: bool

    @classmethod
    def of(
        cls, document: Document, method: Method, named: list[str], used: list[str], optional: str
    ) -> _Parts:
        positional = [p for p in method.parameters if _is_positional(p)]
        keywords = [_keyword(document, p, named) for p in method.parameters if not _is_positional(p)]
        filename = bool(method.sources)
        if filename:
            keywords.append("filename: str | None = None")
        model = _alias(method.result_schema, used).removeprefix(" as ") or method.result_schema
        result = f"list[{model}]" if method.many else model
        creates = method.operation["role"] != "call"
        texts = {
            "name": method.name,
            "positional": "".join(f", {p.name}: {annotation(document, p, named)}" for p in positional),
            "keywords": f", *, {', '.join(keywords)}" if keywords else "",
            "result": f"{model}{optional}" if creates else result,
            "docstring": docstring(document, method),
            "given": "{" + ", ".join(f'"{p.name}": {p.name}' for p in method.parameters) + "}",
            "filename": ", filename" if filename else "",
        }
        return cls(texts, creates)

    @property
    def flow(self) -> str:
        """As the flow that runs."""
        return (_METHOD if self.creates else _CALL).format(**self.texts)

    def declared(self, kind: str, task: str) -> str:
        """As a plain method of a kind, which gives a kind of task."""
        gives = f"{task}[{self.texts['result']}]" if self.creates else self.texts["result"]
        return _DECLARED.format(**{**self.texts, "kind": kind, "result": gives})


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
