"""The API of Acme, a made-up vendor, from the other side."""

import base64
import uuid

from safelight.sandbox.call import Call
from safelight.sandbox.images.cutout import cut_out
from safelight.sandbox.images.encode import product
from safelight.sandbox.jsontypes import text
from safelight.sandbox.orders import Order
from safelight.sandbox.replies import Reply
from safelight.sandbox.tasks import Product, Task
from safelight.sandbox.vendor import Vendor


class Acme(Vendor):
    name = "acme"

    def handlers(self):
        return {"create_job": self._create, "get_job": self._show}

    async def _create(self, call: Call) -> Reply:
        body = await self.body(call)
        image = text(body, "image_url")
        if not image:
            data = base64.b64decode(text(body, "image"))
            image = await call.world.storage.put_bytes(f"acme/forms/{uuid.uuid4()}", data, "image/png")
        order = Order(self.name, call.operation, body, [("image", image)])
        return self._told(call, self.start(call, f"j-{uuid.uuid4()}", order, _cut_out))

    async def _show(self, call: Call) -> Reply:
        return self._told(call, self.find(call, call.path("id")))

    def _told(self, call: Call, task: Task) -> Reply:
        phase = call.world.tasks.poll(task)
        job = self.document(call, task, phase)
        for output in task.outputs if phase == "succeeded" else ():
            job["output_url"] = self.link(call, task, output)
            job["output_bytes"] = output.stored.size
        return self.success(job, task)


def _cut_out(order: Order) -> list[Product]:
    return [product(cut_out(order.picture()), text(order.options, "format", "png"))]
