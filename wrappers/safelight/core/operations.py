"""What the operations of all vendors share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from functools import cache, partial
from itertools import count
from typing import Any, ClassVar, Generic, Self, TypeVar, cast

from safelight.core.api.envelope import CODE, at_path
from safelight.core.api.polling import NoStatus
from safelight.core.api.retry import Patience
from safelight.core.api.validation import call_by_parameter
from safelight.core.base.facts import InputFacts, OperationFacts
from safelight.core.base.hidden import Secrets, values_of
from safelight.core.base.methods import MethodFacts
from safelight.core.base.outcome import (
    LONGEST_ID,
    Created,
    Handle,
    Outcome,
    Status,
    damaged_token,
    is_id,
    json_of,
    listed,
    optional,
    present,
)
from safelight.core.base.redact import shown
from safelight.core.flow.effects import (
    Blocking,
    Deadline,
    Emit,
    Exclusive,
    Flow,
    Instant,
    Now,
    Overdue,
    Sleep,
    done,
)
from safelight.core.options import Options
from safelight.core.plans import described, places_of, request_body, result_files
from safelight.core.transfers.files_api import FilesApi
from safelight.core.transfers.prepared import Prepared
from safelight.core.transfers.preparing import Sources, fitting
from safelight.core.transfers.read_once import measured, measured_once
from safelight.core.transfers.remote_sources import fetch_source
from safelight.core.transfers.slots import Ask, Slot
from safelight.core.transfers.sources import File, Source
from safelight.core.transfers.uploads import Sent
from safelight.errors import (
    ApiError,
    AuthenticationError,
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
RECHECK = 0.05
"""Seconds after which the create that is next looks again whether a watched task has ended."""
RESULT_WITHIN = 300.0
"""Seconds that the files of a finished task are waited for, whose result still says that it is at work."""
ROOM_WITHIN = 900.0
"""Seconds that a create waits at the most for one of the tasks in flight to end."""


TURNS = count()
AT_ONCE = 2
"""Pictures that a client prepares at the same time."""


class NoFiles(UnexpectedResponse):
    """A result without a file, which one that comes right after a task's end may be."""


class Operations(Generic[R]):
    """What a vendor's clients can do; `R` is the vendor's own model of a finished task.

    The methods that create tasks are generated from the vendor's spec. A vendor's module overrides what no fact says.
    """

    _PACKAGE: ClassVar[str]
    """The vendor's wire package."""

    _api: FilesApi
    _options: Options

    def _create(
        self, method: str, arguments: Mapping[str, object], filename: str | None = None
    ) -> Flow[Created[Any]]:
        """Create a task by one of the generated methods, which know its type; see `creation.create`."""
        raise NotImplementedError

    def _call(self, name: str, arguments: Mapping[str, object]) -> Flow[Any]:
        """Ask by one of the generated methods that create no task."""
        call = self._api.facts.calls[name]
        operation = self._api.facts.operations[call.operation]
        given = {key: value for key, value in arguments.items() if value is not None}
        whole = operation.request_schema is None  # then an optional one stands in the query
        in_address = {key: given.pop(key) for key in list(given) if whole or key in operation.parameters}
        body = request_body(call, given) if operation.request_schema else None
        api = copy(self._api)
        api.sent = Secrets(*values_of(operation.secrets, body))
        content = yield from api.ask(operation.id, parameters=in_address, body=body)
        if call.returns is False:
            return None
        found = at_path(content, call.returns)
        field = call.returns or "content"
        items: list[Any] = listed(found, object, field) if call.many else [present(found, dict, field)]
        models = [api.endpoints.read_named(call.result_schema, item) for item in items]
        return models if call.many else models[0]

    def _place(self, error: SafelightError, method: str) -> None:
        """Make an error of a creation name the vendor, the method and its parameters, as users know them."""
        facts = self._api.facts.methods[method]
        error.placed(vendor=self._api.facts.vendor)
        error.operation = method
        call_by_parameter(error, facts.parameters, places_of(facts))

    def _check_request(self, operation: OperationFacts, body: Mapping[str, object]) -> None:
        """Raise `InvalidInput` where a request breaks a rule that no schema can state."""

    def _slots_for(self, operation: OperationFacts) -> Ask:
        """What gives an operation's files places to be sent to."""
        raise NotImplementedError

    def _upload_scope(self, operation: OperationFacts) -> str:
        """What a file id is good for, where not for everything."""
        return ""

    def _confirm_upload(self, file: Prepared, slot: Slot, sent: Sent) -> Flow[None]:
        """Tell the vendor that a file has arrived, where it does not see that for itself."""
        return done(None)

    def _upload(self, file: Prepared) -> Flow[str]:
        """Send a file to a vendor whose tasks take URLs alone; where it is then."""
        raise NotImplementedError

    def _new_key(self) -> object:
        """A fresh idempotency key."""
        raise NotImplementedError

    def _ask_status(self, handle: Handle) -> Flow[Status]:
        """One status call."""
        operation = self._operation_of(handle).status_operation or ""
        return self._status_in((yield from self._asked(operation, handle)))

    def _fetch_outcome(self, handle: Handle, status: Status | None) -> Flow[Outcome[R]]:
        """The outcome of a finished task: from `status` where that holds it, else asked for (again)."""
        facts = self._api.facts
        asked = self._operation_of(handle).result_operation
        ends = (yield from Now()).monotonic + RESULT_WITHIN
        while True:
            if asked is not None:
                content = yield from self._asked(asked, handle)
            else:
                content = json_of(status or (yield from self._ask_status(handle)))
            now = yield from Now()
            try:
                return self._outcome_in(handle.operation, content, now)
            except NoFiles as none:
                if now.monotonic >= ends or not self._is_at_work(content):
                    raise
                trouble = none
            yield from Sleep(facts.polling.initial_seconds, trouble)

    def _outcome_in(self, method: str, content: Mapping[str, object], now: Instant) -> Outcome[R]:
        """The outcome that an answer tells, by the vendor's facts. Raises `NoFiles` where it lists none."""
        facts = self._api.facts
        stated = at_path(content, facts.result.raw)
        raw = cast("Mapping[str, object]", present(stated, dict, facts.result.raw or "content"))
        made = facts.methods[method]
        lifetime = facts.lifetimes.download_url_seconds
        expires = now.wall + lifetime if lifetime else None
        files = tuple(result_files(facts.result, content, expires, self._api.secrets))
        if not files and (told := described(made, facts.result, content)) is not None:
            files = (told,)
        if not files:
            raise NoFiles("the task succeeded, and its answer lists no file")
        read = cache(partial(self._api.endpoints.read_named, made.result_schema, raw))
        return Outcome(files, cast("Callable[[], R]", read))

    def _is_at_work(self, content: Mapping[str, object]) -> bool:
        """Whether a result says that the task is not finished, as one that comes right after its end may."""
        try:
            return not self._status_in(content).finished
        except UnexpectedResponse:
            return False

    def _asked(self, operation: str, handle: Handle) -> Flow[Mapping[str, object]]:
        facts = self._api.facts.operations[operation]
        parameters = dict.fromkeys(facts.parameters, handle.id)
        return self._api.ask(operation, parameters=parameters, reply_limit=facts.largest_answer)

    def _patient(self, patience: Patience) -> Self:
        """This client with a longer patience, for calls about a task that is paid for; all else is shared."""
        patient = copy(self)
        patient._api = copy(self._api)
        patient._api.patience = patience
        return patient

    def _operation_of(self, handle: Handle) -> OperationFacts:
        """The operation that created a task."""
        facts = self._api.facts
        method = facts.methods.get(handle.operation)
        if method is None or not self._is_id(handle.id, handle.operation):
            raise damaged_token()
        return facts.operations[method.operation]

    def _is_id(self, text: str, method: str) -> bool:
        """Whether a text can be the vendor's id of a task; one of dots would be another place in the address."""
        facts = self._api.facts
        asked = facts.operations[facts.methods[method].operation].status_operation
        if asked is None:  # it answers with its result, and there is no task
            return False
        if "integer" in facts.operations[asked].parameters.values():
            return text.isascii() and text.isdecimal()
        return is_id(text)

    def _poll(self, handle: Handle) -> Flow[Status]:
        """One status call; a finished task makes room for another."""
        status = yield from self._ask_status(handle)
        if status.finished:
            yield from self._api.limiter.done(handle)
        else:
            yield from self._api.limiter.watched(handle)
        return status

    def _room(self) -> Flow[None]:
        """Wait for room for one more task in flight, and take it; the deadline is the caller's to lift."""
        if not (yield from self._api.limiter.in_flight.enter()):
            yield from Deadline(ROOM_WITHIN)
            try:
                yield from Exclusive("place in flight", self._vacated)
            except Overdue as late:
                raise self._full() from self._api.trouble_of(late)

    def _vacated(self) -> Flow[None]:
        """Take the place of a task that has ended; asks for the oldest ones, which may be left unwatched."""
        limiter = self._api.limiter
        free = yield from limiter.in_flight.enter()
        while not free:
            wait, oldest = RECHECK, limiter.in_flight.oldest((yield from Now()).monotonic)
            if oldest is not None:
                wait = self._api.facts.polling.initial_seconds / 4
                try:
                    yield from self._poll(oldest)
                except NotFound:
                    yield from limiter.done(oldest)
                except AuthenticationError:
                    raise  # the create would be refused as well
                except ApiError:
                    pass  # that the task could not be asked for does not end it
            free = yield from limiter.in_flight.enter()
            if not free:
                yield from Sleep(wait)

    def _full(self) -> RateLimited:
        facts = self._api.facts
        return RateLimited(
            f"{facts.title} works on {facts.limits.in_flight} tasks at a time, and none of them has ended in "
            f"{ROOM_WITHIN:g} seconds. Nothing was bought",
            vendor=facts.vendor,
        )

    def _status_in(self, content: Mapping[str, object]) -> Status:
        """The status that an answer tells, by the vendor's facts."""
        facts = self._api.facts
        data = at_path(content, facts.envelope.data_field)
        secrets = self._api.secrets
        word = at_path(data, facts.task.status)
        if isinstance(word, bool) or not isinstance(word, str | int | float) or word == "":
            raise NoStatus(
                f"the answer has no {facts.task.status}", vendor=facts.vendor, body=shown(content, secrets)
            )
        said = [text for path in facts.task.reason if (text := at_path(data, path))]
        known = next((text for text in map(shown, (word, *said)) if text in facts.task_errors), None)
        code = next((text for path in facts.task.code if (text := optional(at_path(data, path), str))), None)
        hint = _measure(at_path(data, facts.polling.hint_milliseconds_field or "-"))
        return Status(
            phase=facts.task.phase(word),
            word=shown(word, secrets, CODE),
            progress=_measure(at_path(data, facts.task.progress or "-")),
            poll_after=hint / 1000 if hint else None,
            reason=shown(said[0], secrets) if said else None,
            code=known or (shown(code, secrets, CODE) if code else None),
            answer=content,
        )

    def _task_id(self, method: str, content: Mapping[str, object], key: object = None) -> str:
        """The id of the task that a billed answer names; `key` is the idempotency key it was asked for with."""
        facts = self._api.facts
        found = at_path(at_path(content, facts.envelope.data_field), facts.task.id)
        task_id = str(found) if isinstance(found, str | int) and not isinstance(found, bool) else ""
        # Tokens, events and errors name it, so that one which repeats a secret cannot be kept.
        secrets = Secrets(*(secret for secret in self._api.secrets if len(secret) >= SHORT))
        if not self._is_id(task_id, method) or shown(task_id, secrets, LONGEST_ID) != task_id:
            wrong = f"the answer names no {facts.task.id}"
        elif self._api.named.is_new(task_id, key):
            return task_id
        else:  # bytes that a server or a proxy sent twice answer the next request on their connection
            wrong = f"the answer names task {task_id}, which an earlier create had already been given"
        operation = facts.operations[facts.methods[method].operation]
        raise self._api.unusable(operation, UnexpectedResponse(wrong), content, key)

    def _prepared(
        self, source: Source, filename: str | None, operation: str, parameter: str
    ) -> Flow[Prepared]:
        """Measure a file and, unless it is prepared first, check it against the documented limits of an operation."""
        facts = self._api.facts
        limits = facts.operations[operation].inputs.get(parameter)
        preparing = self._options.prepare is not None
        if isinstance(source, File) and source.fetch:
            fetched = yield from fetch_source(self._api, source, limited=not preparing)
            file = yield from measured_once(fetched, filename)
        else:
            most = (limits and limits.maximum_bytes) or facts.upload.maximum_bytes
            formats = limits.formats if limits is not None and not preparing else ()
            file = yield from measured(source, filename, None if preparing else most, formats)
        if limits is not None and not preparing:
            file.check(parameter, limits)
        return file

    def _fitted(self, method: MethodFacts, sources: Sources) -> Flow[Sources]:
        """Prepare the sources of a task, and check what is sent against the documented limits."""
        facts, operation = self._api.facts, self._api.facts.operations[method.operation]
        turn = f"prepare {next(TURNS) % AT_ONCE}"  # each decodes a picture, which takes much memory
        fit = Blocking(lambda: fitting()(facts, method, operation, sources))
        fitted = yield from Exclusive(turn, lambda: iter(fit))
        for name, files in fitted.files.items():
            for file in files:
                file.check(name, operation.inputs.get(name, InputFacts()), advise=False)
        for note in fitted.notes:
            yield from Emit(note)
        return fitted

    def _created(
        self, method: MethodFacts, task_id: str, name: str, outcome: Outcome[R] | None = None
    ) -> Flow[Created[R]]:
        now = yield from Now()
        address = self._api.credentials.base_url
        handle = Handle(self._api.facts.vendor, method.name, task_id, now.wall, address, name)
        if task_id:
            self._api.limiter.in_flight.occupy(handle)
            yield from self._api.limiter.watched(handle)
        else:  # it is done
            self._api.limiter.in_flight.unused()
        return Created(handle, outcome, at=now.monotonic)


def _measure(value: object) -> float | None:
    """A number as an answer tells it; None for what is none, or no sensible one."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= LARGEST:
        return None
    return float(value)
