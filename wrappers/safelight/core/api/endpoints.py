"""The one place that knows the shape of the generated packages, but for their schemas; see `validation`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from enum import Enum
from functools import cache
from importlib import import_module
from typing import Protocol, Self, TypeVar, cast

from safelight.core.api.validation import check_body
from safelight.core.base.facts import REPLY_LIMIT, OperationFacts, VendorFacts
from safelight.core.http.messages import Json, Request
from safelight.errors import InvalidInput, UnexpectedResponse


class Model(Protocol):
    """A generated model."""

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, object]) -> Self: ...

    def to_dict(self) -> dict[str, object]: ...


M = TypeVar("M", bound=Model)


class Endpoints:
    """Builds a vendor's requests with its generated package, and reads answers into its models.

    Args:
        paths: Paths that replace those of the spec, by operation id.
    """

    def __init__(self, facts: VendorFacts, paths: Mapping[str, str]) -> None:
        self._facts = facts
        self._paths = paths

    def request(
        self,
        operation: OperationFacts,
        base_url: str,
        parameters: Mapping[str, object],
        body: Mapping[str, object] | None,
        reply_limit: int = REPLY_LIMIT,
    ) -> Request:
        """The request of an operation. Raises `InvalidInput` where the body breaks the spec."""
        arguments = dict(parameters)
        if body is not None:
            check_body(self._facts, operation, body)
            arguments["body"] = _body(operation.module, body)
        built = cast("dict[str, object]", _get_kwargs(operation.module)(**arguments))
        params = cast("Mapping[str, object]", built.get("params") or {})
        return Request(
            method=cast("str", built["method"]).upper(),
            url=base_url + (self._paths.get(operation.id) or cast("str", built["url"])),
            params={name: str(value) for name, value in params.items()},
            body=self._encoded(operation, built["json"]) if "json" in built else None,
            reply_limit=reply_limit,
        )

    def _encoded(self, operation: OperationFacts, body: object) -> Json:
        try:
            return Json.of(body)
        except ValueError as error:
            raise InvalidInput(
                f"the request cannot be written as JSON: {error}",
                vendor=self._facts.vendor,
                operation=operation.id,
            ) from None

    def read_named(self, schema: str, content: object) -> Model:
        """Read an answer, or a part of one, into the generated model or enum of a schema; see `read`."""
        models = import_module(f"{self._facts.package}.models")
        return self.read(cast("type[Model]", getattr(models, schema)), content)

    @staticmethod
    def read(kind: type[M], content: object) -> M:
        """Read an answer into a generated model. Raises `UnexpectedResponse` where that needs what the answer lacks."""
        try:
            if issubclass(kind, Enum):
                return kind(content)
            return kind.from_dict(cast("Mapping[str, object]", content))
        except Exception as error:  # noqa: BLE001 - generated code meets whatever a server sends
            what = f"has no field {error}" if isinstance(error, KeyError) else f"does not fit {kind.__name__}"
            raise UnexpectedResponse(f"the answer {what}") from None


@cache
def _get_kwargs(module: str) -> Callable[..., object]:
    return cast("Callable[..., object]", import_module(module)._get_kwargs)


def _body(module: str, body: Mapping[str, object]) -> Model:
    """The body as the generated model it is; of several that the operation takes, the one that keeps all of it."""
    models = _body_models(module)
    for model in models[:-1]:
        with suppress(KeyError, TypeError, ValueError):
            built = model.from_dict(body)
            if built.to_dict() == body:
                return built
    return models[-1].from_dict(body)


@cache
def _body_models(module: str) -> list[type[Model]]:
    models = import_module(f"{module.partition('.')[0]}.models")
    names = str(_get_kwargs(module).__annotations__["body"]).split("|")
    return [cast("type[Model]", getattr(models, name.strip())) for name in names]
