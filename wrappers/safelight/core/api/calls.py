"""One call of a vendor's API: credentials, limits, retries, the envelope and errors by meaning."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from functools import partial
from typing import TypeAlias, TypeVar, cast

import attrs

from safelight.core.api.auth import Auth
from safelight.core.api.credentials import Credentials
from safelight.core.api.durations import Durations
from safelight.core.api.endpoints import Endpoints
from safelight.core.api.envelope import at_path, open_envelope, request_id_of
from safelight.core.api.in_flight import NamedTasks
from safelight.core.api.limits import Limiter
from safelight.core.api.polling import Schedule
from safelight.core.api.purchases import BOUGHT, PASSING, Call, FailedAttempt, announced, tell_of
from safelight.core.api.retry import Patience, RetryBudget, RetryPolicy, delay
from safelight.core.base.events import Ending, Purchase, RequestSent, ResponseReceived
from safelight.core.base.facts import REPLY_LIMIT, OperationFacts, VendorFacts
from safelight.core.base.hidden import Secrets
from safelight.core.base.outcome import LONGEST_ID, is_id
from safelight.core.base.redact import redact, shown
from safelight.core.flow.effects import Blocking, Emit, Flow, Now, Overdue, Send, Sleep
from safelight.core.http.forms import Field, FilePart, Form
from safelight.core.http.messages import Reply, Request, TransportFailure, origin, without_query
from safelight.errors import (
    ApiError,
    AuthenticationError,
    OutcomeUnknown,
    RateLimited,
    SafelightError,
    Unavailable,
    UnexpectedResponse,
)

T = TypeVar("T")
Answer: TypeAlias = Mapping[str, object] | Reply
"""JSON with its envelope, or the reply with an image."""

FOR_TASKS = ("status", "result", "authenticate")
"""Roles of calls that tasks in flight need: a poll may have to sign in first."""
IN_A_MAP = 0.1
"""What a poll costs of the usual in a map, where no request rate is documented: until a task is seen to be finished, it
keeps its place from the next source."""
LONGEST_PLACE = 2000
"""Characters of a URL that are shown."""
PAUSE_AFTER_429 = 1.0
"""Seconds that all calls of a key wait after a 429 that names no time."""


@attrs.define(eq=False)
class Api:
    """A vendor's API with one user's credentials: what all of a client's calls share."""

    facts: VendorFacts
    credentials: Credentials
    auth: Auth = attrs.field(repr=False)
    limiter: Limiter = attrs.field(repr=False)
    retry: RetryPolicy = attrs.field(factory=RetryPolicy)
    endpoints: Endpoints = attrs.field(init=False, repr=False)
    budget: RetryBudget = attrs.field(factory=RetryBudget, init=False, repr=False)
    draw: random.Random = attrs.field(factory=random.Random, repr=False)

    sent: Secrets = attrs.field(factory=Secrets, repr=False)
    """What the request of this call holds that must not be shown, though it is none of the credentials."""
    patience: Patience | None = None
    poll_cost: float = 0.25
    before_purchase: Callable[[Purchase], Ending | None] | None = None
    offer: Purchase | None = None
    """What is known of the purchase that this copy of the API is for."""
    tell: Callable[[object], None] = attrs.field(default=lambda _: None, repr=False)
    """Tells the listener from inside a body or a sink, where no effect can be yielded."""
    named: NamedTasks = attrs.field(factory=NamedTasks, init=False, repr=False)
    paths: Mapping[str, str] = attrs.field(factory=dict[str, str])
    learnt: dict[str, str] = attrs.field(factory=dict[str, str], init=False, repr=False)
    """Which of several ways to ask for something this vendor's server has answered."""
    _durations: dict[str, Durations] = attrs.field(factory=dict[str, Durations], init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        self.endpoints = Endpoints(self.facts, self.paths)

    @property
    def secrets(self) -> Secrets:
        """Everything that must not be shown."""
        return Secrets(*self.credentials.secrets, *self.auth.secrets, *self.sent)

    def shown_url(self, url: str) -> str:
        """A URL as it may be shown, though a server named it."""
        return shown(without_query(url), self.secrets, LONGEST_PLACE)

    def schedule(self, operation: str) -> Schedule:
        """When to ask for the status of a task of an operation."""
        history = self._durations.setdefault(operation, Durations())
        limiter, cost = self.limiter, self.poll_cost
        if BOUGHT.get() is not None and not self.facts.limits.rates:
            cost *= IN_A_MAP
        return Schedule(self.facts.polling, history, cost, self.draw, limiter.spacing, limiter.scarcity)

    def longest(self, unknown: float) -> float:
        """Seconds that nearly all tasks take, of the operation whose tasks take longest; `unknown` until some have ended."""
        return max((known.most(unknown) for known in self._durations.values()), default=unknown)

    def ask(
        self,
        operation_id: str,
        *,
        parameters: Mapping[str, object] | None = None,
        body: Mapping[str, object] | None = None,
        reply_limit: int = REPLY_LIMIT,
        large: bool = False,
        timeout: float | None = None,
    ) -> Flow[Mapping[str, object]]:
        """Call an operation with a JSON body or none; the answer's JSON with its envelope.

        Args:
            large: Whether the body holds files, so that checking and encoding it would hold up an event loop.
            timeout: Seconds to wait for the answer to begin, where the vendor works before it answers.
        """
        operation = self.facts.operations[operation_id]
        key = idempotency_key(operation, body)

        def build() -> Request:
            address, given = self.credentials.base_url, parameters or {}
            built = self.endpoints.request(operation, address, given, body, reply_limit)
            return built if timeout is None else attrs.evolve(built, timeout=timeout)

        if large:
            return self._built(operation, build, key)
        return cast("Flow[Mapping[str, object]]", self.exchange(operation, build(), key=key))

    def _built(
        self, operation: OperationFacts, build: Callable[[], Request], key: object
    ) -> Flow[Mapping[str, object]]:
        request = yield from Blocking(build)
        return cast("Mapping[str, object]", (yield from self.exchange(operation, request, key=key)))

    def submit(
        self,
        operation_id: str,
        parts: Sequence[Field | FilePart],
        reply_limit: int = REPLY_LIMIT,
        timeout: float | None = None,
        is_file: Callable[[Reply], bool] = lambda _: False,
    ) -> Flow[Answer]:
        """As `ask`, with a multipart form; an answer that `is_file` is returned as it came."""
        operation = self.facts.operations[operation_id]
        url = self.credentials.base_url + (self.paths.get(operation.id) or operation.path)
        request = Request(operation.method, url, body=Form(parts), reply_limit=reply_limit, timeout=timeout)
        return self.exchange(operation, request, is_file=is_file)

    def exchange(
        self,
        operation: OperationFacts,
        request: Request,
        *,
        key: object = None,
        is_file: Callable[[Reply], bool] = lambda _: False,
    ) -> Flow[Answer]:
        """Send a request until an answer is a success, or another try would not help or not be safe."""
        # What binds the key to its origin: credentials are added in `_attempt`, and nowhere else.
        if origin(request.url) != origin(self.credentials.base_url):
            message = f"{operation.id} would take the key to another origin"
            raise AssertionError(message)
        call = Call(self.facts.vendor, operation, key)
        exchanged = self._exchanged(call, request, is_file)
        if not operation.billed or self.before_purchase is None:
            return exchanged
        offer = self.offer or Purchase(self.facts.vendor, "", None, local=self.credentials.local)
        purchase = attrs.evolve(offer, operation=operation.id, key=None if key is None else str(key))
        return announced(self.before_purchase, purchase, call, exchanged, self._task_in)

    def _task_in(self, answer: Answer) -> str | None:
        """The id of the task that an answer names, if it may be shown."""
        found = None if isinstance(answer, Reply) else at_path(answer, self.facts.envelope.data_field)
        task = str(at_path(found, self.facts.task.id) or "")
        return task if is_id(task) and shown(task, self.secrets, LONGEST_ID) == task else None

    def _exchanged(self, call: Call, request: Request, is_file: Callable[[Reply], bool]) -> Flow[Answer]:
        attempt: Callable[[], Flow[Answer | FailedAttempt]] = partial(self._attempt, call, request, is_file)
        began = (yield from Now()).monotonic
        try:
            answer = yield from self.retrying(attempt, partial(self._given_up, call), call, began)
            return cast("Answer", answer)  # pyright: ignore[reportUnnecessaryCast]  # mypy infers an object
        except TransportFailure as failure:
            raise (
                self._unknown(call, failure) if call.uncertain else self._unreached(call, failure)
            ) from None
        except SafelightError as error:
            if call.uncertain:
                raise self._unknown(call, error) from None
            raise
        except BaseException as error:
            if call.under_way and isinstance(error, Exception):
                # Of a transport or a hook of the user's own: it does not tell whether the request arrived.
                raise self._unknown(call, error) from error
            if call.uncertain:
                tell_of(f"{call.vendor}.{call.operation.id}: {call.doubt}", error)
            raise

    def retrying(
        self,
        attempt: Callable[[], Flow[T | FailedAttempt]],
        given_up: Callable[[FailedAttempt, int], Exception],
        call: Call | None = None,
        began: float | None = None,
    ) -> Flow[T]:
        """Try until an attempt gives no `FailedAttempt`, by the retry policy, the client's budget and its patience.

        Args:
            given_up: What to raise after so many attempts.
            began: When the policy's time began, on the monotonic clock; by default with the first failure.
        """
        attempts = 0
        away: float | None = None
        while True:
            attempts += 1
            found = yield from attempt()
            if not isinstance(found, FailedAttempt):
                self.budget.give()
                return found
            now = (yield from Now()).monotonic
            if began is None or found.progressed:
                began = now
            away = now if away is None or found.progressed else away
            if found.progressed:
                attempts = 0
            if call is not None:
                attempts = call.attempts
            wait = None if found.retried else delay(self.retry, found, attempts, now - began, self.draw)
            if wait is None or not self.budget.take():
                wait = None
                if self.patience is not None:
                    wait = self.patience.delay(self.retry, found, attempts, now - away, now, self.draw)
            if wait is None:
                raise given_up(found, attempts) from None
            failed: ApiError | None = None
            if call is not None:
                cause = found.cause
                failed = cause if isinstance(cause, ApiError) else self._unreached(call, cause)
                yield from Emit(call.retry_event(wait, found))
            yield from Sleep(wait, failed)

    def _signed(self) -> Flow[Mapping[str, str] | FailedAttempt]:
        """Headers with the credentials; where there is patience, a sign-in that fails for a while is a failed attempt."""
        if self.patience is None:
            return (yield from self.auth.headers(self.ask))
        signing = copy(self)  # others wait for a sign-in too, so that it must not go on through an outage
        signing.patience = None
        try:
            return (yield from self.auth.headers(signing.ask))
        except PASSING as error:
            return FailedAttempt(error, repeatable=True, retried=True)

    def _attempt(
        self, call: Call, request: Request, is_file: Callable[[Reply], bool]
    ) -> Flow[Answer | FailedAttempt]:
        """Send a request once, or once more with a new token where the one it had is refused."""
        operation = call.operation
        while True:
            call.attempts += 1
            call.under_way = False
            turn = yield from self.limiter.acquire(new_work=operation.role not in FOR_TASKS)
            headers: Mapping[str, str] | FailedAttempt = {}
            if operation.role != "authenticate":
                headers = yield from self._signed()
            if isinstance(headers, FailedAttempt):
                return headers
            turn = yield from self.limiter.left(turn)
            began = turn.at
            if operation.role == "create":
                self.limiter.expect(began)
            yield from Emit(
                RequestSent(
                    call.vendor, operation.id, request.method, self.shown_url(request.url), call.attempts
                )
            )
            call.leaves()
            try:
                reply = yield from Send(
                    attrs.evolve(
                        request,
                        headers={**request.headers, **headers},
                        delayed=partial(self.limiter.delayed, turn) if self.limiter.counts else None,
                    ),
                    billed=operation.billed,
                )
                now = (yield from Now()).monotonic
                self.limiter.observe(reply.headers, self.facts.rate_headers, now)
                request_id = request_id_of(reply, self.secrets)
                yield from Emit(
                    ResponseReceived(call.vendor, operation.id, reply.status, request_id, now - began)
                )
                return reply if reply.is_whole and is_file(reply) else self._opened(operation, reply)
            except (ApiError, TransportFailure) as error:
                trouble = call.failed_attempt(error)
            except SafelightError:  # of our own, such as a file that changed
                call.never_left()
                raise
            if (
                isinstance(trouble.cause, AuthenticationError)
                and not call.renewed
                and operation.role != "authenticate"
                and self.auth.discard(headers)
            ):
                call.renewed = True
                continue
            if isinstance(trouble.cause, RateLimited):
                asked = min(trouble.retry_after or PAUSE_AFTER_429, self.retry.longest_retry_after)
                self.limiter.refused((yield from Now()).monotonic + asked)
            return trouble

    def _given_up(self, call: Call, trouble: FailedAttempt, _: int) -> Exception:
        if isinstance(trouble.cause, ApiError):
            trouble.cause.attempts = call.attempts
            trouble.cause.placed(vendor=call.vendor)
        return trouble.cause

    def trouble_of(self, late: Overdue) -> SafelightError | None:
        """What was not over when a deadline passed, as it may be shown."""
        return self._no_answer(late.trouble) if isinstance(late.trouble, TransportFailure) else late.trouble

    def _opened(self, operation: OperationFacts, reply: Reply) -> Mapping[str, object]:
        """The JSON of an answer; see `open_envelope`."""
        try:
            return open_envelope(self.facts, reply, self.secrets, of_task=operation.role in FOR_TASKS)
        except ApiError as error:
            raise error.placed(vendor=self.facts.vendor, operation=operation.id) from None

    def _unknown(self, call: Call, cause: Exception) -> OutcomeUnknown:
        return call.unknown(cause, self._said(cause))

    def _unreached(self, call: Call, failure: TransportFailure) -> Unavailable:
        error = self._no_answer(failure)
        error.attempts = call.attempts
        return error.placed(operation=call.operation.id)

    def _no_answer(self, failure: TransportFailure) -> Unavailable:
        said = f"no answer from {origin(self.credentials.base_url)}: {self._said(failure)}"
        return Unavailable(said, vendor=self.facts.vendor)

    def _said(self, cause: Exception) -> str:
        match cause:
            case SafelightError():
                text = cause.message
            case TransportFailure():
                text = cause.reason
            case _:
                text = f"{type(cause).__name__}: {cause}"
        return redact(text, self.secrets)

    def unusable(
        self,
        operation: OperationFacts,
        error: UnexpectedResponse,
        content: Mapping[str, object],
        key: object = None,
    ) -> UnexpectedResponse | OutcomeUnknown:
        """What a successful answer that lacks what it promises means for money; `key` is the idempotency key."""
        placed = error.placed(vendor=self.facts.vendor, operation=operation.id)
        placed.body = placed.body or shown(content, self.secrets)
        return Call(self.facts.vendor, operation, key).unusable(placed)


def idempotency_key(operation: OperationFacts, body: Mapping[str, object] | None) -> object:
    """The key in a request's body; None where the vendor has none."""
    return (body or {}).get(operation.idempotency_field or "")
