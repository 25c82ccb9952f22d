"""The numbers of each vendor, read from its spec by way of the generated package."""

import importlib
import math
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any, NamedTuple, TypedDict, cast
from urllib.parse import urlsplit

from safelight.sandbox.jsontypes import JsonObject, whole
from safelight.sandbox.limits import Rate
from safelight.sandbox.tasks import Phase


@cache
def _module(vendor: str) -> Any:  # noqa: ANN401 - each vendor has one of its own
    return importlib.import_module(f"{vendor}_api.facts")


def _facts(vendor: str) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", _module(vendor).FACTS)


def base_path(vendor: str) -> str:
    """Return the path that the address of a vendor's API has here: its name, then the path of its own server."""
    return f"/{vendor}{server_path(vendor)}"


def title(vendor: str) -> str:
    """Return a vendor's name in sentences."""
    return str(_facts(vendor)["title"])


def environment(vendor: str) -> Mapping[str, str]:
    """Return the names of the environment variables with a vendor's settings, by the arguments of its client."""
    return cast("Mapping[str, str]", _facts(vendor)["environment"])


def part(vendor: str, name: str) -> Mapping[str, Any]:
    """Return a part of a vendor's facts, such as `envelope` or `errors`; empty where the vendor has none."""
    return cast("Mapping[str, Any]", _facts(vendor)[name] or {})


@cache
def operations(vendor: str) -> Mapping[str, Mapping[str, Any]]:
    """Return the operations of a vendor that have a role, by operationId."""
    found = cast("Mapping[str, Mapping[str, Any]]", _module(vendor).OPERATIONS)
    return {name: operation for name, operation in found.items() if operation["task_api"]}


def server_path(vendor: str) -> str:
    """Return the path that the address of a vendor's API ends with; empty for most."""
    return urlsplit(str(_module(vendor).SERVERS[0])).path.rstrip("/")


def role(vendor: str, operation: str) -> tuple[str, bool]:
    """Return what an operation of a vendor is for, such as `upload` or `status`, and whether it is billed."""
    described = operations(vendor)[operation]["task_api"]
    return str(described["role"]), bool(described["billed"])


@cache
def rates(vendor: str) -> tuple[Rate, ...]:
    """Return the documented rate limits of a vendor."""
    return tuple(
        Rate(int(rate["requests"]), float(rate["seconds"]), str(rate["scope"]))
        for rate in part(vendor, "limits")["rates"]
    )


def limit(vendor: str, name: str) -> float:
    """Return another documented limit of a vendor, `in_flight` or `files_per_create`; infinity without one."""
    found = part(vendor, "limits")[name]
    return math.inf if found is None else float(found)


def error_code(vendor: str, meaning: str, status: int) -> str | None:
    """Return the documented code of an error: its HTTP status where that is one, or the first of its meaning."""
    errors = part(vendor, "errors")
    if str(status) in errors:
        return str(status)
    return next((code for code, error in errors.items() if error["meaning"] == meaning), None)


def status_word(vendor: str, phase: Phase) -> str | int:
    """Return the first of a vendor's words for a phase: a queued task may be running, and a lost one has failed.

    It is a number where the vendor's statuses are, and failures are those below one of them.
    """
    task = part(vendor, "task")
    wanted = (phase, {"queued": "running", "lost": "failed"}.get(phase))
    words = (word for name in wanted for word, meaning in task["phases"].items() if meaning == name)
    if task["failed_below"] is None:
        return str(next(words))
    return int(next(words, task["failed_below"] - 1))


def lifetime(vendor: str, name: str, usual: float = 7200.0) -> float:
    """Return how many seconds something of a vendor lives; `usual` where no document says.

    Args:
        vendor: The vendor.
        name: `upload_url`, `download_url`, `upload` or `result`.
        usual: A likely number.
    """
    found = part(vendor, "lifetimes")[f"{name}_seconds"]
    return usual if found is None else float(found)


def upload_limit(vendor: str, name: str) -> int:
    """Return `maximum` or `multipart_threshold` of an uploaded file, in bytes."""
    return int(part(vendor, "upload")[f"{name}_bytes"])


def polling(vendor: str, name: str) -> float | None:
    """Return `lost_after` or `server_limit` of a vendor's tasks, in seconds, or None."""
    found = part(vendor, "polling")[f"{name}_seconds"]
    return None if found is None else float(found)


def price(vendor: str, operation: str, body: JsonObject) -> tuple[float, str]:
    """Return the documented credits of a task and what each are for, such as `page`; one where no document says."""
    for stated in operations(vendor)[operation]["task_api"].get("credits", ()):
        when = stated.get("when", {}).items()
        if all(_word(vendor, operation, name, body.get(name)) in values for name, values in when):
            return cast("float", stated["amount"]), str(stated["per"])
    return 1, "task"


def charge(vendor: str, operation: str, body: JsonObject) -> float:
    """Return the documented credits of a task with all images that its request asks for, rounded up."""
    amount, unit = price(vendor, operation, body)
    if unit != "output image":
        return amount
    batch = next((one["batch_size"] for one in _parameters(vendor, operation) if "batch_size" in one), None)
    count = whole(body, "output_count", 1) if batch is None else whole(body, "batch_size", batch["default"])
    return math.ceil(amount * count)


def _word(vendor: str, operation: str, name: str, value: object) -> object:
    """Return what users call a value of a request, as prices do."""
    for parameters in _parameters(vendor, operation):
        for word, sent in parameters.get(name, {}).get("values", {}).items():
            if sent == value:
                return word
    return value


def _parameters(vendor: str, operation: str) -> list[Mapping[str, Any]]:
    """Return the parameters of each method of an operation."""
    methods = _module(vendor).METHODS.values()
    return [method["parameters"] for method in methods if method["operation"] == operation]


class Source(NamedTuple):
    """Where a form has a file, or else its URL, and the most bytes of the file."""

    field: str
    url_field: str
    maximum_bytes: int


def sources(vendor: str, operation: str) -> Mapping[str, Source]:
    """Return the files that an operation takes in its form, by what methods call them."""
    limits = operations(vendor)[operation]["task_api"].get("inputs", {})
    usual = upload_limit(vendor, "maximum")
    return {
        name: Source(one["fields"][0], one["url_field"], limits[name].get("maximum_bytes", usual))
        for parameters in _parameters(vendor, operation)
        for name, one in parameters.items()
        if one.get("source") == "form"
    }


def kind_of(vendor: str, schema: str, name: str) -> object:
    """Return the JSON type of a field of a request; None where there is none such."""
    schemas = importlib.import_module(f"{vendor}_api.request_schemas").REQUEST_SCHEMAS
    for part in (schemas[schema], *schemas[schema].get("allOf", ())):
        stated = part.get("properties", {}).get(name)
        if stated is not None:
            return schemas.get(stated.get("$ref", "").rpartition("/")[2], stated).get("type")
    return None


class Limits(TypedDict):
    """What `decode` is to take of an operation's picture."""

    formats: Collection[str] | None
    maximum_size: tuple[int, int] | None


def picture(vendor: str, operation: str, name: str) -> Limits:
    """Return the documented limits of a picture that an operation takes by a parameter, or none."""
    facts = operations(vendor)[operation]["task_api"].get("inputs", {}).get(name, {})
    side = facts.get("maximum_long_side")
    wide, high = (facts.get(name, side) for name in ("maximum_width", "maximum_height"))
    return {"formats": facts.get("formats"), "maximum_size": None if wide is None else (wide, high)}
