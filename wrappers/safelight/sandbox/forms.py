"""Multipart forms: text fields in memory, files streamed into the object store."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from aiohttp import BodyPartReader, web
from aiohttp.http_exceptions import HttpProcessingError

from safelight.sandbox.call import Call
from safelight.sandbox.replies import Kind, Refusal
from safelight.sandbox.storage import StoredObject

_BLOCK = 1 << 18
_MAXIMUM_FIELD = 1 << 20


@dataclass(slots=True)
class FormFile:
    """A file part: its bytes in the object store, and its name."""

    stored: StoredObject
    filename: str


@dataclass(slots=True)
class Form:
    """The parts of a form by name."""

    fields: dict[str, str] = field(default_factory=dict[str, str])
    files: dict[str, FormFile] = field(default_factory=dict[str, FormFile])
    types: dict[str, str] = field(default_factory=dict[str, str])


_FORM = web.RequestKey("form", Form)


async def read_form(call: Call, *, maximum_file: int) -> Form:
    """Read the form of a request; a second call returns the same form.

    A part is a file if it has a file name.

    Args:
        call: The request, multipart or urlencoded.
        maximum_file: The size in bytes that a single file may have.

    Raises:
        Refusal: The body is not a form, or a part is too large.
    """
    if _FORM in call.request:
        return call.request[_FORM]
    form = Form()
    if call.request.content_type == "application/x-www-form-urlencoded":
        # Read first, so that a body that is too large is refused in this vendor's shape.
        await call.raw()
        posted = await call.request.post()
        form.fields.update({name: value for name, value in posted.items() if isinstance(value, str)})
    else:
        try:
            await _read_parts(call, form, maximum_file)
        except BaseException:
            _drop(call, form)
            raise
    call.request[_FORM] = form
    return form


def drop_form(call: Call) -> None:
    """Remove the files of a form whose request was refused."""
    if _FORM in call.request:
        _drop(call, call.request[_FORM])


def _drop(call: Call, form: Form) -> None:
    for file in form.files.values():
        call.world.storage.delete(file.stored.key)


async def _read_parts(call: Call, form: Form, maximum_file: int) -> None:
    try:
        reader = await call.request.multipart()
        index = 0
        while (part := await reader.next()) is not None:
            if not isinstance(part, BodyPartReader) or part.name is None:
                raise Refusal(Kind.INVALID, "the form has a part without a name")
            form.types[part.name] = part.headers.get("Content-Type", "")
            if part.filename is None:
                form.fields[part.name] = await _text(part)
            else:
                index += 1
                file = await _file(call, part, index, maximum_file)
                replaced = form.files.get(part.name)
                form.files[part.name] = file
                if replaced is not None:
                    call.world.storage.delete(replaced.stored.key)
    except (ValueError, KeyError, AssertionError, RuntimeError, HttpProcessingError) as error:
        raise Refusal(Kind.INVALID, "the body is not a multipart form") from error


async def _text(part: BodyPartReader) -> str:
    value = bytearray()
    while chunk := await part.read_chunk(_BLOCK):
        value += chunk
        if len(value) > _MAXIMUM_FIELD:
            raise Refusal(Kind.TOO_LARGE, f"the field {part.name} is too large")
    return value.decode("utf-8", "replace")


async def _file(call: Call, part: BodyPartReader, index: int, maximum: int) -> FormFile:
    async def chunks() -> AsyncIterator[bytes]:
        size = 0
        while chunk := await part.read_chunk(_BLOCK):
            size += len(chunk)
            if size > maximum:
                raise Refusal(Kind.TOO_LARGE, f"{part.name}: the file is larger than {maximum} bytes")
            yield bytes(chunk)

    content_type = part.headers.get("Content-Type", "application/octet-stream")
    key = f"{call.vendor}/forms/{call.world.random.getrandbits(64):016x}-{index}"
    stored = await call.world.storage.put(key, chunks(), content_type)
    return FormFile(stored=stored, filename=part.filename or "")
