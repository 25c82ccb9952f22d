"""Perfect Corp: token exchange, files, styles, and one pair of task calls a feature."""

import base64
import secrets
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from urllib.parse import parse_qs

from safelight.sandbox import vendor_facts
from safelight.sandbox.call import Call, Endpoint
from safelight.sandbox.credentials import decrypt_id_token
from safelight.sandbox.jsontypes import (
    JsonObject,
    JsonValue,
    items,
    mapping,
    objects,
    text,
    texts,
    whole,
    whole_number,
)
from safelight.sandbox.pipeline import Vendor
from safelight.sandbox.replies import Kind, Refusal, Reply
from safelight.sandbox.storage import StoredObject
from safelight.sandbox.tasks import Phase, Task
from safelight.sandbox.validation import invalid, validate
from safelight.sandbox.vendors import perfect_styles
from safelight.sandbox.vendors.common import FileRecord, bearer, extension_of
from safelight.sandbox.vendors.perfect_tools import FEATURES, Feature, Order
from safelight.sandbox.world import World

_TOKEN_SECONDS = vendor_facts.token_lifetime("perfect")
_UPLOAD_URL_SECONDS = vendor_facts.lifetime("perfect", "upload_url")
_DOWNLOAD_URL_SECONDS = vendor_facts.lifetime("perfect", "download_url")
_FILE_SECONDS = vendor_facts.lifetime("perfect", "upload")
_RESULT_SECONDS = vendor_facts.lifetime("perfect", "result")
_LOST_AFTER_SECONDS = vendor_facts.polling("perfect", "lost_after")
_POLLING_MILLISECONDS = 500
_PREFIX = "/s2s/v1.0"
_TASK_ID_BYTES = 48
_LARGEST_PAGE = 20
_MOST_DIGITS = 19

# HTTP status and error code of each kind.
_REFUSALS: dict[Kind, tuple[int, str | None]] = {
    Kind.AUTHENTICATION: (401, "InvalidAccessToken"),
    Kind.INVALID: (400, "InvalidParameters"),
    Kind.NOT_FOUND: (404, "InvalidTaskId"),
    Kind.NO_ROUTE: (404, "NotFound"),
    Kind.METHOD: (405, "MethodNotAllowed"),
    Kind.CREDITS: (400, "CreditInsufficiency"),
    Kind.RATE: (429, None),
    Kind.IN_FLIGHT: (429, None),
    Kind.TOO_LARGE: (400, "InvalidParameters"),
    Kind.INTERNAL: (500, "unknown_internal_error"),
}

# The engine's failures in the words of the documented table; a word not listed is passed on as it is.
_ENGINE_ERRORS = {
    "decode_image": "error_decode_image",
    "decode_mask": "error_decode_mask",
    "too_large": "exceed_max_filesize",
    "mask_size": "invalid_parameter",
    "no_face": "error_no_face",
    "inference": "error_inference",
    "planned": "error_inference",
}


@dataclass(frozen=True, slots=True)
class _Token:
    client_id: str
    expires: float


class Perfect(Vendor):
    """The emulation of Perfect Corp's version 1.0 interface."""

    name = "perfect"
    rates = vendor_facts.rates("perfect")
    status_fields = ("status",)

    def __init__(self) -> None:
        self._tokens: dict[str, _Token] = {}
        self._files: dict[str, FileRecord] = {}
        self._requests: dict[tuple[str, str, int], str] = {}

    def endpoints(self) -> Iterable[Endpoint]:
        """Return every operation of the vendor."""
        yield Endpoint("POST", f"{_PREFIX}/client/auth", "authenticate", self._token, authenticated=False)
        for feature in FEATURES:
            slug, name = feature.slug, feature.name
            if feature.takes_files:
                yield Endpoint(
                    "POST", f"{_PREFIX}/file/{slug}", f"create_{name}_file", self._create_files(feature)
                )
            if feature.has_styles:
                yield Endpoint(
                    "GET",
                    f"{_PREFIX}/task/style-group/{slug}",
                    f"list_{name}_style_groups",
                    self._style_groups(feature),
                )
                yield Endpoint(
                    "GET", f"{_PREFIX}/task/style/{slug}", f"list_{name}_styles", self._styles(feature)
                )
            yield Endpoint("POST", f"{_PREFIX}/task/{slug}", f"run_{name}", self._run(feature))
            yield Endpoint("GET", f"{_PREFIX}/task/{slug}", f"get_{name}_status", self._status(feature))

    def authenticate(self, call: Call) -> None:
        """Accept an access token that was issued here for a key still known and is not older than two hours."""
        token = bearer(call)
        known = self._tokens.get(token)
        if known is None or call.world.clock.now() >= known.expires:
            raise Refusal(Kind.AUTHENTICATION, "", code="InvalidAccessToken")
        account = call.world.keyring.account(self.name, known.client_id)
        if account is None:
            # Nothing is documented about the tokens of a revoked key.
            raise Refusal(Kind.AUTHENTICATION, "", code="InvalidAccessToken")
        call.account, call.token = account, token

    def refusal(self, refusal: Refusal, call: Call | None) -> Reply:
        """Put a refusal in a body of status, error and error_code."""
        del call
        status, code = _REFUSALS[refusal.kind]
        status = refusal.status or status
        document: dict[str, JsonValue] = {"status": status}
        if refusal.message:
            document["error"] = refusal.message
        code = str(refusal.code) if refusal.code is not None else code
        if code is not None:
            document["error_code"] = code
        return Reply(status=status, document=document)

    def sweep(self, world: World) -> None:
        """Forget tokens, files and request ids that are of no use any more."""
        now = world.clock.now()
        self._tokens = {name: token for name, token in self._tokens.items() if now < token.expires}
        # A file id is known for longer than its bytes are there.
        self._files = {
            name: file for name, file in self._files.items() if now <= file.created + _RESULT_SECONDS
        }
        self._requests = {
            key: task_id
            for key, task_id in self._requests.items()
            if world.tasks.find(self.name, task_id, key[0]) is not None
        }

    # Token exchange

    async def _token(self, call: Call) -> Reply:
        body = validate("perfect", "AuthenticateRequest", await call.raw())
        client_id = text(body, "client_id")
        known = call.world.keyring.account(self.name, client_id) is not None
        plain = decrypt_id_token(text(body, "id_token"))
        if not known or plain is None or not _proves(plain, client_id):
            raise Refusal(Kind.AUTHENTICATION, "", code="InvalidApiKey")
        token = secrets.token_urlsafe(32)
        self._tokens[token] = _Token(client_id, call.world.clock.now() + _TOKEN_SECONDS)
        return _success({"access_token": token})

    # Files

    def _create_files(self, feature: Feature) -> Callable[[Call], Awaitable[Reply]]:
        async def handle(call: Call) -> Reply:
            body = validate("perfect", feature.file_model, await call.raw())
            created: list[JsonValue] = [self._create_file(call, file) for file in objects(body, "files")]
            return _success({"files": created})

        return handle

    def _create_file(self, call: Call, file: JsonObject) -> JsonObject:
        content_type, name = text(file, "content_type"), text(file, "file_name")
        file_id = _opaque(call)
        record = FileRecord(
            id=file_id,
            account=call.account,
            name=name,
            key=f"perfect/uploads/{call.world.random.getrandbits(64):016x}.{extension_of(name) or 'bin'}",
            created=call.world.clock.now(),
        )
        self._files[file_id] = record
        url = call.presign_upload(record.key, _UPLOAD_URL_SECONDS, content_type=content_type)
        return {
            "content_type": content_type,
            "file_name": name,
            "file_id": file_id,
            "requests": [{"method": "PUT", "url": url, "headers": {"Content-Type": content_type}}],
        }

    def _uploaded(self, call: Call, file_id: str) -> StoredObject:
        record = self._files.get(file_id)
        if record is None or record.account != call.account:
            raise invalid("file_sets", f"unknown file id {file_id}")
        stored = record.stored(call)
        if stored is None or call.world.clock.now() > record.created + _FILE_SECONDS:
            # Seen on the live service for a file id whose bytes were never sent.
            raise Refusal(Kind.NOT_FOUND, "unknown internal error", code="unknown_internal_error")
        return stored

    # Styles

    def _style_groups(self, feature: Feature) -> Callable[[Call], Awaitable[Reply]]:
        async def handle(call: Call) -> Reply:
            start, size = _page(call)
            groups, following = perfect_styles.groups(feature.slug, start, size)
            return _success({"groups": groups, "next_token": following})

        return handle

    def _styles(self, feature: Feature) -> Callable[[Call], Awaitable[Reply]]:
        async def handle(call: Call) -> Reply:
            start, size = _page(call)
            wanted = call.request.query.get("style_group_id", "")
            group = whole_number(wanted, _MOST_DIGITS)
            if wanted and group is None:
                raise invalid("style_group_id", "not an integer")
            styles, following = perfect_styles.styles(feature.slug, group, start, size, call.world.url)
            return _success({"styles": styles, "next_token": following})

        return handle

    # Tasks

    def _run(self, feature: Feature) -> Callable[[Call], Awaitable[Reply]]:
        async def handle(call: Call) -> Reply:
            body = validate("perfect", feature.run_model, await call.raw())
            known = self._repeated(call, body)
            task = known or self._start(call, feature, body)
            reply = _success({"task_id": task.id})
            reply.task_id = task.id
            return reply

        return handle

    def _repeated(self, call: Call, body: JsonObject) -> Task | None:
        """Return the task that the same account started with the same request_id, unless it was lost.

        The document does not say whether a request_id counts for one feature or for all; for one is a guess.
        """
        if "request_id" not in body:
            return None
        task_id = self._requests.get((call.account, call.operation, whole(body, "request_id")))
        task = call.world.tasks.find(self.name, task_id, call.account) if task_id else None
        return None if task is None or call.world.tasks.phase(task) == "lost" else task

    def _start(self, call: Call, feature: Feature, body: JsonObject) -> Task:
        world = call.world
        payload = mapping(body, "payload")
        sets = mapping(payload, "file_sets")
        action = objects(payload, "actions")[0]
        parameters = mapping(action, "params")
        style = ""
        if feature.has_styles:
            chosen = items(parameters, "style_ids")
            found = perfect_styles.title(
                feature.slug, whole(parameters, "style_group_id"), whole({"id": chosen[0]}, "id")
            )
            if found is None:
                raise Refusal(Kind.INVALID, "style does not exist", code="InvalidTemplate")
            style = found
        if "mask_ids" in sets and len(texts(sets, "mask_ids")) != len(texts(sets, "src_ids")):
            raise invalid("payload.file_sets.mask_ids", "not as many as src_ids")
        order = Order(
            operation=call.operation,
            sources=tuple(self._uploaded(call, file_id) for file_id in texts(sets, "src_ids")),
            references=tuple(
                self._uploaded(call, file_id)
                for file_id in (*texts(sets, "ref_ids"), *texts(sets, "mask_ids"))
            ),
            parameters=parameters,
            extension=text(payload, "output_ext", feature.extension),
            style=style,
        )
        if not world.ledger.affords(self.name, call.account, 1):
            raise Refusal(Kind.CREDITS, "not enough credits")
        task = world.tasks.create(
            _opaque(call),
            self.name,
            call.account,
            call.operation,
            request=body,
            work=feature.make_work(order),
            sources=(*order.sources, *order.references),
            lost_after=_LOST_AFTER_SECONDS,
            failure=call.planned_failure(),
        )
        task.notes["slug"] = feature.slug
        key = str(whole(body, "request_id")) if "request_id" in body else None
        task.entry = world.ledger.charge(
            self.name,
            call.account,
            call.operation,
            task_id=task.id,
            amount=1,
            time=task.created,
            held=True,
            idempotency_key=key,
        )
        if key is not None:
            self._requests[call.account, call.operation, int(key)] = task.id
        return task

    def _status(self, feature: Feature) -> Callable[[Call], Awaitable[Reply]]:
        async def handle(call: Call) -> Reply:
            task, phase = self._polled(call, feature)
            reply = _success(self._document(call, feature, task, phase))
            reply.task_id = task.id
            return reply

        return handle

    def _polled(self, call: Call, feature: Feature) -> tuple[Task, Phase]:
        world = call.world
        task = world.tasks.find(self.name, call.request.query.get("task_id", ""), call.account)
        if (
            task is None
            or task.notes["slug"] != feature.slug
            or world.clock.now() > task.due + _RESULT_SECONDS
            or (phase := world.tasks.poll(task)) == "lost"
        ):
            raise Refusal(Kind.NOT_FOUND, "invalid task id")
        return task, phase

    def _document(self, call: Call, feature: Feature, task: Task, phase: Phase) -> JsonObject:
        document: dict[str, JsonValue] = {"polling_interval": _POLLING_MILLISECONDS}
        if phase == "failed" and task.failure is not None:
            code = _ENGINE_ERRORS.get(task.failure.code, task.failure.code)
            return {**document, "status": "error", "error": code}
        if phase != "succeeded":
            return {**document, "status": "running"}
        data: list[JsonValue] = []
        for output in task.outputs:
            result_id = f"{task.id}{output.file_id.rpartition('-')[2]}"
            self._files.setdefault(
                result_id,
                FileRecord(
                    result_id, call.account, output.stored.key, output.stored.key, call.world.clock.now()
                ),
            )
            item: dict[str, JsonValue] = {
                "dst_id": result_id,
                "url": call.presign(output.stored.key, _DOWNLOAD_URL_SECONDS),
            }
            if output.product.detail:
                item[feature.label_field] = int(output.product.detail)
            data.append(item)
        action = objects(mapping(task.request, "payload"), "actions")[0]
        result: dict[str, JsonValue] = {"id": whole(action, "id"), "data": data}
        result.update(feature.describe(task.outputs))
        return {**document, "status": "success", "results": [result]}


def _success(result: JsonValue) -> Reply:
    return Reply(document={"status": 200, "result": result})


def _proves(plain: str, client_id: str) -> bool:
    """Tell whether a decrypted id token names this client and a time in milliseconds."""
    fields = parse_qs(plain, strict_parsing=False)
    timestamps = fields.get("timestamp", [])
    return fields.get("client_id") == [client_id] and len(timestamps) == 1 and timestamps[0].isdigit()


def _opaque(call: Call) -> str:
    """Return an id like the vendor's: base64 which always holds a plus and a slash."""
    raw = call.world.random.randbytes(_TASK_ID_BYTES)
    encoded = base64.b64encode(raw).decode("ascii")
    return f"{encoded[:7]}+{encoded[8:50]}/{encoded[51:]}"


def _page(call: Call) -> tuple[int, int]:
    """Return first index and size of the page a list call asks for."""
    size = whole_number(call.request.query.get("page_size", "20"), _MOST_DIGITS)
    if size is None or not 1 <= size <= _LARGEST_PAGE:
        raise invalid("page_size", f"not an integer from 1 to {_LARGEST_PAGE}")
    token = call.request.query.get("starting_token", "")
    if token in {"", "null"}:
        return 0, size
    start = perfect_styles.index_of(token)
    if start is None:
        raise invalid("starting_token", "not a token of this list")
    return start, size
