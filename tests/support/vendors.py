"""Small vendors in memory: enough of each to run one operation, with faults put in at named steps."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from support.scripted import Answer, Download, Sent, reply

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x02\x00\x00\x00\x02\x08\x06\x00\x00\x00r\xb6\r$"
    b"\x00\x00\x00\x0bIDATx\x9cc\xf8\x0f\x01\x00\x09\xfb\x03\xfd\x00\x00\x00\x00IEND\xaeB`\x82"
)
QUERY = "X-Amz-Signature=CANARY-query&X-Amz-Expires=60"
RESULT = PNG[:8] + bytes(range(256)) * 39 + bytes(248)


class Vendor:
    """Answers by step; each step may have faults, which are used up first.

    Args:
        faults: For a step, the answers to its first calls; None lets a call through.
    """

    steps: Sequence[tuple[str, str, str]]
    """Method, part of the address, name of the step."""

    def __init__(
        self, faults: Mapping[str, Sequence[Answer | None]] | None = None, store: str = "https://store.test"
    ) -> None:
        self.faults = {step: list(answers) for step, answers in (faults or {}).items()}
        self.calls = Counter[str]()
        self.store = store

    def __call__(self, sent: Sent) -> Answer:
        step = self.step(sent)
        self.calls[step] += 1
        waiting = self.faults.get(step)
        fault = waiting.pop(0) if waiting else None
        return fault if fault is not None else getattr(self, step)(sent)

    def step(self, sent: Sent) -> str:
        return next(step for method, part, step in self.steps if sent.method == method and part in sent.url)

    def download(self, sent: Sent) -> Answer:
        return Download(200, {"content-length": str(len(RESULT)), "content-type": "image/png"}, (RESULT,))

    def put(self, sent: Sent) -> Answer:
        return reply(200, b"", etag=f'"etag-{self.calls["put"]}"')


class FakePilio(Vendor):
    steps = (
        ("POST", "/files/batch-create", "register"),
        ("POST", "/complete", "complete"),
        ("POST", "/images/", "create"),
        ("GET", "/status", "status"),
        ("GET", "/result", "result"),
        ("PUT", "/up/", "put"),
        ("GET", "/down/", "download"),
    )
    parts = 0

    def register(self, sent: Sent) -> Answer:
        items = []
        for number, file in enumerate(sent.json["files"]):  # type: ignore[var-annotated, arg-type]
            name = f"{self.calls['register']}-{number}"
            urls = [f"{self.store}/up/{name}/{part}?{QUERY}" for part in range(1, self.parts + 1)]
            where: dict[str, Any] = (
                {"upload_urls": urls} if urls else {"upload_url": f"{self.store}/up/{name}?{QUERY}"}
            )
            items.append({"id": f"file-{name}", "nanoid": file["nanoid"], "name": file["name"], **where})
        return reply(200, {"code": 200, "message": "ok", "data": {"items": items}})

    def complete(self, sent: Sent) -> Answer:
        return reply(200, {"code": 200, "message": "ok", "data": {"status": "completed"}})

    def create(self, sent: Sent) -> Answer:
        data = {"task_id": f"task-{self.calls['create']}", "status": "Pending"}
        return reply(200, {"code": 200, "message": "ok", "data": data})

    def status(self, sent: Sent) -> Answer:
        word = "Succeeded" if self.calls["status"] > 1 else "Processing"
        return pilio_status(word)

    def result(self, sent: Sent) -> Answer:
        url = f"{self.store}/down/{self.calls['result']}.png?{QUERY}"
        file = {"id": "f", "name": "r.png", "size": len(RESULT), "download_url": url}
        return reply(
            200,
            {
                "code": 200,
                "message": "ok",
                "data": {"task_id": "task-1", "status": "Succeeded", "files": [file]},
            },
        )


def pilio_status(word: str, **more: object) -> Answer:
    return reply(200, {"code": 200, "message": "ok", "data": {"task_id": "task-1", "status": word, **more}})


class FakePerfect(Vendor):
    steps = (
        ("POST", "/client/auth", "authenticate"),
        ("POST", "/file/sod", "register"),
        ("PUT", "/up/", "put"),
        ("POST", "/task/sod", "create"),
        ("GET", "/task/sod", "status"),
        ("GET", "/down/", "download"),
    )

    def authenticate(self, sent: Sent) -> Answer:
        return reply(
            200, {"status": 200, "result": {"access_token": f"token-CANARY-{self.calls['authenticate']}"}}
        )

    def register(self, sent: Sent) -> Answer:
        request = {
            "method": "PUT",
            "url": f"{self.store}/up/1?{QUERY}",
            "headers": {"Content-Type": "image/png", "Content-Length": "99999"},
        }
        file = {"file_id": "src-1", "content_type": "image/png", "file_name": "a.png", "requests": [request]}
        return reply(200, {"status": 200, "result": {"files": [file]}})

    def create(self, sent: Sent) -> Answer:
        return reply(200, {"status": 200, "result": {"task_id": "t+/1"}})

    def status(self, sent: Sent) -> Answer:
        if self.calls["status"] < 2:
            return reply(200, {"status": 200, "result": {"status": "running", "polling_interval": 1500}})
        data = [{"id": 0, "data": [{"id": 0, "url": f"{self.store}/down/x.png?{QUERY}", "dst_id": "d"}]}]
        return reply(200, {"status": 200, "result": {"status": "success", "results": data}})


class FakeClaid(Vendor):
    steps = (
        ("POST", "/image/edit/upload", "upload"),
        ("POST", "/image/edit/async", "create"),
        ("GET", "/image/edit/async/", "status"),
        ("GET", "/down/", "download"),
    )

    def upload(self, sent: Sent) -> Answer:
        image = {"tmp_url": f"{self.store}/in.png?{QUERY}", "object_uri": None}
        return reply(200, {"data": {"input": image, "output": image}})

    def create(self, sent: Sent) -> Answer:
        return reply(202, {"data": {"id": 17, "status": "ACCEPTED", "result_url": "https://api.claid.ai/x"}})

    def status(self, sent: Sent) -> Answer:
        if self.calls["status"] < 2:
            return reply(200, {"data": {"id": 17, "status": "PROCESSING"}})
        out = {"tmp_url": f"{self.store}/down/x.png?{QUERY}", "mime": "image/png", "object_uri": None}
        result = {"input_objects": [], "output_object": out}
        return reply(200, {"data": {"id": 17, "status": "DONE", "result": result}})


class FakePicWish(Vendor):
    steps = (
        ("POST", "/segmentation", "create"),
        ("GET", "/segmentation/", "status"),
        ("GET", "/down/", "download"),
    )

    def create(self, sent: Sent) -> Answer:
        return reply(200, {"status": 200, "message": "success", "data": {"task_id": "p-1"}})

    def status(self, sent: Sent) -> Answer:
        done = self.calls["status"] > 1
        data: dict[str, object] = {
            "task_id": "p-1",
            "state": 1 if done else 4,
            "progress": 100 if done else 10,
        }
        if done:
            data["image"] = f"{self.store}/down/x.png?{QUERY}"
        return reply(200, {"status": 200, "message": "success", "data": data})


class FakeYouCam(Vendor):
    steps = (
        ("POST", "/v2.0/file", "register"),
        ("PUT", "/up/", "put"),
        ("POST", "/task/sod", "create"),
        ("GET", "/task/sod/", "status"),
        ("GET", "/down/", "download"),
    )

    def register(self, sent: Sent) -> Answer:
        asked: Any = sent.json["files"]
        files = [
            {
                "file_id": f"src+/{number}=",
                "requests": [
                    {
                        "method": "PUT",
                        "url": f"{self.store}/up/{number}?{QUERY}",
                        "headers": {
                            "Content-Type": file["content_type"],
                            "Content-Length": file["file_size"],
                        },
                    }
                ],
            }
            for number, file in enumerate(asked)
        ]
        return reply(200, {"status": 200, "data": {"files": files}})

    def create(self, sent: Sent) -> Answer:
        return reply(200, {"status": 200, "data": {"task_id": f"y-{self.calls['create']}"}})

    def status(self, sent: Sent) -> Answer:
        if self.calls["status"] < 2:
            return reply(200, {"status": 200, "data": {"task_status": "running", "results": None}})
        results = {"url": f"{self.store}/down/x.png?{QUERY}"}
        return reply(200, {"status": 200, "data": {"task_status": "success", "results": results}})


FAKES = {
    "pilio": FakePilio,
    "perfect": FakePerfect,
    "claid": FakeClaid,
    "picwish": FakePicWish,
    "youcam": FakeYouCam,
}
"""A fake of each vendor."""


def shown(sent: Sent) -> str:
    """A request's body as text, for messages of failing tests."""
    try:
        return json.dumps(sent.json)
    except ValueError:
        return repr(sent.body[:200])
