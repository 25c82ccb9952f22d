"""What the operations of all vendors share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from pathlib import PurePath
from typing import ClassVar, Generic, TypeVar, cast

from safelight.core.calls import Api, idempotency_key
from safelight.core.envelope import CODE, at_path
from safelight.core.flow import Flow, Now, Sleep
from safelight.core.hidden import Secrets
from safelight.core.options import Options
from safelight.core.outcome import LONGEST_ID, Created, FileRef, Handle, Outcome, Status, is_id, optional
from safelight.core.polling import bounded
from safelight.core.read_once import measured, measured_once
from safelight.core.redact import shown
from safelight.core.remote_sources import fetch_source
from safelight.core.sources import File, Prepared, Source, url_of
from safelight.errors import (
    ApiError,
    AuthenticationError,
    InvalidInput,
    NotFound,
    RateLimited,
    SafelightError,
    UnexpectedResponse,
)

R = TypeVar("R")

LARGEST = 1e9
"""No percentage and no wait in milliseconds is larger."""
SHORT = 8
"""Characters below which a key may stand in an id by chance, as made-up ones for tests do; no vendor's is as short."""
ROOM_WITHIN = 900.0
"""Seconds that a create waits at the most for one of the tasks in flight to end."""


class Operations(ABC, Generic[R]):
    """What a vendor's clients can do; `R` is the vendor's own model of a finished task."""

    PARAMETERS: ClassVar[Mapping[str, str]] = {}
    """Parameters that requests call otherwise, by their place in a request."""

    _api: Api
    _options: Options

    @abstractmethod
    def _check(self, handle: Handle) -> Flow[Status]:
        """One status call."""

    @abstractmethod
    def _collect(self, handle: Handle, status: Status | None) -> Flow[Outcome[R]]:
        """The outcome of a finished task: from `status` where that holds it, else asked for (again)."""

    def _is_id(self, text: str) -> bool:
        """Whether a text can be the vendor's id of a task."""
        return is_id(text)

    def _look(self, handle: Handle) -> Flow[Status]:
        """One status call; a finished task makes room for another."""
        status = yield from self._check(handle)
        if status.finished:
            yield from self._api.limiter.done(handle)
        else:
            self._api.limiter.watched(handle, (yield from Now()).monotonic)
        return status

    def _room(self) -> Flow[None]:
        """Wait until the vendor has room for one more task in flight, and take it.

        Raises:
            RateLimited: No task in flight has ended in `ROOM_WITHIN` seconds.
        """
        if not (yield from self._api.limiter.in_flight.enter()):
            ends = (yield from Now()).monotonic + ROOM_WITHIN
            yield from bounded(self._vacated(), ends, self._full)

    def _vacated(self) -> Flow[None]:
        """Take the place of a task that has ended.

        Tasks may be left unwatched by whoever created them, so the oldest is asked for here.
        """
        limiter = self._api.limiter
        free = False
        while not free:
            oldest = limiter.in_flight.oldest()
            if oldest is not None:
                try:
                    yield from self._look(oldest)
                except NotFound:
                    yield from limiter.done(oldest)
                except AuthenticationError:
                    raise  # the create would be refused as well
                except ApiError:
                    pass  # that the task could not be asked for does not end it
            free = yield from limiter.in_flight.enter()
            if not free:
                yield from Sleep(self._api.facts.polling.initial_seconds / 4)

    def _full(self, _: SafelightError | None) -> RateLimited:
        facts = self._api.facts
        return RateLimited(
            f"{facts.title} works on {facts.limits.in_flight} tasks at a time, and none of them has ended in "
            f"{ROOM_WITHIN:g} seconds. Nothing was bought",
            vendor=facts.vendor,
        )

    def _bought(self, operation_id: str, body: Mapping[str, object]) -> Flow[str]:
        """Create a task inside the vendor's limit of tasks in flight; its id."""
        yield from self._room()
        try:
            content = yield from self._api.ask(operation_id, body=body)
            key = idempotency_key(self._api.facts.operations[operation_id], body)
            return self._task_id(operation_id, content, key)
        except BaseException:
            self._api.limiter.in_flight.unused()
            raise

    def _status_in(self, content: Mapping[str, object]) -> Status:
        """The status that an answer tells, by the vendor's facts."""
        facts = self._api.facts
        data = content.get(facts.envelope.data_field)
        secrets = self._api.secrets
        word = at_path(data, facts.task.status)
        if isinstance(word, bool) or not isinstance(word, str | int | float) or word == "":
            raise UnexpectedResponse(
                f"the answer has no {facts.task.status}", vendor=facts.vendor, body=shown(content, secrets)
            )
        said = [text for path in facts.task.reason if (text := at_path(data, path))]
        known = next((text for text in map(shown, (word, *said)) if text in facts.task_errors), None)
        code = optional(at_path(data, "error_type"), str)
        hint = _measure(at_path(data, facts.polling.hint_milliseconds_field or "-"))
        return Status(
            phase=facts.task.phase(word),
            word=shown(word, secrets, CODE),
            progress=_measure(at_path(data, "progress")),
            poll_after=hint / 1000 if hint else None,
            reason=shown(said[0], secrets) if said else None,
            code=known or (shown(code, secrets, CODE) if code else None),
            answer=content,
        )

    def _task_id(self, operation: str, content: Mapping[str, object], key: object = None) -> str:
        """The id of the task that a billed answer names; `key` is the idempotency key it was asked for with."""
        facts = self._api.facts
        found = at_path(content.get(facts.envelope.data_field), facts.task.id)
        task_id = str(found) if isinstance(found, str | int) and not isinstance(found, bool) else ""
        # Tokens, events and errors name it, so that one which repeats a secret cannot be kept.
        secrets = Secrets(*(secret for secret in self._api.secrets if len(secret) >= SHORT))
        if not self._is_id(task_id) or shown(task_id, secrets, LONGEST_ID) != task_id:
            wrong = f"the answer names no {facts.task.id}"
        elif self._api.named.is_new(task_id, key):
            return task_id
        else:  # bytes that a server or a proxy sent twice answer the next request on their connection
            wrong = f"the answer names task {task_id}, which an earlier create had already been given"
        raise self._api.unusable(facts.operations[operation], UnexpectedResponse(wrong), content, key)

    def _prepared(
        self, source: Source, filename: str | None, operation: str, parameter: str
    ) -> Flow[Prepared]:
        """Measure a file and check it against the documented limits of an operation."""
        facts = self._api.facts
        limits = facts.operations[operation].inputs.get(parameter)
        try:
            if isinstance(source, File) and source.fetch:
                fetched = yield from fetch_source(self._api, source)
                file = yield from measured_once(fetched, filename)
            else:
                most = limits.maximum_bytes if limits is not None else None
                file = yield from measured(source, filename, most or facts.upload.maximum_bytes)
            if limits is not None:
                file.check(facts.vendor, parameter, limits)
        except SafelightError as error:
            raise error.placed(vendor=facts.vendor, operation=operation) from None
        return file

    def _file(
        self,
        url: object,
        *,
        expires: float | None = None,
        name: object = None,
        type: object = None,
        size: object = None,
        label: str | None = None,
    ) -> FileRef | None:
        """The file of a result that lies at a URL, with what the vendor says of it; None where it names no URL."""
        if not isinstance(url, str) or not url:
            return None
        secrets = self._api.secrets
        return FileRef(
            url=url,
            name=shown(name, secrets) if isinstance(name, str) and name else None,
            type=shown(type, secrets, CODE) if isinstance(type, str) and type else None,
            size=size if isinstance(size, int) and not isinstance(size, bool) and size > 0 else None,
            expires=expires,
            label=label,
        )

    def _created(
        self,
        operation: str,
        task_id: str,
        name: str,
        options: Mapping[str, str] | None = None,
        outcome: Outcome[R] | None = None,
    ) -> Flow[Created[R]]:
        now = yield from Now()
        address = self._api.credentials.base_url
        handle = Handle(self._api.facts.vendor, operation, task_id, now.wall, address, name, options or {})
        self._api.limiter.in_flight.occupy(handle)
        self._api.limiter.watched(handle, now.monotonic)
        return Created(handle, outcome, at=now.monotonic)


def stem_of(source: Source | None, filename: str | None, otherwise: str) -> str:
    """The name to give results of a source: its own, without the suffix.

    Raises:
        InvalidInput: `filename` is no text.
    """
    if filename is not None and not isinstance(cast("object", filename), str):
        raise InvalidInput(f"filename: must be a text, not {type(filename).__name__}", field="filename")
    if filename:
        return PurePath(filename).stem
    if isinstance(source, File):
        return stem_of(source.content, source.name, otherwise)
    if isinstance(source, str) and (url := url_of(source)):
        return PurePath(url.partition("?")[0]).stem or otherwise
    named = getattr(source, "name", source)
    return PurePath(named).stem if isinstance(named, str | PurePath) and str(named) else otherwise


def _measure(value: object) -> float | None:
    """A number as an answer tells it; None for what is none, or no sensible one."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= LARGEST:
        return None
    return float(value)
