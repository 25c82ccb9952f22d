"""The API of Acme, a made-up vendor, from the other side."""

import base64
import uuid

from safelight.sandbox import vendor_facts
from safelight.sandbox.call import Call, Endpoint
from safelight.sandbox.fetch import fetch
from safelight.sandbox.images.cutout import cut_out
from safelight.sandbox.images.decode import decode
from safelight.sandbox.images.encode import product
from safelight.sandbox.jsontypes import text
from safelight.sandbox.pipeline import Vendor
from safelight.sandbox.replies import Kind, Refusal, Reply
from safelight.sandbox.tasks import Product, Task
from safelight.sandbox.validation import validate
from safelight.sandbox.vendors.common import bearer, require_account

CODES = {
    Kind.AUTHENTICATION: (401, "bad_key"),
    Kind.CREDITS: (402, "no_credits"),
    Kind.NOT_FOUND: (404, "no_job"),
    Kind.RATE: (429, "too_fast"),
    Kind.INTERNAL: (500, "crashed"),
}
STATES = {"queued": "waiting", "running": "working", "succeeded": "done", "failed": "broken"}


class Acme(Vendor):
    name, rates, status_fields = "acme", vendor_facts.rates("acme"), ("state",)

    def endpoints(self):
        yield Endpoint("POST", "/v1/jobs", "create_job", self._create)
        yield Endpoint("GET", "/v1/jobs/{id}", "get_job", self._show)

    def authenticate(self, call: Call) -> None:
        require_account(call, bearer(call), "The key is unknown.")

    def refusal(self, refusal: Refusal, call: Call | None) -> Reply:
        status, code = CODES.get(refusal.kind, (400, "bad_request"))
        return Reply(status, {"error": {"code": code, "message": refusal.message}})

    async def _create(self, call: Call) -> Reply:
        order, world = validate(self.name, "CreateJobRequest", await call.raw()), call.world
        if not world.ledger.affords(self.name, call.account, 2):
            raise Refusal(Kind.CREDITS, "The account has no credits.")
        image = [base64.b64decode(text(order, "image"))]

        async def before() -> None:
            if "image_url" in order:
                image[0] = (await fetch(text(order, "image_url"), 1 << 22, world.storage)).read_bytes()

        def work() -> list[Product]:
            cutout = cut_out(decode(image[0]))
            return [product(cutout.colour, cutout.alpha, text(order, "format", "png"))]

        name, paid = f"j-{uuid.uuid4()}", (self.name, call.account, call.operation)
        fails = call.planned_failure()
        task = world.tasks.create(name, *paid, request={}, work=work, before=before, failure=fails)
        task.entry = world.ledger.charge(*paid, task_id=name, amount=2, time=task.created)
        return Reply(201, self._job(call, task), task_id=name)

    async def _show(self, call: Call) -> Reply:
        task = call.world.tasks.find(self.name, call.path("id"), call.account)
        if task is None:
            raise Refusal(Kind.NOT_FOUND, "There is no such job.")
        return Reply(200, self._job(call, task), task_id=task.id)

    def _job(self, call: Call, task: Task) -> dict:
        phase = call.world.tasks.poll(task)
        job = {"id": task.id, "state": STATES[phase], "percent": call.world.tasks.progress(task)}
        if phase == "failed":
            job["error"] = {"code": task.failure.code, "message": task.failure.message}
        if phase == "succeeded":
            stored = task.outputs[0].stored
            job |= {"output_url": call.presign(stored.key, 3600), "output_bytes": stored.size}
        return job
