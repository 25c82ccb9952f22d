"""``facts.py`` and ``request_schemas.py``: what a client must know of a vendor, as Python literals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from openapi_python_client.strings import PythonIdentifier

from .document import (
    dereference,
    is_json,
    operations,
    reachable,
    request_content,
    response_content,
    schema_name,
    secret_names,
)
from .methods import methods
from .methods_text import about, amounts, example, kinds, price
from .schemas import request_schemas

if TYPE_CHECKING:
    from pathlib import Path

    from .document import Document, Schema
    from .methods import Method

Operation: TypeAlias = dict[str, Any]

_FACTS = '''\
"""What the client must know of this vendor beyond its schemas, taken from the vendor's spec."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .request_schemas import REQUEST_SCHEMAS as REQUEST_SCHEMAS


class Operation(TypedDict):
    """One operation of the API."""

    method: str
    """HTTP method in lower case."""
    path: str
    """Path template below the server's address."""
    tag: str
    module: str
    """Full name of the module with the operation's functions."""
    request_schema: str | None
    """Name of the schema of the request body; None without a body."""
    request_content_type: str | None
    response_schema: str | None
    """Name of the schema of the JSON answer on success; None where there is none."""
    parameters: Mapping[str, str]
    """JSON type of every required parameter."""
    secrets: Sequence[str]
    """Fields of the request that must not be shown."""
    task_api: Mapping[str, Any]
    """The operation's `x-task-api`, without its methods."""


SERVERS: Final[tuple[str, ...]] = {servers}
"""Addresses of the API, the default first; variables have their default values."""

FACTS: Final[Mapping[str, Any]] = {facts}

OPERATIONS: Final[Mapping[str, Operation]] = {operations}

METHODS: Final[Mapping[str, Mapping[str, Any]]] = {methods}
"""The methods that create tasks: what each does, the operation behind it, and where its arguments go in the request."""

CALLS: Final[Mapping[str, Mapping[str, Any]]] = {calls}
"""The methods that only ask, in the same way; `returns` is where the answer has what they give."""


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name != "REQUEST_SCHEMAS":
            raise AttributeError(f"module {{__name__!r}} has no attribute {{name!r}}")
        from .request_schemas import REQUEST_SCHEMAS

        return REQUEST_SCHEMAS
'''

_REQUEST_SCHEMAS = '''\
"""JSON schemas (draft-07) of the request bodies by name; they refer to each other as `#/definitions/Name`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

REQUEST_SCHEMAS: Final[Mapping[str, Mapping[str, Any]]] = {schemas}
'''


def write_facts(document: Document, *, target: Path) -> None:
    """Write both modules into a package's folder; ``facts`` loads the request schemas only when asked for them."""
    facts = _FACTS.format(
        servers=repr(server_addresses(document)),
        facts=repr(_without(document.get("x-task-api", {}), "parameters", "fixed")),
        operations=repr(operation_table(document, target.name)),
        methods=repr({method.name: _method(document, method) for method in methods(document)}),
        calls=repr({method.name: _call(document, method) for method in methods(document, "call")}),
    )
    (target / "facts.py").write_text(facts, encoding="utf-8", newline="\n")
    schemas = _REQUEST_SCHEMAS.format(schemas=repr(request_schemas(document)))
    (target / "request_schemas.py").write_text(schemas, encoding="utf-8", newline="\n")


def _method(document: Document, method: Method) -> dict[str, Any]:
    """What the client does with a method's arguments, and what a command says of them."""
    plan = method.plan
    for parameter in method.parameters:
        plan["parameters"][parameter.name] |= {
            "about": about(document, method, parameter),
            "kinds": kinds(document, parameter),
        }
    said = {
        "summary": f"{method.summary}.",
        "amounts": amounts(document, method.operation),
        "price_text": price(document, method.operation),
        "example": example(document, method),
    }
    return said | plan


def _call(document: Document, method: Method) -> dict[str, Any]:
    """As `_method`, with where the answer has what it gives."""
    returns = method.operation.get("returns", document["x-task-api"]["envelope"]["data_field"])
    return _method(document, method) | {"returns": returns, "many": method.many}


def server_addresses(document: Document) -> tuple[str, ...]:
    """The addresses of a document's servers, with the default of every variable."""
    addresses = []
    for server in document.get("servers", []):
        defaults = {name: variable["default"] for name, variable in server.get("variables", {}).items()}
        addresses.append(str(server["url"]).format(**defaults))
    return tuple(addresses)


def operation_table(document: Document, package: str) -> dict[str, Operation]:
    """Every operation by its operationId, in the document's order."""
    table = {}
    for method, url, operation in operations(document):
        tag = str(operation["tags"][0])
        request_type, request_schema = next(iter(request_content(document, operation).items()), (None, {}))
        table[str(operation["operationId"])] = {
            "method": method,
            "path": url,
            "tag": tag,
            "module": f"{package}.api.{_identifier(tag)}.{_identifier(operation['operationId'])}",
            "request_schema": schema_name(request_schema),
            "request_content_type": request_type,
            "response_schema": schema_name(_success(document, operation)),
            "parameters": _parameters(document, operation),
            "secrets": _secrets(document, request_schema),
            "task_api": _without(operation.get("x-task-api", {}), "methods"),
        }
    return table


def _parameters(document: Document, operation: Operation) -> dict[str, str]:
    found = (dereference(document, parameter) for parameter in operation.get("parameters", ()))
    return {
        str(parameter["name"]): str(dereference(document, parameter["schema"]).get("type", "string"))
        for parameter in found
        if parameter.get("required")
    }


def _secrets(document: Document, schema: Schema) -> list[str]:
    """The fields of a request that must not be shown."""
    schemas = document.get("components", {}).get("schemas", {})
    return sorted({name for used in reachable(document, [schema]) for name in secret_names(schemas[used])})


def _without(facts: Operation, *names: str) -> Operation:
    return {name: value for name, value in facts.items() if name not in names}


def _success(document: Document, operation: Operation) -> Schema:
    for status, content in response_content(document, operation).items():
        for media_type, schema in content.items():
            if status.startswith("2") and is_json(media_type):
                return schema
    return {}


def _identifier(name: str) -> str:
    """The module name openapi-python-client makes of an operationId or a tag."""
    return str(PythonIdentifier(name, "field_"))
