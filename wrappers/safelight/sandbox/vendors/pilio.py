"""Pilio: files announced, uploaded in one piece or in parts, tasks with status and result calls."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence

from safelight.sandbox import lifetimes, vendor_facts
from safelight.sandbox.call import Call, Endpoint, decode_object
from safelight.sandbox.jsontypes import JsonObject, JsonValue, objects, text, texts, whole
from safelight.sandbox.pipeline import Vendor
from safelight.sandbox.replies import Kind, Refusal, Reply
from safelight.sandbox.storage import InvalidPart, NoSuchUpload, StoredObject
from safelight.sandbox.tasks import Phase, Task, Work
from safelight.sandbox.validation import invalid, validate
from safelight.sandbox.vendors import pilio_tools
from safelight.sandbox.vendors.common import FileRecord, bearer, extension_of, iso_time, require_account
from safelight.sandbox.world import World

_UPLOAD_URL_SECONDS = vendor_facts.lifetime("pilio", "upload_url")
_DOWNLOAD_URL_SECONDS = vendor_facts.lifetime("pilio", "download_url")
_MULTIPART_THRESHOLD = vendor_facts.upload_limit("pilio", "multipart_threshold")
_MAXIMUM_FILE = vendor_facts.upload_limit("pilio", "maximum")
_FILES_PER_CREATE = vendor_facts.limit("pilio", "files_per_create")
_IN_FLIGHT = vendor_facts.limit("pilio", "in_flight")
_FIRST_ID = 2048000000000000000
# As many as S3 takes.
_MOST_PARTS = 10_000

_STATUS = {
    "queued": "Pending",
    "running": "Processing",
    "succeeded": "Succeeded",
    "failed": "Failed",
    "lost": "Failed",
}

# HTTP status and business code of each kind. 1402, 1505 and 1510 are documented; the others are guesses.
_REFUSALS: dict[Kind, tuple[int, int]] = {
    Kind.AUTHENTICATION: (401, 1402),
    Kind.INVALID: (400, 400),
    Kind.NOT_FOUND: (404, 404),
    Kind.NO_ROUTE: (404, 404),
    Kind.METHOD: (405, 405),
    Kind.CREDITS: (402, 402),
    Kind.RATE: (429, 429),
    Kind.IN_FLIGHT: (429, 429),
    Kind.TOO_LARGE: (413, 413),
    Kind.INTERNAL: (500, 500),
}

# Extensions which are one type under two names.
_SAME_TYPE = {"jpeg": "jpg"}

_Tool = Callable[[JsonObject, Sequence[StoredObject]], tuple[Work, float]]


class Pilio(Vendor):
    """The emulation of Pilio."""

    name = "pilio"
    status_fields = ("status",)

    def __init__(self) -> None:
        self._files: dict[str, FileRecord] = {}
        self._numbers = 0

    def endpoints(self) -> Iterable[Endpoint]:
        """Return every operation of the vendor."""
        yield Endpoint("POST", "/v1/files/batch-create", "create_files", self._create_files)
        yield Endpoint("POST", "/v1/files/{file_id}/complete", "complete_multipart_upload", self._complete)
        yield Endpoint("GET", "/v1/tasks/{task_id}/status", "get_task_status", self._status)
        yield Endpoint("GET", "/v1/tasks/{task_id}/result", "get_task_result", self._result)
        for path, operation, model, tool in pilio_tools.TOOLS:
            yield Endpoint("POST", path, operation, self._tool(model, tool))

    def authenticate(self, call: Call) -> None:
        """Accept the key as a bearer token or as `X-API-Key`."""
        require_account(call, bearer(call) or call.request.headers.get("X-API-Key", ""), "invalid api key")

    def refusal(self, refusal: Refusal, call: Call | None) -> Reply:
        """Put a refusal in the envelope of code, message and data."""
        del call
        status, code = _REFUSALS[refusal.kind]
        data: dict[str, JsonValue] = dict(refusal.details)
        if refusal.kind is Kind.AUTHENTICATION:
            data["reason"] = "invalid_api_key"
        if isinstance(refusal.code, str):
            data["reason"] = refusal.code
        elif refusal.code is not None:
            code = refusal.code
        return Reply(
            status=refusal.status or status,
            document={"code": code, "message": refusal.message, "data": data or None},
        )

    def sweep(self, world: World) -> None:
        """Forget the files whose bytes are gone."""
        now = world.clock.now()
        self._files = {
            file_id: record
            for file_id, record in self._files.items()
            if now <= record.created + lifetimes.of_object(record.key)
        }

    # Files

    async def _create_files(self, call: Call) -> Reply:
        raw = await call.raw()
        try:
            body = validate("pilio", "CreateFilesRequest", raw)
        except Refusal as refusal:
            # The schema knows the bound too, but not that breaking it has a code of its own.
            if "files" in refusal.details and len(objects(decode_object(raw), "files")) > _FILES_PER_CREATE:
                raise Refusal(Kind.INVALID, "Too many files", code=1505) from None
            raise
        files = objects(body, "files")
        mode = text(body, "upload_mode", "auto")
        for index, file in enumerate(files):
            self._check_file(index, file)
        created: list[JsonValue] = [self._create_file(call, file, mode) for file in files]
        return _success({"total": len(created), "items": created})

    def _check_file(self, index: int, file: JsonObject) -> None:
        kind, extension = text(file, "type").lower(), extension_of(text(file, "name"))
        if _SAME_TYPE.get(kind, kind) != _SAME_TYPE.get(extension, extension):
            raise invalid(f"files.{index}.name", "the extension does not match type")
        if whole(file, "size") > _MAXIMUM_FILE:
            raise invalid(f"files.{index}.size", "a file has at most 2 GB")

    def _create_file(self, call: Call, file: JsonObject, mode: str) -> dict[str, JsonValue]:
        file_id = self._next_id(call)
        name, size = text(file, "name"), whole(file, "size")
        record = FileRecord(
            id=file_id,
            account=call.account,
            name=name,
            key=f"pilio/uploads/{file_id}.{extension_of(name)}",
            created=call.world.clock.now(),
        )
        self._files[file_id] = record
        item: dict[str, JsonValue] = {
            "id": file_id,
            "nanoid": text(file, "nanoid"),
            "name": name,
            "type": text(file, "type"),
            "status": "Pending",
            "size": size if "size" in file else None,
        }
        if mode == "multipart" or (mode == "auto" and size > _MULTIPART_THRESHOLD):
            upload = call.world.storage.begin_upload(record.key, f"image/{text(file, 'type')}")
            record.upload_id = item["upload_id"] = upload.upload_id
            item["upload_urls"] = [
                call.presign_upload(
                    record.key, _UPLOAD_URL_SECONDS, upload_id=upload.upload_id, part_number=number
                )
                for number in range(1, min(_MOST_PARTS, max(1, -(-size // call.world.part_size))) + 1)
            ]
        else:
            item["upload_url"] = call.presign_upload(record.key, _UPLOAD_URL_SECONDS)
        return item

    async def _complete(self, call: Call) -> Reply:
        body = validate("pilio", "CompleteUploadRequest", await call.raw())
        record = self._file(call, call.path("file_id"))
        if record is None:
            raise _no_upload()
        if text(body, "upload_mode") == "single":
            if record.stored(call) is None:
                raise _not_uploaded(record.id)
            return _success(None)
        parts = [(whole(part, "part_number"), text(part, "etag")) for part in objects(body, "parts")]
        if not parts:
            raise invalid("parts", "required for a multipart upload")
        if [number for number, _ in parts] != list(range(1, len(parts) + 1)):
            raise invalid("parts", "part numbers must be continuous and start at 1")
        if call.world.clock.now() > record.created + _UPLOAD_URL_SECONDS:
            # When an upload expires is not documented; with its URLs is a guess.
            call.world.storage.abort_upload(record.upload_id)
            raise _no_upload()
        try:
            await call.world.storage.complete_upload(record.upload_id, parts)
        except NoSuchUpload:
            raise _no_upload() from None
        except InvalidPart as error:
            raise invalid("parts", f"{error}: not uploaded, or its etag is another") from None
        return _success(None)

    def _file(self, call: Call, file_id: str) -> FileRecord | None:
        record = self._files.get(file_id)
        return record if record is not None and record.account == call.account else None

    def _next_id(self, call: Call) -> str:
        self._numbers += 1
        return str(_FIRST_ID + call.world.first_number + self._numbers)

    # Tasks

    def _tool(self, model: str, tool: _Tool) -> Callable[[Call], Awaitable[Reply]]:
        async def handle(call: Call) -> Reply:
            body = validate("pilio", model, await call.raw())
            sources = tuple(self._source(call, file_id) for file_id in _file_ids(body))
            # In a thread: a price by pages waits for a PDF to be read.
            work, price = await asyncio.to_thread(tool, body, sources)
            return self._create_task(call, body, sources, work, price)

        return handle

    def _create_task(
        self, call: Call, body: JsonObject, sources: tuple[StoredObject, ...], work: Work, price: float
    ) -> Reply:
        world = call.world
        if world.limits and world.tasks.in_flight(self.name, call.account) >= _IN_FLIGHT:
            raise Refusal(
                Kind.IN_FLIGHT, "Too many tasks in flight; at most 20 may be pending or processing."
            )
        if not world.ledger.affords(self.name, call.account, price):
            raise Refusal(Kind.CREDITS, "Insufficient credits", code="insufficient_credits")
        task = world.tasks.create(
            self._next_id(call),
            self.name,
            call.account,
            call.operation,
            request=body,
            work=work,
            sources=sources,
            failure=call.planned_failure(),
        )
        task.entry = world.ledger.charge(
            self.name, call.account, call.operation, task_id=task.id, amount=price, time=task.created
        )
        reply = _success(
            {
                "task_id": task.id,
                "status": "Processing",
                "status_url": f"/v1/tasks/{task.id}/status",
                "result_url": f"/v1/tasks/{task.id}/result",
                "created_at": iso_time(task.created),
            }
        )
        reply.task_id = task.id
        return reply

    def _source(self, call: Call, file_id: str) -> StoredObject:
        record = self._file(call, file_id)
        if record is None:
            raise Refusal(Kind.INVALID, "The source file does not exist.", code="source_file_not_found")
        stored = record.stored(call)
        if stored is None:
            raise _not_uploaded(file_id)
        return stored

    def _task(self, call: Call) -> Task:
        task = call.world.tasks.find(self.name, call.path("task_id"), call.account)
        if task is None:
            raise Refusal(Kind.NOT_FOUND, "Task not found")
        return task

    async def _status(self, call: Call) -> Reply:
        task = self._task(call)
        phase = call.world.tasks.poll(task)
        document = _state(task, phase)
        document["created_at"] = iso_time(task.created)
        document["updated_at"] = iso_time(min(call.world.clock.now(), task.due))
        document["result_url"] = f"/v1/tasks/{task.id}/result"
        reply = _success(document)
        reply.task_id = task.id
        return reply

    async def _result(self, call: Call) -> Reply:
        task = self._task(call)
        phase = call.world.tasks.poll(task)
        document = _state(task, phase)
        files: list[JsonValue] = []
        archive: JsonValue = None
        for output in task.outputs if phase == "succeeded" else ():
            item: JsonObject = {
                "id": output.file_id,
                "name": output.stored.key.rpartition("/")[2],
                "type": output.product.extension,
                "size": output.stored.size,
                "download_url": call.presign(output.stored.key, _DOWNLOAD_URL_SECONDS),
            }
            if output.product.role == "archive":
                archive = item
            else:
                files.append(item)
        document["files"] = files
        if archive is not None:
            document["zip_file"] = archive
        reply = _success(document)
        reply.task_id = task.id
        return reply


def _success(data: JsonValue) -> Reply:
    return Reply(document={"code": 200, "message": "success", "data": data})


def _state(task: Task, phase: Phase) -> dict[str, JsonValue]:
    document: dict[str, JsonValue] = {"task_id": task.id, "status": _STATUS[phase]}
    if phase == "failed" and task.failure is not None:
        document["error_type"] = task.failure.code
        document["error_message"] = task.failure.message
    return document


def _no_upload() -> Refusal:
    return Refusal(Kind.INVALID, "Multipart upload not found or expired", code=1510)


def _not_uploaded(file_id: str) -> Refusal:
    return Refusal(
        Kind.INVALID,
        f"The source file {file_id} has not been uploaded.",
        code="source_file_upload_not_completed",
    )


def _file_ids(body: JsonObject) -> list[str]:
    single = text(body, "image_file_id") or text(body, "pdf_file_id")
    return [single] if single else texts(body, "image_file_ids")
