"""YouCam API v2: the files of Perfect's first interface, flat requests, and one pair of task calls a feature."""

import json
from collections.abc import Mapping
from types import MappingProxyType

from safelight.sandbox import vendor_facts
from safelight.sandbox.call import Call, Handler
from safelight.sandbox.jsontypes import JsonObject, JsonValue, text, texts
from safelight.sandbox.orders import Order
from safelight.sandbox.replies import Kind, Refusal, Reply
from safelight.sandbox.tasks import Files, Phase, Task
from safelight.sandbox.vendor import Vendor
from safelight.sandbox.vendors.perfect import Perfect, failure_word, opaque, page, tag
from safelight.sandbox.vendors.perfect_tools import usual_extension
from safelight.sandbox.vendors.youcam_tools import TOOLS, described
from safelight.sandbox.webhooks import sign_standard

_TEMPLATES = 24
"""More than a page holds, so that paging has something to page through."""
_ENDLESS = 1_000_000


class YouCam(Perfect):
    """The emulation of version 2."""

    name = "youcam"
    statuses = MappingProxyType({**Perfect.statuses, Kind.NOT_FOUND: 400})
    codes = MappingProxyType({**Perfect.codes, Kind.AUTHENTICATION: "InvalidApiKey"})
    authenticate = Vendor.authenticate
    sign_webhook = staticmethod(sign_standard)

    @classmethod
    def secrets(cls) -> Mapping[str, str]:
        """Return none: the key is all that a client needs."""
        return {}

    def handlers(self) -> Mapping[str, Handler]:
        """Return what answers each operation: every feature has the same, by their roles."""
        by_role = {
            "upload": self._create_files,
            "create": self._run,
            "status": self._status,
            "list": self._list,
        }
        calls = {
            "get_credits": self._credits,
            "get_credit_history": self._history,
            "get_feature_costs": self._costs,
            "delete_task": self._delete,
        }
        return {
            operation: calls.get(operation) or by_role[vendor_facts.role(self.name, operation)[0]]
            for operation in vendor_facts.operations(self.name)
        }

    # Tasks

    async def _run(self, call: Call) -> Reply:
        body = await self.body(call)
        template = text(body, "template_id")
        title = _templates(tag(call)).get(template, "")
        if template and not title:
            raise Refusal(Kind.INVALID, "template does not exist", code="InvalidTemplate")
        files, extension = self._files_of(call, body), usual_extension(tag(call))
        order = Order(self.name, call.operation, body, files, title, extension)
        task_id = opaque(call).replace("+", "-").replace("/", "_")
        task = self.start(call, task_id, order, TOOLS[tag(call)])
        return self.success({"task_id": task.id}, task)

    def _files_of(self, call: Call, body: JsonObject) -> Files:
        """Return the files of a request with the names of their inputs: uploaded ones, and addresses."""
        inputs = list(vendor_facts.operations(self.name)[call.operation]["task_api"].get("inputs", ()))
        files: Files = []
        for kind, name in (("src", inputs[:1]), ("ref", inputs[-1:]), ("msk", inputs[-1:])):
            ids = [*filter(None, [text(body, f"{kind}_file_id")]), *texts(body, f"{kind}_file_ids")]
            files += [(name[0], self._uploaded(call, file_id)) for file_id in ids]
            files += [(name[0], url) for url in filter(None, [text(body, f"{kind}_file_url")])]
        return files

    def _task_id(self, call: Call) -> str:
        return call.path("task_id")

    def webhook(self, call: Call, task: Task, phase: Phase) -> JsonValue:
        """Return the task's id and how it ended: the result is asked for."""
        del call
        status = vendor_facts.status_word(self.name, phase)
        return {"created_at": int(task.due), "data": {"task_id": task.id, "task_status": status}}

    def _state(self, call: Call, task: Task, phase: Phase) -> JsonObject:
        document: dict[str, JsonValue] = {
            "task_status": vendor_facts.status_word(self.name, phase),
            "error": None,
            "results": None,
        }
        if phase == "failed" and task.failure is not None:
            document["error"] = failure_word(self.name, task.failure.code)
            document["error_message"] = task.failure.message
        if phase == "succeeded" and task.outputs[0].product.extension == "json":
            document["results"] = json.loads(task.outputs[0].read())
        elif phase == "succeeded":
            document["results"] = described(self._results(call, task))
        return document

    # Templates and the account

    async def _list(self, call: Call) -> Reply:
        found: list[JsonValue] = [
            {
                "id": name,
                "title": title,
                "category_name": "Sandbox",
                "thumb": f"{call.world.url}/sandbox/thumb/{name}.png",
            }
            for name, title in _templates(tag(call)).items()
        ]
        return self.success(page(call, "templates", found))

    async def _credits(self, call: Call) -> Reply:
        left = call.world.ledger.balance(self.name, call.account)
        amount = _ENDLESS if left is None else left
        batch: JsonObject = {"id": 1, "type": "ApiPaygToken", "amount": int(amount), "amount_dec": amount}
        return _told("results", [batch])

    async def _history(self, call: Call) -> Reply:
        entries: list[JsonValue] = [
            {
                "id": entry.number,
                "timestamp": int(entry.time * 1000),
                "action": f"api_{entry.operation.removeprefix('run_')}",
                "target_id": entry.task_id,
                "info": {"credits": [{"id": 1, "amount": -int(entry.credits), "amount_dec": -entry.credits}]},
            }
            for entry in reversed(call.world.ledger.entries)
            if (entry.vendor, entry.account, entry.outcome) == (self.name, call.account, "charged")
        ]
        return _told("result", page(call, "history", entries, 30))

    async def _costs(self, call: Call) -> Reply:
        skus: list[JsonValue] = [
            {
                "description": described["tag"].replace("_", " "),
                "amount": vendor_facts.price(self.name, operation, {})[0],
                "unit": "result_image",
                "proc_unit": 1,
                "run_task_url": f"{call.base_url}{described['path']}",
            }
            for operation, described in vendor_facts.operations(self.name).items()
            if vendor_facts.role(self.name, operation)[0] == "create"
        ]
        return _told("result", page(call, "skus", skus))

    async def _delete(self, call: Call) -> Reply:
        task = self._find(call, text(await self.body(call), "task_id"))
        if call.world.tasks.phase(task) not in {"succeeded", "failed"}:
            raise Refusal(Kind.INVALID, "the task is not finished", code="OperationInvalid")
        call.world.tasks.forget(task)
        return Reply(document={"status": 200})


def _templates(feature: str) -> Mapping[str, str]:
    """Return the titles of a feature's templates by their ids."""
    word = feature.replace("_", " ").capitalize()
    return {f"{feature}_{number:03}": f"{word} {number}" for number in range(1, _TEMPLATES + 1)}


def _told(field: str, content: JsonValue) -> Reply:
    """Return an answer about the account, which does not have the envelope of the others."""
    return Reply(document={"status": 200, field: content})
