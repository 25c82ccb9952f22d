"""Claid's storages: folders of this machine, whatever they are said to be; no secret is kept, and none is answered."""

import itertools
from collections.abc import Mapping

from safelight.sandbox.call import Call, Handler
from safelight.sandbox.images.drawing import draw_prompt
from safelight.sandbox.images.encode import encode
from safelight.sandbox.jsontypes import JsonObject, JsonValue, mapping, text, whole_number
from safelight.sandbox.replies import Kind, Refusal, Reply
from safelight.sandbox.validation import invalid
from safelight.sandbox.vendor import Vendor
from safelight.sandbox.vendors.common import iso_time_offset
from safelight.sandbox.world import World

SAMPLES = "samples"
"""A storage that is always there, with two drawings."""


def add_samples(world: World) -> None:
    """Connect the storage of samples, unless it is."""
    folder = world.connected.connect(SAMPLES)
    if not any(folder.iterdir()):
        for prompt in ("a forest", "a lighthouse by the sea"):
            file = folder / f"{prompt.split()[1]}.jpg"
            file.write_bytes(encode(draw_prompt(prompt, 480, 320), "jpg"))


class Storages:
    """The storages by id: those that a call connected, and those of whoever runs the sandbox."""

    def __init__(self, vendor: Vendor) -> None:
        self._vendor = vendor
        self._numbers = itertools.count(1)
        self._records: dict[int, dict[str, JsonValue]] = {}

    def handlers(self) -> Mapping[str, Handler]:
        """Return what answers each operation."""
        return {
            "list_storage_types": self._types,
            "list_storages": self._list,
            "create_storage": self._create,
            "get_storage": self._get,
            "change_storage": self._change,
            "delete_storage": self._delete,
        }

    async def _types(self, call: Call) -> Reply:
        return self._vendor.success(["web_folder", "s3", "gcs"])

    async def _list(self, call: Call) -> Reply:
        listed = self._known(call).values()
        return self._vendor.success(
            [{**one, "parameters": _place(mapping(one, "parameters"))} for one in listed]
        )

    async def _create(self, call: Call) -> Reply:
        body = await self._vendor.body(call)
        name = text(body, "name")
        self._check_name(call, name)
        return self._vendor.success(self._record(call, name, text(body, "type"), mapping(body, "parameters")))

    async def _get(self, call: Call) -> Reply:
        return self._vendor.success(self._found(call))

    async def _change(self, call: Call) -> Reply:
        record, body = self._found(call), await self._vendor.body(call)
        name = text(body, "name", text(record, "name"))
        if name != record["name"]:
            self._check_name(call, name)
            call.world.connected.rename(text(record, "name"), name)
        known, given = mapping(record, "parameters"), mapping(body, "parameters")
        credentials = {**mapping(known, "credentials"), **mapping(given, "credentials")}
        merged = {**known, **given, **({"credentials": credentials} if credentials else {})}
        record |= {"name": name, "type": body.get("type", record["type"]), "parameters": _shown(merged)}
        return self._vendor.success(record)

    async def _delete(self, call: Call) -> Reply:
        record = self._found(call)
        self._records = {key: one for key, one in self._records.items() if one is not record}
        call.world.connected.disconnect(text(record, "name"))
        return self._vendor.success(None)

    def _known(self, call: Call) -> Mapping[int, dict[str, JsonValue]]:
        add_samples(call.world)
        names = {text(record, "name") for record in self._records.values()}
        for name in call.world.connected.names():
            if name not in names:
                self._record(call, name, "s3", {"bucket": name, "path": ""})
        return self._records

    def _found(self, call: Call) -> dict[str, JsonValue]:
        number = whole_number(call.path("storage_id"), 18)
        if number is None:
            raise invalid("storage_id", "not a whole number")
        record = self._known(call).get(number)
        if record is None:
            raise Refusal(Kind.NOT_FOUND, "Storage not found.")
        return record

    def _check_name(self, call: Call, name: str) -> None:
        self._known(call)
        if name in call.world.connected.names():
            raise Refusal(Kind.INVALID, f"There is a storage {name!r} already.", status=409)
        try:
            call.world.connected.connect(name)
        except ValueError as error:
            raise invalid("name", str(error)) from None

    def _record(self, call: Call, name: str, kind: str, parameters: JsonObject) -> dict[str, JsonValue]:
        number = next(self._numbers)
        created = iso_time_offset(call.world.clock.now())
        self._records[number] = {
            "id": number,
            "name": name,
            "type": kind,
            "parameters": _shown(parameters),
            "created_at": created,
        }
        return self._records[number]


def _place(parameters: JsonObject) -> JsonObject:
    return {name: value for name, value in parameters.items() if name != "credentials"}


def _shown(parameters: JsonObject) -> JsonObject:
    """Return parameters without the secret key."""
    credentials = mapping(parameters, "credentials")
    kept: JsonObject = {"access_key": credentials.get("access_key")}
    return {**_place(parameters), **({"credentials": kept} if credentials else {})}
