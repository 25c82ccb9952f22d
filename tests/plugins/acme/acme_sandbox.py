"""The API of Acme, a made-up vendor, from the other side."""

import base64
import uuid

from safelight.sandbox.call import Call
from safelight.sandbox.fetch import fetch
from safelight.sandbox.images.cutout import cut_out
from safelight.sandbox.images.decode import decode
from safelight.sandbox.images.encode import product
from safelight.sandbox.jsontypes import text
from safelight.sandbox.replies import Reply
from safelight.sandbox.tasks import Product, Task
from safelight.sandbox.vendor import Vendor


class Acme(Vendor):
    name = "acme"

    def handlers(self):
        return {"create_job": self._create, "get_job": self._show}

    async def _create(self, call: Call) -> Reply:
        order = await self.body(call)
        image = base64.b64decode(text(order, "image"))

        async def before() -> None:
            nonlocal image
            if "image_url" in order:
                image = (await fetch(text(order, "image_url"), 1 << 22, call.world.storage)).read_bytes()

        def work() -> list[Product]:
            return [product(cut_out(decode(image)), text(order, "format", "png"))]

        return self._told(call, self.start(call, f"j-{uuid.uuid4()}", {}, work, before=before))

    async def _show(self, call: Call) -> Reply:
        return self._told(call, self.find(call, call.path("id")))

    def _told(self, call: Call, task: Task) -> Reply:
        phase = call.world.tasks.poll(task)
        job = self.document(call, task, phase)
        for output in task.outputs if phase == "succeeded" else ():
            job["output_url"] = self.link(call, task, output)
            job["output_bytes"] = output.stored.size
        return self.success(job, task)
