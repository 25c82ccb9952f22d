"""What is known of a task: its handle, its status at a moment, and what it made."""

from __future__ import annotations

import json
import re
import string
from collections.abc import Callable, Iterable, Mapping
from typing import Generic, TypeVar, cast

import attrs

from safelight.core.base.facts import Phase
from safelight.core.base.redact import shown
from safelight.errors import ConfigurationError, SafelightError, UnexpectedResponse

R = TypeVar("R")
T = TypeVar("T")
E = TypeVar("E", bound=SafelightError)

TOKEN_VERSION = 1
NO_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffd]")
"""Control characters, and what stands for no character."""
AROUND = f"{string.whitespace}\ufeff\u200b\xa0"
LONGEST_ID = 1000
"""Characters of a task's id."""
LATEST = 1e11
"""No task was created later, in seconds since the epoch."""


@attrs.frozen
class Handle:
    """What identifies a task, in this process or any other.

    Attributes:
        vendor: Vendor's name.
        operation: Name of the operation that created it.
        id: The vendor's id of the task.
        created: When it was created, in seconds since the epoch; 0 where nobody knows.
        address: Address of the API that knows it.
        name: File name of the source, without its suffix, to name results by.
        options: What is to be known again, such as how its pictures were prepared.
    """

    vendor: str
    operation: str
    id: str
    created: float
    address: str
    name: str
    options: Mapping[str, str] = attrs.field(factory=dict[str, str])

    @property
    def token(self) -> str:
        """The handle as JSON: holds no secret and lasts as long as the vendor keeps the task."""
        return json.dumps({"safelight": TOKEN_VERSION, **attrs.asdict(self)}, sort_keys=True)

    def placed(self, error: E) -> E:
        """Name the task in an error, where that does not name one yet."""
        return error.placed(vendor=self.vendor, operation=self.operation, token=self.token)

    @property
    def prepared(self) -> tuple[str, ...]:
        """What was changed of the task's pictures before they were sent."""
        return tuple(self.options.get("prepared", "").splitlines())

    def with_prepared(self, lines: Iterable[str]) -> Handle:
        """The handle with what was changed of the task's pictures."""
        text = "\n".join(lines)
        return attrs.evolve(self, options={**self.options, "prepared": text}) if text else self

    @classmethod
    def from_token(cls, token: str) -> Handle:
        """Read a token, also one with quotes or spaces around it. Raises `ConfigurationError` where it is none."""
        if not isinstance(cast("object", token), str):
            raise ConfigurationError(
                f"the token must be a str, not {type(token).__name__}: pass all of Task.token",
                field="token",
            )
        try:
            values = json.loads(unwrapped(token))
            if isinstance(values, str):  # a token that was written as JSON once more
                values = json.loads(unwrapped(values))
        except (ValueError, RecursionError):
            raise ConfigurationError("not a valid token: pass all of Task.token", field="token") from None
        if not isinstance(values, dict) or "safelight" not in values:
            raise ConfigurationError("not a token of Safelight: pass all of Task.token", field="token")
        fields = cast("dict[str, object]", values)
        version = fields.pop("safelight")
        if version != TOKEN_VERSION:
            raise ConfigurationError(
                f"the token is of version {shown(version, most=20)}, this release reads version {TOKEN_VERSION}",
                field="token",
            )
        if not _is_handle(fields):
            raise damaged_token()
        return cast("Callable[..., Handle]", cls)(**fields)


def unwrapped(token: str) -> str:
    """A token without what copying it may have put around it: spaces, quotes, a byte order mark."""
    text = token.strip(AROUND).strip("'`\u2018\u2019").strip(AROUND)
    # Written as JSON once more, it would begin with an escape.
    return text.strip('"') if text.startswith('"{') and not text.startswith('"{\\') else text


def damaged_token() -> ConfigurationError:
    """What to raise for a token that cannot have come from `Task.token`."""
    return ConfigurationError("the token is damaged: pass all of Task.token", field="token")


def _is_handle(fields: Mapping[str, object]) -> bool:
    created, options = fields.get("created"), fields.get("options")
    texts = [value for name, value in fields.items() if name not in {"created", "options"}]
    if not isinstance(created, float | int) or not isinstance(options, dict):
        return False
    texts += [part for item in cast("dict[object, object]", options).items() for part in item]
    return (
        set(fields) == {field.name for field in attrs.fields(Handle)}
        and 0 <= created <= LATEST
        and all(isinstance(text, str) for text in texts)
    )


@attrs.frozen
class Status:
    """A task as its vendor described it.

    Attributes:
        phase: What the status means: queued, running, succeeded or failed.
        word: The vendor's own status word or number.
        progress: Percent done, if the vendor says.
        poll_after: Seconds the vendor asks to wait before the next status call.
        reason: Why it failed.
        code: The vendor's failure code.
    """

    phase: Phase
    word: str
    progress: float | None = None
    poll_after: float | None = None
    reason: str | None = None
    code: str | None = None
    answer: object = attrs.field(default=None, repr=False, eq=False)

    @property
    def finished(self) -> bool:
        return self.phase in ("succeeded", "failed")


@attrs.frozen
class Credits:
    """The price of a task by the vendor's documents.

    Attributes:
        expected: Credits that it usually costs.
        most: The most credits that it may cost, where that depends on the content, or documents or accounts differ.
    """

    expected: float
    most: float


@attrs.frozen
class FileRef:
    """One file of a result, as the vendor named it; `content` where it came inside the answer."""

    url: str | None = attrs.field(default=None, repr=False)
    name: str | None = None
    type: str | None = None
    size: int | None = None
    expires: float | None = None
    """When the URL ends, in seconds since the epoch."""
    content: bytes | None = attrs.field(default=None, repr=False)
    label: str | None = None
    """What sets it apart from the result's other files, such as ``"mask"``."""


@attrs.frozen
class Outcome(Generic[R]):
    """What a task made: its files, and what reads the vendor's own answer, which few callers look at."""

    files: tuple[FileRef, ...]
    read: Callable[[], R] = attrs.field(repr=False)


@attrs.frozen
class Created(Generic[R]):
    """A task that was just created; with its status or even its outcome where the vendor told them at once.

    Attributes:
        at: When that was, on the monotonic clock; None for one that another process created, or an earlier call.
        credits: Its price; None where it is unknown, as of a task that was resumed.
        arguments: Those of the call, without contents of files; None where another process made it.
    """

    handle: Handle
    outcome: Outcome[R] | None = None
    status: Status | None = None
    at: float | None = None
    credits: Credits | None = None
    arguments: Mapping[str, object] | None = attrs.field(default=None, repr=False)


def json_of(status: Status) -> Mapping[str, object]:
    """The answer that a status was read from."""
    return cast("Mapping[str, object]", present(status.answer, dict, "content"))


def present(value: object, kind: type[T], field: str) -> T:
    """A value that an answer must have. Raises `UnexpectedResponse` where it is missing or of another type."""
    usable = optional(value, kind)
    if usable is None or usable == "":
        raise UnexpectedResponse(f"the answer has no usable {field}")
    return usable


def optional(value: object, kind: type[T]) -> T | None:
    """A value that an answer may have; None where it is missing, null or of another type."""
    if not isinstance(value, kind):
        return None
    return None if isinstance(value, bool) and kind in (int, float) else value  # for Python it is a number


def listed(value: object, kind: type[T], field: str) -> list[T]:
    """The items of a list that an answer may have. Raises `UnexpectedResponse` for what is no list of that kind."""
    items = cast("list[object]", present(value, list, field)) if value else []
    return [present(item, kind, field) for item in items]


def present_id(value: object, field: str) -> str:
    """An id that an answer must have, as text or as a number; see `present`."""
    found = present(str(value) if optional(value, int) is not None else value, str, field)
    if not is_id(found):
        raise UnexpectedResponse(f"the answer has no usable {field}")
    return found


def is_id(text: str) -> bool:
    """Whether a text can be an id: one of dots would be another place in an address, and none holds what is no text."""
    return bool(text) and len(text) <= LONGEST_ID and text not in {".", ".."} and NO_TEXT.search(text) is None
