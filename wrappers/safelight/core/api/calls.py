"""One call of a vendor's API: credentials, limits, retries, the envelope and errors by meaning."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import cast

import attrs

from safelight.core.api.auth import Auth
from safelight.core.api.credentials import Credentials
from safelight.core.api.durations import Durations
from safelight.core.api.endpoints import Endpoints, M
from safelight.core.api.envelope import open_envelope, request_id_of
from safelight.core.api.in_flight import NamedTasks
from safelight.core.api.limits import Limiter
from safelight.core.api.polling import Schedule
from safelight.core.api.retry import RetryBudget, RetryPolicy, Trouble, delay
from safelight.core.base.events import Purchase, RequestSent, ResponseReceived, Retrying
from safelight.core.base.facts import REPLY_LIMIT, OperationFacts, VendorFacts
from safelight.core.base.hidden import Secrets
from safelight.core.base.redact import redact, shown
from safelight.core.flow.effects import Blocking, Emit, Flow, Now, Send, Sleep
from safelight.core.flow.interrupted import again, tell_of
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

FOR_TASKS = ("status", "result", "authenticate")
"""Roles of calls that tasks in flight need: a poll may have to sign in first."""
LONGEST_PLACE = 2000
"""Characters of a URL that are shown."""
PAUSE_AFTER_429 = 1.0
"""Seconds that all calls of a key wait after a 429 that names no time."""


@attrs.define
class _Call:
    """One call with all its attempts.

    Attributes:
        key: The idempotency key in the request.
        binary: Whether an image is an answer too.
        attempts: How many times it was sent.
        under_way: Whether a billed request is out that was not answered yet.
        uncertain: Whether a billed request may have arrived that got no clear answer.
    """

    operation: OperationFacts
    request: Request
    key: object
    binary: bool
    attempts: int = 0
    under_way: bool = False
    uncertain: bool = False


@attrs.define
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

    poll_cost: float = 0.25
    before_purchase: Callable[[Purchase], None] | None = None
    tell: Callable[[object], None] = attrs.field(default=lambda _: None, repr=False)
    named: NamedTasks = attrs.field(factory=NamedTasks, init=False, repr=False)
    paths: Mapping[str, str] = attrs.field(factory=dict[str, str])
    _durations: dict[str, Durations] = attrs.field(factory=dict[str, Durations], init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        self.endpoints = Endpoints(self.facts, self.paths)

    @property
    def secrets(self) -> Secrets:
        """Everything that must not be shown."""
        return Secrets(*self.credentials.secrets, *self.auth.secrets)

    def place(self, url: str) -> str:
        """A URL as it may be shown, though a server named it."""
        return shown(without_query(url), self.secrets, LONGEST_PLACE)

    def schedule(self, operation: str) -> Schedule:
        """When to ask for the status of a task of an operation."""
        history = self._durations.setdefault(operation, Durations())
        return Schedule(self.facts.polling, history, self.poll_cost, self.draw, self.limiter.spacing)

    def ask(
        self,
        operation_id: str,
        *,
        parameters: Mapping[str, object] | None = None,
        body: Mapping[str, object] | None = None,
        reply_limit: int = REPLY_LIMIT,
        large: bool = False,
    ) -> Flow[Mapping[str, object]]:
        """Call an operation with a JSON body or none; the answer's JSON with its envelope.

        Args:
            large: Whether the body holds files, so that checking and encoding it would hold up an event loop.

        Raises:
            InvalidInput: The body breaks the spec; nothing was sent.
            ApiError: The vendor refused, or could not be understood.
            OutcomeUnknown: A billed call went out and nobody knows whether it worked.
        """
        operation = self.facts.operations[operation_id]
        build = partial(self.endpoints.request, operation, self.credentials.base_url, parameters or {}, body)
        request = (yield from Blocking(build)) if large else build()
        request = attrs.evolve(request, reply_limit=reply_limit)
        answer = yield from self.exchange(operation, request, key=idempotency_key(operation, body))
        return cast("Mapping[str, object]", answer)

    def call(
        self,
        operation_id: str,
        returns: type[M],
        *,
        parameters: Mapping[str, object] | None = None,
        body: Mapping[str, object] | None = None,
    ) -> Flow[M]:
        """Like `ask`, with the answer as a generated model."""
        return self.model(
            operation_id, returns, (yield from self.ask(operation_id, parameters=parameters, body=body))
        )

    def submit(
        self,
        operation_id: str,
        parts: Sequence[Field | FilePart],
        reply_limit: int = REPLY_LIMIT,
        timeout: float | None = None,
    ) -> Flow[Mapping[str, object] | Reply]:
        """Call an operation with a multipart form; the answer's JSON with its envelope, or the reply with an image.

        Args:
            timeout: Seconds to wait for the answer to begin, where the vendor works before it answers.
        """
        operation = self.facts.operations[operation_id]
        url = self.credentials.base_url + operation.path
        return (
            yield from self.exchange(
                operation,
                Request(operation.method, url, body=Form(parts), reply_limit=reply_limit, timeout=timeout),
                binary=True,
            )
        )

    def exchange(
        self, operation: OperationFacts, request: Request, *, key: object = None, binary: bool = False
    ) -> Flow[Mapping[str, object] | Reply]:
        """Send a request until an answer is a success or another try would not help or not be safe.

        `key` is the idempotency key in the request, to be named where its fate stays unknown; with `binary`, an
        image is an answer too, and its reply is returned.
        """
        if origin(request.url) != origin(self.credentials.base_url):
            message = f"{operation.id} would take the key to another origin"
            raise AssertionError(message)
        if operation.billed:
            yield from self._announced(operation, key)
        call = _Call(operation, request, key, binary)
        try:
            return (yield from self._answered(call))
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
                tell_of(f"{self.facts.vendor}.{operation.id}: {self._doubt(call)}", error)
            raise

    def _answered(self, call: _Call) -> Flow[Mapping[str, object] | Reply]:
        """Send a request until it is answered for good.

        Raises:
            ApiError: The vendor's last word, or that of a sign-in which did not succeed.
            TransportFailure: There was none.
        """
        operation, request, vendor = call.operation, call.request, self.facts.vendor
        began = (yield from Now()).monotonic
        renewed = False
        while True:
            call.attempts += 1
            call.under_way = False
            turn = yield from self.limiter.acquire(create=operation.role not in FOR_TASKS)
            headers: Mapping[str, str] = (
                {} if operation.role == "authenticate" else (yield from self.auth.headers(self.ask))
            )
            turn = yield from self.limiter.left(turn)
            began_attempt = (yield from Now()).monotonic
            if operation.role == "create":
                self.limiter.expect(began_attempt)
            yield from Emit(
                RequestSent(vendor, operation.id, request.method, self.place(request.url), call.attempts)
            )
            before = call.uncertain
            call.under_way = operation.billed
            try:
                call.uncertain = before or operation.billed
                reply = yield from Send(
                    attrs.evolve(
                        request,
                        headers={**request.headers, **headers},
                        delayed=partial(self.limiter.delayed, turn) if self.limiter.counts else None,
                    ),
                    billed=operation.billed,
                )
                seconds = (yield from Now()).monotonic - began_attempt
                self.limiter.observe(reply.headers, self.facts.rate_headers, began_attempt + seconds)
                yield from Emit(
                    ResponseReceived(
                        vendor, operation.id, reply.status, request_id_of(reply, self.secrets), seconds
                    )
                )
                answer = reply if call.binary and reply.is_image else self._opened(operation, reply)
            except (ApiError, TransportFailure) as error:
                trouble = Trouble(
                    error, repeatable=not operation.billed or operation.idempotency_field is not None
                )
                call.uncertain = before or (operation.billed and not trouble.refused)
                if (
                    isinstance(error, AuthenticationError)
                    and not renewed
                    and self._renewed(operation, headers)
                ):
                    renewed = True
                    continue
            except SafelightError:  # of our own, such as a file that changed: the request did not leave whole
                call.uncertain = before
                raise
            else:
                self.budget.give()
                return answer
            now = (yield from Now()).monotonic
            if isinstance(trouble.cause, RateLimited):
                asked = trouble.cause.retry_after or PAUSE_AFTER_429
                self.limiter.refused(now + min(asked, self.retry.longest_retry_after))
            wait = delay(self.retry, trouble, call.attempts, now - began, self.draw)
            if wait is None or not self.budget.take():
                if isinstance(trouble.cause, ApiError):
                    trouble.cause.attempts = call.attempts
                    trouble.cause.placed(vendor=vendor)
                raise trouble.cause from None
            yield from self._pause(call, wait, trouble.cause)

    def _pause(self, call: _Call, wait: float, cause: ApiError | TransportFailure) -> Flow[None]:
        """Wait before the next attempt."""
        told = Retrying(
            self.facts.vendor, call.operation.id, call.attempts, wait, type(cause).__name__, call.uncertain
        )
        yield from Emit(told)
        try:
            yield from Sleep(wait, cause if isinstance(cause, ApiError) else self._unreached(call, cause))
        except GeneratorExit:  # whoever asks waits by itself, and sends this anew
            self.budget.give_back()
            raise

    def _opened(self, operation: OperationFacts, reply: Reply) -> Mapping[str, object]:
        """The JSON of an answer; see `open_envelope`."""
        try:
            return open_envelope(self.facts, reply, self.secrets, of_task=operation.role in FOR_TASKS)
        except ApiError as error:
            raise error.placed(vendor=self.facts.vendor, operation=operation.id) from None

    def _announced(self, operation: OperationFacts, key: object) -> Flow[None]:
        """Tell the user's hook that credits are about to be spent."""
        hook = self.before_purchase
        if hook is not None:
            purchase = Purchase(self.facts.vendor, operation.id, None if key is None else str(key))
            yield from Blocking(partial(hook, purchase))

    def _renewed(self, operation: OperationFacts, headers: Mapping[str, str]) -> bool:
        return operation.role != "authenticate" and self.auth.renewed(headers)

    def _unknown(self, call: _Call, cause: Exception) -> OutcomeUnknown:
        answer = cause if isinstance(cause, ApiError) else None
        return OutcomeUnknown(
            f"the request was sent and no clear answer came ({self._said(cause)}): {self._doubt(call)}",
            vendor=self.facts.vendor,
            operation=call.operation.id,
            code=answer.code if answer else None,
            http_status=answer.http_status if answer else None,
            request_id=answer.request_id if answer else None,
            body=answer.body if answer else None,
            attempts=call.attempts,
            idempotency_key=None if call.key is None else str(call.key),
        )

    def _unreached(self, call: _Call, failure: TransportFailure) -> Unavailable:
        return Unavailable(
            f"no answer from {origin(self.credentials.base_url)}: {self._said(failure)}",
            vendor=self.facts.vendor,
            operation=call.operation.id,
            attempts=call.attempts,
        )

    def _doubt(self, call: _Call) -> str:
        advice = again(call.operation.idempotency_field, call.key)
        return f"the task may exist and may have been charged; {advice}"

    def _said(self, cause: Exception) -> str:
        match cause:
            case SafelightError():
                text = cause.message
            case TransportFailure():
                text = cause.reason
            case _:
                text = f"{type(cause).__name__}: {cause}"
        return redact(text, self.secrets)

    def model(self, operation_id: str, returns: type[M], content: Mapping[str, object]) -> M:
        """The JSON of an answer as a generated model.

        Raises:
            UnexpectedResponse: A field that cannot be missing is.
            OutcomeUnknown: The same, in the answer to a billed call: what was bought cannot be named.
        """
        operation = self.facts.operations[operation_id]
        try:
            return self.endpoints.read(returns, content)
        except UnexpectedResponse as error:
            raise self.unusable(operation, error, content) from None

    def unusable(
        self,
        operation: OperationFacts,
        error: UnexpectedResponse,
        content: Mapping[str, object],
        key: object = None,
    ) -> UnexpectedResponse | OutcomeUnknown:
        """What a successful answer that lacks what it promises means for money.

        Args:
            key: The idempotency key of the request.
        """
        placed = error.placed(vendor=self.facts.vendor, operation=operation.id)
        placed.body = placed.body or shown(content, self.secrets)
        if not operation.billed:
            return placed
        return OutcomeUnknown(
            f"the vendor accepted the request, and {placed.message}: the task cannot be named; "
            f"{again(operation.idempotency_field, key)}",
            vendor=self.facts.vendor,
            operation=operation.id,
            body=placed.body,
            idempotency_key=None if key is None else str(key),
        )


def idempotency_key(operation: OperationFacts, body: Mapping[str, object] | None) -> object:
    """The key in a request's body; None where the vendor has none."""
    return (body or {}).get(operation.idempotency_field or "")
