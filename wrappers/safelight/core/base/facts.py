"""The facts of a vendor that its client heeds, read from the `facts` module generated from its spec.

They are named tuples, which are made in a fifth of the time of attrs classes: every client and every help imports them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Literal, NamedTuple, TypeAlias, TypeVar, cast

from safelight.core.base.methods import Facts, Kind, MethodFacts, ParameterFacts

REPLY_LIMIT = 16 * 1024 * 1024
"""The most bytes of an answer that is read into memory, where the spec states no other number."""
LOSS_MARGIN = 0.6
"""The share of the time after which an unwatched task is lost that is used at the most."""
_T = TypeVar("_T")

Phase: TypeAlias = Literal["queued", "running", "succeeded", "failed"]
Meaning: TypeAlias = Literal[
    "authentication", "insufficient_credits", "invalid_input", "not_found", "rate_limited", "unavailable"
]
Role: TypeAlias = Literal["create", "status", "result", "upload", "complete", "list", "authenticate", "call"]


class Authentication(NamedTuple):
    style: Literal["header", "rsa_exchange"]
    header: str
    prefix: str
    token_lifetime_seconds: float | None = None


class Environment(NamedTuple):
    """Names of the environment variables that hold a vendor's settings."""

    api_key: str
    base_url: str
    secret_key: str | None = None


class Envelope(NamedTuple):
    """Where an answer says whether it is a success, and where its content is.

    Attributes:
        status_field: None where the HTTP status alone says it.
        data_field: None where the answer is the content.
        error_fields: Where an error names the fields that are wrong, each with what is wrong.
    """

    status_field: str | None
    success: int | str | None
    data_field: str | None
    error_code: tuple[str, ...]
    error_message: tuple[str, ...]
    error_fields: tuple[str, ...] = ()


class TaskFacts(NamedTuple):
    """Where a task's id and status stand, and what the status words mean.

    Attributes:
        reason: Where a failure says why.
        code: Where it has a code, beside those that `task_errors` knows.
        progress: Where the percentage stands.
    """

    id: str
    status: str
    phases: Mapping[str, Phase]
    reason: tuple[str, ...]
    code: tuple[str, ...] = ()
    progress: str | None = None
    failed_below: int | None = None

    def phase(self, status: object) -> Phase:
        """What a status means; a status word that no document lists counts as still running."""
        known = self.phases.get(str(status))
        if known is not None:
            return known
        with suppress(ValueError):
            if self.failed_below is not None and int(str(status)) < self.failed_below:
                return "failed"
        return "running"


class Polling(NamedTuple):
    """Seconds between status calls; `lost_after_seconds` is how soon an unwatched task is dropped."""

    initial_seconds: float
    maximum_seconds: float
    hint_milliseconds_field: str | None = None
    lost_after_seconds: float | None = None
    server_limit_seconds: float | None = None

    @property
    def longest_seconds(self) -> float:
        """The longest time between two status calls at which no task is dropped."""
        lost_after = self.lost_after_seconds
        return math.inf if lost_after is None else lost_after * LOSS_MARGIN


class Rate(NamedTuple):
    """At most `requests` in any `seconds`, counted for each `scope`."""

    requests: int
    seconds: float
    scope: str


class Limits(NamedTuple):
    rates: tuple[Rate, ...] = ()
    in_flight: int | None = None
    files_per_create: int | None = None


class RateHeaders(NamedTuple):
    remaining: str
    reset: str


class Lifetimes(NamedTuple):
    """How long addresses and files live, in seconds; None where no document says."""

    upload_url_seconds: float | None = None
    download_url_seconds: float | None = None
    upload_seconds: float | None = None
    result_seconds: float | None = None


class UploadFacts(NamedTuple):
    maximum_bytes: int | None = None


class InputFacts(NamedTuple):
    """Documented limits of a file; sizes in bytes, lengths in pixels."""

    formats: tuple[str, ...] = ()
    maximum_bytes: int | None = None
    maximum_width: int | None = None
    maximum_height: int | None = None
    maximum_long_side: int | None = None
    maximum_short_side: int | None = None
    minimum_short_side: int | None = None


class ResultFileFacts(NamedTuple):
    """Where an answer has files: all that stand at `at`, and the paths of their properties from there.

    Attributes:
        at: None for the answer itself.
        inline: Media type of a file that may stand in the answer itself, as base64 in its URL's place; its first bytes
            may tell another.
    """

    at: str | None
    url: tuple[str, ...]
    name: str | None = None
    size: str | None = None
    type: str | None = None
    type_field: str | None = None
    label: str | None = None
    inline: str | None = None


class ResultFacts(NamedTuple):
    """Where an answer has a finished task: the vendor's own description of it, and its files.

    Attributes:
        raw: None where all of the answer is the description.
        described: Where an answer that names no file has what a method that makes JSON gives as its file.
    """

    raw: str | None
    files: tuple[ResultFileFacts, ...]
    described: str | None = None


class Multiplier(NamedTuple):
    """What a vendor charges of the documented credits: usually, and at most."""

    usual: float = 1
    most: float = 1


class PriceSource(NamedTuple):
    """The document that states a vendor's prices, and the month in which it was read, such as ``"2026-11"``.

    Attributes:
        call: The method that lists the vendor's prices of today.
    """

    title: str
    date: str
    call: str | None = None


class Quoted(NamedTuple):
    """The method that asks for an operation's price, and where what it gives has the credits."""

    method: str
    credits: str


class OperationFacts(NamedTuple):
    """One operation of a spec: its place in the generated package and what it costs.

    Attributes:
        parameters: JSON types of its required parameters.
        secrets: Fields of its request that must not be shown.
        is_form: Whether its request is a multipart form.
        synchronous: The field of the request, and its value, with which the answer comes when the task is done; empty
            where it always does.
        largest_answer: Bytes of its longest answer.
        notice: What users should know before they call it.
    """

    id: str
    method: str
    path: str
    tag: str
    module: str
    role: Role
    inputs: Mapping[str, InputFacts]
    parameters: Mapping[str, str]
    is_form: bool
    secrets: tuple[str, ...]
    extension: Mapping[str, object]
    request_schema: str | None = None
    billed: bool = False
    idempotency_field: str | None = None
    status_operation: str | None = None
    result_operation: str | None = None
    synchronous: Facts | None = None
    largest_answer: int = REPLY_LIMIT
    quote: Quoted | None = None
    notice: str | None = None

    def __repr__(self) -> str:
        return f"<operation {self.id}>"


class VendorFacts(NamedTuple):
    """All that is known of a vendor, from its spec's `x-task-api`."""

    vendor: str
    client: str
    title: str
    package: str
    servers: tuple[str, ...]
    authentication: Authentication
    environment: Environment
    envelope: Envelope
    task: TaskFacts
    polling: Polling
    operations: Mapping[str, OperationFacts]
    methods: Mapping[str, MethodFacts]
    calls: Mapping[str, MethodFacts]
    result: ResultFacts
    errors: Mapping[str, Meaning]
    http_errors: Mapping[str, Meaning]
    task_errors: Mapping[str, str]
    limits: Limits = Limits()
    credits_multiplier: Multiplier = Multiplier()
    price_source: PriceSource | None = None
    rate_headers: RateHeaders | None = None
    lifetimes: Lifetimes = Lifetimes()
    upload: UploadFacts = UploadFacts()

    @property
    def seconds_between_items(self) -> float:
        """Seconds of the tightest request rate that a task needs at the least: for its file, its create and one poll."""
        calls = 2 + any(operation.role == "upload" for operation in self.operations.values())
        return max((calls * rate.seconds / rate.requests for rate in self.limits.rates), default=0.0)

    def __repr__(self) -> str:
        return f"<facts of {self.vendor}>"


PARTS: Mapping[object, Mapping[str, Callable[..., object]]] = {
    VendorFacts: {
        "authentication": Authentication,
        "environment": Environment,
        "envelope": Envelope,
        "task": TaskFacts,
        "polling": Polling,
        "result": ResultFacts,
        "limits": Limits,
        "credits_multiplier": Multiplier,
        "price_source": PriceSource,
        "rate_headers": RateHeaders,
        "lifetimes": Lifetimes,
        "upload": UploadFacts,
    },
    Limits: {"rates": Rate},
    OperationFacts: {"quote": Quoted},
    ParameterFacts: {"kinds": Kind},
    ResultFacts: {"files": ResultFileFacts},
}
"""Fields that are named tuples, or lists of such."""


@cache
def load(package: str) -> VendorFacts:
    """Read the facts of a generated package, such as ``"pilio_api"``."""
    module = import_module(f"{package}.facts")
    facts = cast("Facts", module.FACTS)
    operations = cast("Mapping[str, Facts]", module.OPERATIONS)
    return _build(
        VendorFacts,
        {
            **facts,
            "package": package,
            "servers": module.SERVERS,
            "errors": _meanings(facts, "errors"),
            "http_errors": _meanings(facts, "http_errors"),
            "task_errors": facts.get("task_errors") or {},
            "operations": {
                name: _operation(name, operation)
                for name, operation in operations.items()
                if operation["task_api"]  # without a role, it is in the wire package alone
            },
            "methods": {name: _method(name, method) for name, method in module.METHODS.items()},
            "calls": {name: _method(name, method) for name, method in module.CALLS.items()},
        },
    )


def _method(name: str, facts: Facts) -> MethodFacts:
    parameters = cast("Mapping[str, Facts]", facts["parameters"])
    built = {key: _build(ParameterFacts, value) for key, value in parameters.items()}
    return _build(MethodFacts, {"name": name, **facts, "parameters": built})


def _operation(name: str, facts: Facts) -> OperationFacts:
    extension = cast("Facts", facts["task_api"])
    inputs = cast("Mapping[str, Facts]", extension.get("inputs") or {})
    return _build(
        OperationFacts,
        {
            **facts,
            **extension,
            "id": name,
            "method": cast("str", facts["method"]).upper(),
            "inputs": {parameter: _build(InputFacts, limits) for parameter, limits in inputs.items()},
            "is_form": facts["request_content_type"] == "multipart/form-data",
            "largest_answer": extension.get("largest_answer_bytes", REPLY_LIMIT),
            "extension": extension,
        },
    )


def _meanings(facts: Facts, name: str) -> Mapping[str, Meaning]:
    stated = cast("Mapping[str, Meaning | Mapping[str, Meaning]]", facts.get(name) or {})
    return {code: entry["meaning"] if isinstance(entry, Mapping) else entry for code, entry in stated.items()}


def _build(kind: Callable[..., _T], facts: Facts) -> _T:
    parts = PARTS.get(kind, {})
    return kind(
        **{
            name: _value(facts[name], parts.get(name))
            for name in cast("type[NamedTuple]", kind)._fields
            if name in facts
        }
    )


def _value(value: object, part: Callable[..., object] | None) -> object:
    if isinstance(value, list):
        items = cast("list[object]", value)
        return tuple(items if part is None else (_value(item, part) for item in items))
    return value if part is None or value is None else _build(part, cast("Facts", value))
