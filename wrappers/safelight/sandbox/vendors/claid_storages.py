"""Claid's storages: folders of this machine, whatever they are said to be; no secret is kept, and none is answered."""

import itertools
from collections.abc import Mapping

from safelight.sandbox.call import Call, Handler
from safelight.sandbox.images.drawing import draw_prompt
from safelight.sandbox.images.encode import encode
from safelight.sandbox.jsontypes import JsonObject, mapping, text, whole_number
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
        self._records: dict[int, JsonObject] = {}

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
        hidden = {"credentials": None}
        return self._vendor.success(
            [{**one, "parameters": {**mapping(one, "parameters"), **hidden}} for one in listed]
        )

    async def _create(self, call: Call) -> Reply:
        self._known(call)
        return self._vendor.success(self._kept(call, next(self._numbers), await self._vendor.body(call)))

    async def _get(self, call: Call) -> Reply:
        return self._vendor.success(self._known(call)[self._number(call)])

    async def _change(self, call: Call) -> Reply:
        return self._vendor.success(self._kept(call, self._number(call), await self._vendor.body(call)))

    async def _delete(self, call: Call) -> Reply:
        call.world.connected.disconnect(text(self._records.pop(self._number(call)), "name"))
        return self._vendor.success(None)

    def _known(self, call: Call) -> Mapping[int, JsonObject]:
        add_samples(call.world)
        names = {text(record, "name") for record in self._records.values()}
        for name in call.world.connected.names():
            if name not in names:
                number, place = next(self._numbers), {"bucket": name, "path": ""}
                self._records[number] = self._record(call, number, name, "s3", place)
        return self._records

    def _number(self, call: Call) -> int:
        number = whole_number(call.path("storage_id"), 18)
        if number is None:
            raise invalid("storage_id", "not a whole number")
        if number not in self._known(call):
            raise Refusal(Kind.NOT_FOUND, "Storage not found.")
        return number

    def _kept(self, call: Call, number: int, body: JsonObject) -> JsonObject:
        """Return a storage as a request makes it; what the request leaves out stays."""
        known = self._records.get(number, {})
        before = text(known, "name")
        name = text(body, "name", before)
        if name != before:
            if name in call.world.connected.names():
                raise Refusal(Kind.INVALID, f"There is a storage {name!r} already.")
            try:
                call.world.connected.connect(name, before)
            except ValueError as error:
                raise invalid("name", str(error)) from None
        places = {**mapping(known, "parameters"), **mapping(body, "parameters")}
        if "credentials" in places:
            keys = {**mapping(mapping(known, "parameters"), "credentials"), **mapping(places, "credentials")}
            places["credentials"] = {"access_key": keys.get("access_key")}
        kind = text(body, "type", text(known, "type"))
        self._records[number] = self._record(call, number, name, kind, places)
        return self._records[number]

    def _record(self, call: Call, number: int, name: str, kind: str, places: JsonObject) -> JsonObject:
        known = self._records.get(number, {})
        created = text(known, "created_at") or iso_time_offset(call.world.clock.now())
        return {"id": number, "name": name, "type": kind, "parameters": places, "created_at": created}
