"""Pilio: files announced, uploaded in one piece or in parts, tasks with status and result calls."""

import asyncio
from collections.abc import Mapping
from types import MappingProxyType

from safelight.sandbox import lifetimes, vendor_facts
from safelight.sandbox.call import Call, Handler, decode_object
from safelight.sandbox.images import pdf
from safelight.sandbox.jsontypes import JsonObject, JsonValue, objects, text, texts, whole
from safelight.sandbox.orders import Order
from safelight.sandbox.replies import Kind, Refusal, Reply
from safelight.sandbox.storage import InvalidPart, NoSuchUpload, StoredObject
from safelight.sandbox.validation import invalid
from safelight.sandbox.vendor import Vendor
from safelight.sandbox.vendors.common import Files, extension_of, iso_time
from safelight.sandbox.vendors.pilio_tools import TOOLS, check
from safelight.sandbox.world import World

_UPLOAD_URL_SECONDS = vendor_facts.lifetime("pilio", "upload_url")
_DOWNLOAD_URL_SECONDS = vendor_facts.lifetime("pilio", "download_url")
_MULTIPART_THRESHOLD = vendor_facts.upload_limit("pilio", "multipart_threshold")
_FILES_PER_CREATE = vendor_facts.limit("pilio", "files_per_create")
_FIRST_ID = 2048000000000000000
# As many as S3 takes.
_MOST_PARTS = 10_000

_REASONS = {Kind.AUTHENTICATION: "invalid_api_key", Kind.CREDITS: "insufficient_credits"}

_QUOTED = {
    f"quote_{name.removeprefix('create_')}": name
    for name, described in vendor_facts.operations("pilio").items()
    if "quote" in described["task_api"]
}
"""What each quote is of."""
_USUAL_BALANCE = 1000

# Extensions which are one type under two names.
_SAME_TYPE = {"jpeg": "jpg"}


class Pilio(Vendor):
    """The emulation of Pilio."""

    name = "pilio"
    wrong_key = "invalid api key"
    # The documented codes of these meanings are for cases of their own; those here are guesses.
    codes = MappingProxyType({Kind.INVALID: 400, Kind.NOT_FOUND: 404})
    success_fields = MappingProxyType({"message": "success"})

    def __init__(self) -> None:
        self._files = Files(lifetimes.of_object("pilio/uploads/"))
        self._numbers = 0

    def handlers(self) -> Mapping[str, Handler]:
        """Return what answers each operation."""
        return {
            "create_files": self._create_files,
            "complete_multipart_upload": self._complete,
            "get_task_status": self._status,
            "get_task_result": self._result,
            **dict.fromkeys(TOOLS, self._create_task),
            **dict.fromkeys(_QUOTED, self._quote),
        }

    def credential(self, call: Call) -> str:
        """Return a key that came as a bearer token or as `X-API-Key`."""
        return super().credential(call) or call.request.headers.get("X-API-Key", "")

    def refused(self, refusal: Refusal, status: int) -> dict[str, JsonValue]:
        """Add details and reason to the body, as data."""
        reason = _REASONS.get(refusal.kind)
        data = {**refusal.details, **({} if reason is None else {"reason": reason})}
        return {**super().refused(refusal, status), "data": data or None}

    def sweep(self, world: World) -> None:
        """Forget the files whose bytes are gone."""
        self._files.sweep(world.clock.now())

    # Files

    async def _create_files(self, call: Call) -> Reply:
        try:
            body = await self.body(call)
        except Refusal as refusal:
            # The schema knows the bound too, but not that breaking it has a code of its own.
            if (
                "files" in refusal.details
                and len(objects(decode_object(await call.raw()), "files")) > _FILES_PER_CREATE
            ):
                raise Refusal(Kind.INVALID, "Too many files", code=1505) from None
            raise
        files = objects(body, "files")
        mode = text(body, "upload_mode", "auto")
        for index, file in enumerate(files):
            self._check_file(index, file)
        created: list[JsonValue] = [self._create_file(call, file, mode) for file in files]
        return self.success({"total": len(created), "items": created})

    def _check_file(self, index: int, file: JsonObject) -> None:
        kind, extension = text(file, "type").lower(), extension_of(text(file, "name"))
        if _SAME_TYPE.get(kind, kind) != _SAME_TYPE.get(extension, extension):
            raise invalid(f"files.{index}.name", "the extension does not match type")

    def _create_file(self, call: Call, file: JsonObject, mode: str) -> dict[str, JsonValue]:
        file_id = self._next_id(call)
        name, size = text(file, "name"), whole(file, "size")
        record = self._files.add(call, file_id, f"pilio/uploads/{file_id}.{extension_of(name)}")
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
                call.presign(
                    record.key,
                    _UPLOAD_URL_SECONDS,
                    "PUT",
                    upload_id=upload.upload_id,
                    part_number=number,
                )
                for number in range(1, min(_MOST_PARTS, max(1, -(-size // call.world.part_size))) + 1)
            ]
        else:
            item["upload_url"] = call.presign(record.key, _UPLOAD_URL_SECONDS, "PUT")
        return item

    async def _complete(self, call: Call) -> Reply:
        body = await self.body(call)
        file_id = call.path("file_id")
        record = self._files.find(call, file_id)
        if record is None:
            raise _no_upload()
        if text(body, "upload_mode") == "single":
            if record.stored(call) is None:
                raise _not_uploaded(file_id)
            return self.success(None)
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
        return self.success(None)

    def _next_id(self, call: Call) -> str:
        self._numbers += 1
        return str(_FIRST_ID + call.world.first_number + self._numbers)

    # Tasks

    async def _create_task(self, call: Call) -> Reply:
        body = await self.body(call)
        files = [(kind, self._source(call, file_id)) for kind, file_id in _file_ids(body)]
        check(body)
        price = vendor_facts.charge(self.name, call.operation, body)
        if vendor_facts.price(self.name, call.operation, body)[1] == "page":
            # In a thread: the PDF is read.
            price *= max(1, await asyncio.to_thread(pdf.count_pages, files[0][1].path))
        # The call that only edits has the limits of the one that also draws.
        order = Order(self.name, call.operation.removesuffix("_edit"), body, [*files])
        task = self.start(call, self._next_id(call), order, TOOLS[call.operation], price=price)
        document = {
            "task_id": task.id,
            "status": "Processing",
            "status_url": f"/v1/tasks/{task.id}/status",
            "result_url": f"/v1/tasks/{task.id}/result",
            "created_at": iso_time(task.created),
        }
        return self.success(document, task)

    async def _quote(self, call: Call) -> Reply:
        amount = vendor_facts.charge(self.name, _QUOTED[call.operation], await self.body(call))
        left = call.world.ledger.balance(self.name, call.account)
        document: dict[str, JsonValue] = {
            "base_credits": f"{amount:g}",
            "charged_credits": f"{amount:g}",
            "available_credits": f"{_USUAL_BALANCE if left is None else left:g}",
            "affordable": call.world.ledger.affords(self.name, call.account, amount),
            "estimate_kind": "final_estimate",
            "may_change_after_worker_preflight": False,
            "credits_multiplier_bps": 10_000,
        }
        if not document["affordable"]:
            document["blocking_reason"] = self.no_credits
        return self.success(document)

    def _source(self, call: Call, file_id: str) -> StoredObject:
        record = self._files.find(call, file_id)
        if record is None:
            raise _unusable("The source file does not exist.", "source_file_not_found")
        stored = record.stored(call)
        if stored is None:
            raise _not_uploaded(file_id)
        return stored

    async def _status(self, call: Call) -> Reply:
        task = self.find(call, call.path("task_id"))
        document = self.document(call, task, call.world.tasks.poll(task))
        document["created_at"] = iso_time(task.created)
        document["updated_at"] = iso_time(min(call.world.clock.now(), task.due))
        document["result_url"] = f"/v1/tasks/{task.id}/result"
        return self.success(document, task)

    async def _result(self, call: Call) -> Reply:
        task = self.find(call, call.path("task_id"))
        phase = call.world.tasks.poll(task)
        document = self.document(call, task, phase)
        files: list[JsonValue] = []
        document["files"] = files
        for output in task.outputs if phase == "succeeded" else ():
            item: JsonObject = {
                "id": output.file_id,
                "name": output.stored.key.rpartition("/")[2],
                "type": output.product.extension,
                "size": output.stored.size,
                "download_url": call.presign(output.stored.key, _DOWNLOAD_URL_SECONDS),
            }
            if output.product.role == "archive":
                document["zip_file"] = item
            else:
                files.append(item)
        return self.success(document, task)


def _no_upload() -> Refusal:
    return Refusal(Kind.INVALID, "Multipart upload not found or expired", code=1510)


def _not_uploaded(file_id: str) -> Refusal:
    return _unusable(f"The source file {file_id} has not been uploaded.", "source_file_upload_not_completed")


def _unusable(message: str, reason: str) -> Refusal:
    return Refusal(Kind.INVALID, message, details={"reason": reason})


def _file_ids(body: JsonObject) -> list[tuple[str, str]]:
    """Return the ids of a request's files, each with the spec's word for it."""
    single = [(kind, text(body, f"{kind}_file_id")) for kind in ("image", "pdf")]
    return [one for one in single if one[1]] or [("images", one) for one in texts(body, "image_file_ids")]
