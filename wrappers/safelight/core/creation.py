"""Creates a task: checks everything first, sends the sources by the routes of the spec, and buys."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from functools import partial
from http import HTTPStatus
from typing import TypeVar, cast

import attrs

from safelight.core.api.calls import Api, idempotency_key
from safelight.core.api.envelope import at_path
from safelight.core.api.validation import check_body
from safelight.core.base.events import Ending, PicturePrepared, Purchase
from safelight.core.base.facts import OperationFacts
from safelight.core.base.methods import MethodFacts, ParameterFacts
from safelight.core.base.outcome import Created, Credits, FileRef, Outcome
from safelight.core.flow.effects import Blocking, Deadline, Flow, Now
from safelight.core.http.forms import Field, FilePart, text_fields
from safelight.core.http.messages import Reply
from safelight.core.operations import Operations
from safelight.core.plans import request_body
from safelight.core.prices import price_of
from safelight.core.transfers.images import format_of, media_type_of
from safelight.core.transfers.prepared import Prepared
from safelight.core.transfers.preparing import Sources
from safelight.core.transfers.sources import Source, shown_place, stem_of, url_of
from safelight.core.transfers.uploads import use_files
from safelight.errors import NotFound, UnexpectedResponse

R = TypeVar("R")

STAND_INS: Mapping[str, str] = {
    "presigned": "early",
    "form": "early",
    "inline": "AAAA",
    "url": "https://example.com/",
}
"""What stands for a file that was not sent yet, by its route, while a request is checked."""
ANSWER_SECONDS = 60.0
"""Seconds that an answer may take beyond the vendor's limit for its work."""
WORK_SECONDS = 240.0
"""The limit of a vendor that states none."""


@attrs.frozen(eq=False)
class Given:
    """The sources that were given for one parameter; `urls` has the address of each that the vendor fetches."""

    name: str
    facts: ParameterFacts
    sources: Sequence[Source]
    urls: Sequence[str | None]

    @property
    def files(self) -> Sequence[Source]:
        """The sources that have to be sent."""
        return [source for source, url in zip(self.sources, self.urls, strict=True) if url is None]

    def standing_for(self, values: Sequence[object] = ()) -> object:
        """What a request holds for the sources; `values` stand for the files."""
        left = iter(values)
        return _shaped(self.facts, [next(left) if url is None else url for url in self.urls])


@attrs.frozen(eq=False)
class Order:
    """A task to create, of which everything was checked and nothing was sent.

    Attributes:
        given: The arguments without the sources.
        sources: The sources by parameter.
        prepared: The files that have to be sent, by parameter.
        stem: What to name results by.
        price: By the vendor's documents; None where it is unknown.
        notes: How pictures were prepared.
    """

    method: MethodFacts
    operation: OperationFacts
    given: Mapping[str, object] = attrs.field(repr=False)
    sources: Sequence[Given] = attrs.field(repr=False)
    prepared: dict[str, list[Prepared]] = attrs.field(repr=False)
    stem: str
    price: Credits | None
    notes: Sequence[PicturePrepared] = ()


def create(
    operations: Operations[R], name: str, arguments: Mapping[str, object], filename: str | None
) -> Flow[Created[R]]:
    """Create a task by a method: `order` it, send its files, and buy it.

    Raises:
        UploadFailed: A file could not be sent; nothing was bought.
        OutcomeUnknown: A billed call went out and nobody knows whether it worked.
    """
    api = operations._api
    checked = yield from order(operations, name, arguments, filename)
    operation, prepared = checked.operation, checked.prepared
    addresses = {one.name: one.standing_for() for one in checked.sources if not one.files}
    files = [one for one in checked.sources if one.files]
    for one in files:
        if one.facts.source == "url":
            uploaded: list[str] = []
            for file in prepared.pop(one.name):
                uploaded += [(yield from operations._upload(file))]
            addresses[one.name] = one.standing_for(uploaded)

    def buy(ids: list[str]) -> Flow[Created[R]]:
        left = iter(ids)
        sent = {
            one.name: one.standing_for([next(left) for _ in one.files])
            for one in files
            if one.facts.source == "presigned"
        }
        created = yield from _bought(operations, checked, {**checked.given, **sent}, addresses, prepared)
        handle = created.handle.with_prepared(map(str, checked.notes))
        kept = _kept(checked.method, arguments)
        return attrs.evolve(created, handle=handle, credits=checked.price, arguments=kept)

    presigned = [file for one in files if one.facts.source == "presigned" for file in prepared[one.name]]
    if not presigned:
        return (yield from buy([]))
    ask = operations._slots_for(operation)
    scope = operations._upload_scope(operation)
    return (yield from use_files(api, scope, presigned, ask, operations._confirm_upload, buy))


def order(
    operations: Operations[R], name: str, arguments: Mapping[str, object], filename: str | None
) -> Flow[Order]:
    """Check all that a task needs, and measure its files. Sends nothing; a `File` to fetch is fetched.

    Args:
        arguments: By the method's parameters; None for those that were not given.
        filename: Name of the first file.

    Raises:
        InvalidInput: A file or an option breaks the spec.
    """
    api = operations._api
    method = api.facts.methods[name]
    operation = api.facts.operations[method.operation]
    given = {key: value for key, value in arguments.items() if value is not None}
    price = price_of(api.facts, method, given)
    sources = [
        _given(key, facts, cast("Source | Sequence[Source]", given.pop(key, None)))
        for key, facts in method.parameters.items()
        if facts.source is not None and (facts.required or key in given)
    ]
    addresses = {one.name: one.standing_for() for one in sources if not one.files}
    files = [one for one in sources if one.files]
    early = {
        one.name: one.standing_for([STAND_INS[one.facts.source or ""]] * len(one.files)) for one in files
    }
    key = operation.idempotency_field
    minted = {key: 0} if key is not None and key not in given else {}
    body = _body(method, {**minted, **given, **addresses, **early}, addresses)
    check_body(api.facts, operation, body)
    operations._check_request(operation, body)
    stem = stem_of(sources[0].sources[0], filename, method.stem) if sources else method.stem
    prepared: dict[str, list[Prepared]] = {one.name: [] for one in files}
    for one in files:
        for source in one.files:
            named = filename if one is sources[0] else None
            prepared[one.name].append(
                (yield from operations._prepared(source, named, operation.id, one.name))
            )
    notes: tuple[PicturePrepared, ...] = ()
    if files and operations._options.prepare is not None:
        fitted = yield from operations._fitted(method, Sources(prepared, {**given, **addresses}))
        prepared = {name: list(found) for name, found in fitted.files.items()}
        given = {name: fitted.arguments[name] for name in given}
        notes = fitted.notes
    return Order(method, operation, given, sources, prepared, stem, price, notes)


def _kept(method: MethodFacts, arguments: Mapping[str, object]) -> Mapping[str, object]:
    """The arguments that a task remembers: of sources their paths alone, for contents would stay in memory."""
    kept: dict[str, object] = {}
    for name, value in arguments.items():
        is_path = isinstance(value, str) or hasattr(value, "__fspath__")
        if value is not None and (is_path or not method.parameters[name].source):
            kept[name] = value
    return kept


def _given(name: str, facts: ParameterFacts, value: Source | Sequence[Source]) -> Given:
    sources = list(value) if facts.many and isinstance(value, list | tuple) else [cast("Source", value)]
    urls = [url_of(source, facts.schemes) if facts.takes_url else None for source in sources]
    if facts.source != "url" and None in urls:  # URLs have a field of their own there
        urls = [None] * len(sources)
    return Given(name, facts, sources, urls)


def _body(
    method: MethodFacts, arguments: Mapping[str, object], addresses: Mapping[str, object]
) -> dict[str, object]:
    """The request; an address goes where the vendor wants one, which may be another field than a file's."""
    moved = {
        name: facts._replace(fields=(facts.url_field,))
        for name in addresses
        if (facts := method.parameters[name]).url_field is not None
    }
    return request_body(method._replace(parameters={**method.parameters, **moved}), arguments)


def _bought(
    operations: Operations[R],
    checked: Order,
    given: Mapping[str, object],
    addresses: Mapping[str, object],
    prepared: Mapping[str, Sequence[Prepared]],
) -> Flow[Created[R]]:
    api, method, operation, stem = copy(operations._api), checked.method, checked.operation, checked.stem
    source = checked.sources[0].sources[0] if checked.sources else None
    api.offer = Purchase(
        api.facts.vendor, "", None, method.name, checked.price, shown_place(source), api.credentials.local
    )
    if operation.idempotency_field is not None and operation.idempotency_field not in given:
        given = {operation.idempotency_field: operations._new_key(), **given}
    yield from operations._room()
    try:
        yield from Deadline(None)
        # With a place taken, so that no more files are in memory than tasks may be in flight.
        inline = yield from _inline(method, prepared)
        body = _body(method, {**given, **addresses, **inline}, addresses)
        limit = _answer_limit(operations, operation, body)
        if operation.is_form:
            parts = [
                FilePart(method.parameters[name].fields[0], file.slice(), file.name, file.type)
                for name, found in prepared.items()
                if method.parameters[name].source == "form"
                for file in found
            ]
            fields: list[Field | FilePart] = [*text_fields(body), *parts]
            content = yield from api.submit(
                operation.id, fields, operation.largest_answer, limit, _is_picture
            )
            if isinstance(content, Reply):
                outcome = Outcome((_picture(content),), lambda: cast("R", None))
                return (yield from operations._created(method, "", stem, outcome))
        else:
            content = yield from _answered(api, method, body, large=bool(inline), timeout=limit)
        if operation.synchronous is not None and not operation.synchronous:
            return (yield from _at_once(operations, method, stem, content, idempotency_key(operation, body)))
        task_id = operations._task_id(method.name, content, idempotency_key(operation, body))
    except BaseException:
        api.limiter.in_flight.unused()
        raise
    created = yield from operations._created(method, task_id, stem)
    if at_path(at_path(content, api.facts.envelope.data_field), api.facts.task.status) is None:
        return created
    try:
        status = operations._status_in(content)
        if status.phase != "succeeded" or operation.result_operation is not None:
            return attrs.evolve(created, status=status)
        return attrs.evolve(created, outcome=(yield from operations._fetch_outcome(created.handle, status)))
    except UnexpectedResponse:  # the task is known all the same, and its result is asked for again
        return created


def _answered(
    api: Api, method: MethodFacts, body: Mapping[str, object], *, large: bool, timeout: float | None
) -> Flow[Mapping[str, object]]:
    """The answer of a method's operation or, where that is not there, of its fallback.

    HTTP 404 says that a create bought nothing. The one that answered is asked first from then on.
    """
    ways = [method.operation, *filter(None, [method.fallback])]
    ways.sort(key=lambda way: way != api.learnt.get(method.name))
    missing: NotFound | None = None
    api = copy(api)
    api.before_purchase = _once(api.before_purchase, len(ways))
    for way in ways:
        try:
            content = yield from api.ask(way, body=body, large=large, timeout=timeout)
        except NotFound as error:
            if error.http_status != HTTPStatus.NOT_FOUND or missing is not None:
                raise missing or error from None
            missing = error
        else:
            api.learnt[method.name] = way
            return content
    raise missing or AssertionError


def _once(
    hook: Callable[[Purchase], Ending | None] | None, ways: int
) -> Callable[[Purchase], Ending | None] | None:
    """A hook that is called for the first of several ways to make one purchase, and told the end of the last."""
    found: list[Ending | None] = []
    left = iter(range(ways - 1, -1, -1))

    def once(purchase: Purchase) -> Ending | None:
        if hook is not None and not found:
            found.append(hook(purchase))
        ended = found[0] if found else None
        if ended is None or not next(left, 0):
            return ended
        return lambda end: None if getattr(end, "http_status", 0) == HTTPStatus.NOT_FOUND else ended(end)

    return once if hook is not None else None


def _answer_limit(
    operations: Operations[R], operation: OperationFacts, body: Mapping[str, object]
) -> float | None:
    """Seconds to wait for an answer that comes when the task is done; None where it comes at once."""
    held = operation.synchronous
    if held is None or (held and body.get(str(held["field"])) != held["value"]):
        return None
    return (operations._api.facts.polling.server_limit_seconds or WORK_SECONDS) + ANSWER_SECONDS


def _at_once(
    operations: Operations[R], method: MethodFacts, stem: str, content: Mapping[str, object], key: object
) -> Flow[Created[R]]:
    """A task that was answered with its result, and has no id."""
    now = yield from Now()
    try:
        outcome = operations._outcome_in(method.name, content, now)
    except UnexpectedResponse as error:
        api = operations._api
        raise api.unusable(api.facts.operations[method.operation], error, content, key) from None
    return (yield from operations._created(method, "", stem, outcome))


def _inline(method: MethodFacts, prepared: Mapping[str, Sequence[Prepared]]) -> Flow[Mapping[str, object]]:
    """The files that go inside the request, in base64."""
    found: dict[str, object] = {}
    for name, files in prepared.items():
        if method.parameters[name].source == "inline":
            texts = yield from Blocking(partial(_encoded, files))
            found[name] = _shaped(method.parameters[name], texts)
    return found


def _encoded(files: Sequence[Prepared]) -> list[str]:
    return [b64encode(b"".join(file.slice().chunks())).decode() for file in files]


def _shaped(parameter: ParameterFacts, values: Sequence[object]) -> object:
    return list(values) if parameter.many else values[0]


def _is_picture(reply: Reply) -> bool:
    """By its bytes too, for it is paid for, whatever its answer calls it."""
    return reply.media_type.startswith("image/") or format_of(reply.content[:16]) is not None


def _picture(reply: Reply) -> FileRef:
    found = format_of(reply.content[:16])
    kind = media_type_of(found) if found else reply.media_type
    return FileRef(type=kind, size=len(reply.content), content=reply.content)
