"""A result of Pilio that storage delivers as a test says, and what a client makes of it."""

from safelight import Options
from safelight.errors import SafelightError

from support.scripted import Answer, Download, Sent, reply
from support.vendors import PNG, QUERY, RESULT, FakePilio
from support.worlds import Played, play


def whole(content: bytes = RESULT, **headers: str) -> Download:
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return Download(200, {"content-length": str(len(content)), **given}, (content,))


def taken(
    answers: list[Answer | None],
    way: str = "bytes",
    folder: object = None,
    size: int | None = len(RESULT),
    name: str | None = "r.png",
    options: Options | None = None,
) -> Played:
    """Take a result in one of the ways there are; chunks are listed."""

    class Naming(FakePilio):
        def result(self, sent: Sent) -> Answer:
            url = f"{self.store}/down/{self.calls['result']}?{QUERY}"
            file = {"id": "f", "name": name, "size": size, "download_url": url}
            data = {"task_id": "task-1", "status": "Succeeded", "files": [file]}
            return reply(200, {"code": 200, "message": "ok", "data": data})

    return play(
        "pilio",
        lambda: Naming({"download": list(answers)}),
        lambda client: reading(client, way, folder),
        options=options,
    )


def reading(client, way, folder):
    task = yield client.remove_background(PNG, filename="a.png")
    result = yield task.result(within=60)
    file = result.files[0]
    try:
        if way == "bytes":
            return (yield file.bytes())
        if way == "save":
            return (yield file.save(folder, overwrite=True)).read_bytes()
        chunks, found = file.stream(), []
        while True:
            try:
                found.append((yield next(chunks) if hasattr(chunks, "__next__") else anext(chunks)))
            except (StopIteration, StopAsyncIteration):
                return b"".join(found) if way == "stream" else found
    except SafelightError as error:
        return error


def asked(played: Played) -> list[Sent]:
    return [sent for sent in played.sent if "/down/" in sent.url]
