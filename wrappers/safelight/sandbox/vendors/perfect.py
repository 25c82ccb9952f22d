"""Perfect Corp v1: token exchange, files, styles, and one pair of task calls a feature."""

import base64
import secrets
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from urllib.parse import parse_qs

from safelight.sandbox import vendor_facts
from safelight.sandbox.call import Call, Handler
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
from safelight.sandbox.orders import Order
from safelight.sandbox.replies import Kind, Refusal, Reply
from safelight.sandbox.storage import StoredObject
from safelight.sandbox.tasks import Phase, Task
from safelight.sandbox.validation import invalid
from safelight.sandbox.vendor import Vendor
from safelight.sandbox.vendors import perfect_styles
from safelight.sandbox.vendors.common import Files, extension_of
from safelight.sandbox.vendors.perfect_keys import decrypt_id_token, secret_key
from safelight.sandbox.vendors.perfect_tools import AGES, TOOLS, age_facts, usual_extension
from safelight.sandbox.world import World

_TOKEN_SECONDS = float(vendor_facts.part("perfect", "authentication")["token_lifetime_seconds"])
_RESULT_SECONDS = vendor_facts.lifetime("perfect", "result")
_POLLING_MILLISECONDS = 500
_TASK_ID_BYTES = 48
_LARGEST_PAGE = 20
_MOST_DIGITS = 19

# The engine's failures that the documented table has other words for.
_ENGINE_ERRORS = {
    "too_large": "exceed_max_filesize",
    "mask_size": "invalid_parameter",
    "planned": "error_inference",
    "download": "error_download_image",
    "download_too_large": "exceed_max_filesize",
}


class Perfect(Vendor):
    """The emulation of Perfect Corp's version 1.0 interface."""

    name = "perfect"
    no_credits = "not enough credits"
    no_task = "invalid task id"
    statuses = MappingProxyType({Kind.CREDITS: 400, Kind.TOO_LARGE: 400})
    codes = MappingProxyType(
        {
            Kind.AUTHENTICATION: "InvalidAccessToken",
            Kind.NO_ROUTE: "NotFound",
            Kind.METHOD: "MethodNotAllowed",
            Kind.RATE: "",
            Kind.INTERNAL: "unknown_internal_error",
        }
    )

    def __init__(self) -> None:
        self._tokens: dict[str, tuple[str, float]] = {}  # a key, and when its token expires
        self._files = Files(_RESULT_SECONDS)  # an id is known for longer than the bytes are there
        self._requests: dict[tuple[str, str, int], str] = {}

    def handlers(self) -> Mapping[str, Handler]:
        """Return what answers each operation: every feature has the same, by their roles."""
        by_role = {
            "authenticate": self._token,
            "upload": self._create_files,
            "create": self._run,
            "status": self._status,
        }
        return {
            operation: by_role.get(vendor_facts.role(self.name, operation)[0])
            or (self._style_groups if operation.endswith("_style_groups") else self._styles)
            for operation in vendor_facts.operations(self.name)
        }

    def authenticate(self, call: Call) -> None:
        """Accept an access token that was issued here for a key still known and is not older than two hours."""
        token = self.credential(call)
        client_id, expires = self._tokens.get(token, ("", 0.0))
        # Nothing is documented about the tokens of a revoked key.
        account = call.world.keyring.account(self.name, client_id)
        if account is None or call.world.clock.now() >= expires:
            raise Refusal(Kind.AUTHENTICATION, "")
        call.account, call.token = account, token

    @classmethod
    def secrets(cls) -> Mapping[str, str]:
        """Return the secret key, which is the same for every account."""
        return {"secret_key": secret_key()}

    def refused(self, refusal: Refusal, status: int) -> dict[str, JsonValue]:
        """Leave out an error or a code that says nothing."""
        return {name: value for name, value in super().refused(refusal, status).items() if value}

    def sweep(self, world: World) -> None:
        """Forget tokens, files and request ids that are of no use any more."""
        now = world.clock.now()
        self._tokens = {token: known for token, known in self._tokens.items() if now < known[1]}
        self._files.sweep(now)
        self._requests = {
            key: task_id
            for key, task_id in self._requests.items()
            if world.tasks.find(self.name, task_id, key[0]) is not None
        }

    # Token exchange

    async def _token(self, call: Call) -> Reply:
        body = await self.body(call)
        client_id = text(body, "client_id")
        known = call.world.keyring.account(self.name, client_id) is not None
        plain = decrypt_id_token(text(body, "id_token"))
        if not known or plain is None or not _proves(plain, client_id):
            raise Refusal(Kind.AUTHENTICATION, "", code="InvalidApiKey")
        token = secrets.token_urlsafe(32)
        self._tokens[token] = (client_id, call.world.clock.now() + _TOKEN_SECONDS)
        return self.success({"access_token": token})

    # Files

    async def _create_files(self, call: Call) -> Reply:
        body = await self.body(call)
        created: list[JsonValue] = [self._create_file(call, file) for file in objects(body, "files")]
        return self.success({"files": created})

    def _create_file(self, call: Call, file: JsonObject) -> JsonObject:
        content_type, name = text(file, "content_type"), text(file, "file_name")
        file_id = opaque(call)
        key = f"{self.name}/uploads/{call.world.random.getrandbits(64):016x}.{extension_of(name) or 'bin'}"
        self._files.add(call, file_id, key)
        seconds = vendor_facts.lifetime(self.name, "upload_url")
        url = call.presign(key, seconds, "PUT", content_type=content_type)
        return {
            "content_type": content_type,
            "file_name": name,
            "file_id": file_id,
            "requests": [{"method": "PUT", "url": url, "headers": {"Content-Type": content_type}}],
        }

    def _uploaded(self, call: Call, file_id: str) -> StoredObject:
        record = self._files.find(call, file_id)
        if record is None:
            raise invalid("file_sets", f"unknown file id {file_id}")
        stored = record.stored(call)
        if stored is None or call.world.clock.now() > record.created + vendor_facts.lifetime(
            self.name, "upload"
        ):
            # Seen on the live service for a file id whose bytes were never sent.
            raise Refusal(Kind.NOT_FOUND, "unknown internal error", code="unknown_internal_error", status=404)
        return stored

    # Styles

    async def _style_groups(self, call: Call) -> Reply:
        return self.success(page(call, "groups", perfect_styles.groups(tag(call))))

    async def _styles(self, call: Call) -> Reply:
        wanted = call.request.query.get("style_group_id", "")
        group = whole_number(wanted, _MOST_DIGITS)
        if wanted and group is None:
            raise invalid("style_group_id", "not an integer")
        return self.success(page(call, "styles", perfect_styles.styles(tag(call), group, call.world.url)))

    # Tasks

    async def _run(self, call: Call) -> Reply:
        body = await self.body(call)
        task = self._repeated(call, body) or self._start(call, body)
        return self.success({"task_id": task.id}, task)

    def _repeated(self, call: Call, body: JsonObject) -> Task | None:
        """Return the task that the same account started with the same request_id, unless it was lost.

        The document does not say whether a request_id counts for one feature or for all; for one is a guess.
        """
        if "request_id" not in body:
            return None
        task_id = self._requests.get((call.account, call.operation, whole(body, "request_id")))
        task = call.world.tasks.find(self.name, task_id, call.account) if task_id else None
        return None if task is None or call.world.tasks.phase(task) == "lost" else task

    def _start(self, call: Call, body: JsonObject) -> Task:
        payload = mapping(body, "payload")
        sets = mapping(payload, "file_sets")
        action = objects(payload, "actions")[0]
        parameters = mapping(action, "params")
        style = ""
        if "style_ids" in parameters:
            chosen = whole({"id": items(parameters, "style_ids")[0]}, "id")
            style = perfect_styles.title(tag(call), whole(parameters, "style_group_id"), chosen)
            if not style:
                raise Refusal(Kind.INVALID, "style does not exist", code="InvalidTemplate")
        if "mask_ids" in sets and len(texts(sets, "mask_ids")) != len(texts(sets, "src_ids")):
            raise invalid("payload.file_sets.mask_ids", "not as many as src_ids")
        order = Order(
            self.name,
            call.operation,
            parameters,
            [
                (name, self._uploaded(call, file_id))
                for kind, name in (("src", "image"), ("ref", "reference"), ("mask", "mask"))
                for file_id in texts(sets, f"{kind}_ids")
            ],
            style,
            text(payload, "output_ext", usual_extension(tag(call))),
        )
        key = str(whole(body, "request_id")) if "request_id" in body else None
        task = self.start(call, opaque(call), order, TOOLS[tag(call)], request=body, idempotency_key=key)
        if "request_id" in body:
            self._requests[call.account, call.operation, whole(body, "request_id")] = task.id
        return task

    def _task_id(self, call: Call) -> str:
        return call.request.query.get("task_id", "")

    def _find(self, call: Call, task_id: str) -> Task:
        return self.find(call, task_id, vendor_facts.lifetime(self.name, "result"))

    async def _status(self, call: Call) -> Reply:
        task = self._find(call, self._task_id(call))
        known = vendor_facts.operations(self.name)
        if known[task.operation]["tag"] != tag(call) or (phase := call.world.tasks.poll(task)) == "lost":
            raise Refusal(Kind.NOT_FOUND, self.no_task)
        return self.success(self._state(call, task, phase), task)

    def _state(self, call: Call, task: Task, phase: Phase) -> JsonObject:
        document: dict[str, JsonValue] = {
            "polling_interval": _POLLING_MILLISECONDS,
            "status": vendor_facts.status_word(self.name, phase),
        }
        if phase == "failed" and task.failure is not None:
            return {**document, "error": failure_word(self.name, task.failure.code)}
        if phase != "succeeded":
            return document
        action = objects(mapping(task.request, "payload"), "actions")[0]
        result: dict[str, JsonValue] = {"id": whole(action, "id"), "data": self._results(call, task)}
        if tag(call) == "aging":
            result["custom_info"] = age_facts(AGES, "age_idx")
        return {**document, "results": [result]}

    def _results(self, call: Call, task: Task) -> list[JsonObject]:
        """Return where each result is, and of one in a series the age that it shows; it can be a source by its id."""
        found: list[JsonObject] = []
        for number, output in enumerate(task.outputs):
            self._files.add(call, f"{task.id}{number}", output.stored.key)
            url = call.presign(output.stored.key, vendor_facts.lifetime(self.name, "download_url"))
            shown: JsonObject = {"res_age": int(output.product.detail)} if output.product.detail else {}
            found.append({"url": url, "dst_id": f"{task.id}{number}", **shown})
        return found


def failure_word(vendor: str, code: str) -> str:
    """Return the documented word for a failure of the engine; a code without one is passed on as it is."""
    word = _ENGINE_ERRORS.get(code, f"error_{code}")
    return word if word in vendor_facts.part(vendor, "task_errors") else code


def tag(call: Call) -> str:
    """Return the spec's word for the feature that a call is about."""
    return str(vendor_facts.operations(call.vendor)[call.operation]["tag"])


def _proves(plain: str, client_id: str) -> bool:
    """Tell whether a decrypted id token names this client and a time in milliseconds."""
    fields = parse_qs(plain, strict_parsing=False)
    timestamps = fields.get("timestamp", [])
    return fields.get("client_id") == [client_id] and len(timestamps) == 1 and timestamps[0].isdigit()


def opaque(call: Call) -> str:
    """Return an id like the vendor's: base64 which always holds a plus and a slash."""
    raw = call.world.random.randbytes(_TASK_ID_BYTES)
    encoded = base64.b64encode(raw).decode("ascii")
    return f"{encoded[:7]}+{encoded[8:50]}/{encoded[51:]}"


def page(call: Call, name: str, found: Sequence[JsonValue], most: int = _LARGEST_PAGE) -> JsonObject:
    """Return the page that a call asks for, and the token of the next one.

    Raises:
        Refusal: The size of a page or the token is wrong.
    """
    size = whole_number(call.request.query.get("page_size", "20"), _MOST_DIGITS)
    if size is None or not 1 <= size <= most:
        raise invalid("page_size", f"not an integer from 1 to {most}")
    token = call.request.query.get("starting_token", "")
    start = 0 if token in {"", "null"} else perfect_styles.index_of(token)
    if start is None:
        raise invalid("starting_token", "not a token of this list")
    following = perfect_styles.following(start, size, len(found))
    return {name: found[start : start + size], "next_token": following}
