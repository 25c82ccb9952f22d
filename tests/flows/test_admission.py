"""Perfect's tasks are lost unless polled within ten seconds, and polls count: all must fit into the limits."""

import json
from collections import deque
from urllib.parse import parse_qs, urlsplit

import pytest
from safelight import Perfect
from safelight.core.api.auth import KeyHeader
from safelight.core.api.limits import Limiter, Turn, shared_limiter
from safelight.core.api.polling import Age, poll
from safelight.core.base.facts import Rate, load
from safelight.core.base.outcome import Handle, Status
from safelight.core.flow.drivers import SyncDriver
from safelight.core.flow.effects import Flow
from safelight.core.http.messages import Reply, Request
from support.keys import secret_key
from support.virtual import Simulation, VirtualClock

ARGUMENTS = {"prompt": "a lighthouse", "style_group_id": 1, "style_id": 2}


class ImpatientServer:
    """Counts every request in both windows, and drops tasks that nobody asks for."""

    def __init__(self, seconds: float, hint: float) -> None:
        self.seconds = seconds
        self.hint = hint
        self.calls: deque[float] = deque()
        self.born: dict[str, float] = {}
        self.asked: dict[str, float] = {}
        self.refused = 0
        self.lost = 0

    def __call__(self, request: object, now: float) -> tuple[object, float]:
        assert isinstance(request, Request)
        self.calls.append(now)
        while self.calls[0] <= now - 300:
            self.calls.popleft()
        if len(self.calls) > 100 or sum(at > now - 60 for at in self.calls) > 100:
            self.refused += 1
            return Reply(429, {}, b'{"status": 429}'), 0.05
        if request.method == "POST":
            task = f"task{len(self.born)}"
            self.born[task] = self.asked[task] = now
            return answer({"task_id": task}), 0.05
        task = dict(request.params).get("task_id") or parse_qs(urlsplit(request.url).query)["task_id"][0]
        if now - self.asked[task] > 10:
            self.lost += 1
            return Reply(404, {}, b'{"status": 404, "error_code": "InvalidTaskId"}'), 0.05
        self.asked[task] = now
        done = now - self.born[task] >= self.seconds
        return answer(
            {"status": "success" if done else "running", "polling_interval": int(self.hint * 1000)}
        ), 0.05


def answer(result: object) -> Reply:
    return Reply(
        200, {"content-type": "application/json"}, json.dumps({"status": 200, "result": result}).encode()
    )


def life(client: Perfect) -> Flow[Status]:
    created = yield from client._create("generate_image", ARGUMENTS)
    schedule = client._api.schedule("generate_image")
    age = Age(created.handle.created, created.at)
    return (
        yield from poll(
            created.handle, age, schedule, lambda: client._poll(created.handle), lambda _: None, None
        )
    )


@pytest.mark.parametrize(
    ("tasks", "seconds", "hint"),
    [(3, 8, 0.5), (12, 15, 0.5), (40, 12, 1.0), (25, 40, 0.5), (30, 70, 0.5), (12, 150, 2.0), (200, 4, 3.0)],
)
def test_no_task_is_lost_and_no_call_refused(tasks: int, seconds: float, hint: float) -> None:
    with Perfect("key", secret_key=secret_key(), base_url="https://perfect.test") as client:
        client._api.auth = KeyHeader({"authorization": "Bearer token"})
        client._api.limiter = Limiter(client._api.facts)
        server = ImpatientServer(seconds, hint)
        simulation = Simulation(server)
        for _ in range(tasks):
            simulation.add(life(client))
        simulation.run()
    assert (server.refused, server.lost) == (0, 0)
    assert len(simulation.results) == tasks
    assert all(isinstance(result, Status) and result.phase == "succeeded" for result in simulation.results)
    calls = 2 + seconds / 6
    assert simulation.now < 3 * max(300 * tasks * calls / 100, 300), "and the limits are put to use"


def test_limits_of_an_ip_address_are_shared_by_keys() -> None:
    facts = load("perfect_api")
    one, other = (
        shared_limiter(facts, "https://shared.test", "a"),
        shared_limiter(facts, "https://shared.test", "b"),
    )
    assert one is not other
    token, ip = (window.rate for window in one._windows)
    assert (token, ip) == (Rate(100, 60, "token"), Rate(100, 300, "ip"))
    assert one._windows[1] is other._windows[1]
    assert one._windows[0] is not other._windows[0]


def test_signing_in_waits_for_no_room_that_polls_need() -> None:
    """A poll may have to sign in first: where that waited for room, no poll would ever make any."""
    asked: list[bool] = []

    class Noting(Limiter):
        def acquire(self, *, create: bool) -> Flow[Turn]:
            asked.append(create)
            return super().acquire(create=create)

    class Answering:
        def send(self, request: Request, sink: object = None) -> Reply:
            return answer({"access_token": "token", "status": "running"})

    clock = VirtualClock()
    with Perfect("key", secret_key=secret_key(), base_url="https://perfect.test") as client:
        limits = client._api.limiter = Noting(client._api.facts)
        for number in range(20):
            limits.watched(Handle("perfect", "enhance", f"task{number}", 0.0, "", "a"), 0.0)
        status = client._api.ask("get_enhance_status", parameters={"task_id": "task"})
        SyncDriver(Answering(), clock).run(status)  # type: ignore[arg-type]
    assert asked == [False, False]
    assert clock.elapsed == 0.0
