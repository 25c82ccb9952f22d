"""Perfect's tasks are lost unless polled within ten seconds, and polls count: all must fit into the limits."""

import json
from collections import deque
from urllib.parse import parse_qs, urlsplit

import pytest
from safelight import Perfect
from safelight.core.api.auth import KeyHeader
from safelight.core.api.limits import Limiter, Turn, shared_limiter
from safelight.core.base.facts import Phase, Rate, load
from safelight.core.base.outcome import Handle
from safelight.core.creation import create
from safelight.core.flow.drivers import SyncDriver
from safelight.core.flow.effects import Flow
from safelight.core.http.messages import Reply, Request
from safelight.core.task import Task
from support.clients import api_of, make_client, run
from support.scripted import Script, ScriptedHttp
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


def life(client: Perfect) -> Flow[Phase]:
    created = yield from create(client, "generate_image", ARGUMENTS, None)
    task = Task(client, created, SyncDriver(ScriptedHttp(Script(pytest.fail))))
    yield from Task.updates.flow(task, within=None)
    return task.phase


@pytest.mark.parametrize(
    ("tasks", "seconds", "hint"),
    [(3, 8, 0.5), (12, 15, 0.5), (40, 12, 1.0), (25, 40, 0.5), (30, 70, 0.5), (12, 150, 2.0), (200, 4, 3.0)],
)
def test_no_task_is_lost_and_no_call_refused(tasks: int, seconds: float, hint: float) -> None:
    client = make_client(Perfect)
    api_of(client).auth = KeyHeader({"authorization": "Bearer token"})
    server = ImpatientServer(seconds, hint)
    simulation = Simulation(server)
    for _ in range(tasks):
        simulation.add(life(client))
    simulation.run()
    assert (server.refused, server.lost) == (0, 0)
    assert simulation.results == ["succeeded"] * tasks
    calls = 2 + seconds / 6
    assert simulation.now < 3 * max(300 * tasks * calls / 100, 300), "and the limits are put to use"


def test_limits_of_an_ip_address_are_shared_by_keys() -> None:
    facts = load("perfect_api")
    assert list(facts.limits.rates) == [Rate(100, 60, "token"), Rate(100, 300, "ip")]
    one, other, elsewhere = (
        shared_limiter(facts, address, key)
        for address, key in [
            ("https://shared.test", "a"),
            ("https://shared.test", "b"),
            ("https://another.test", "a"),
        ]
    )
    simulation = Simulation(lambda request, now: pytest.fail(f"{request} is sent at {now}"))
    for limiter in (*[one] * 100, other, elsewhere):
        simulation.add(limiter.acquire(new_work=False))
    simulation.run()
    *at_once, last = [turn.at for turn in simulation.results]
    assert at_once == [0.0] * 101
    assert 300 <= last < 310


def test_signing_in_waits_for_no_room_that_polls_need() -> None:
    """A poll may have to sign in first: where that waited for room, no poll would ever make any."""
    asked: list[bool] = []

    class Noting(Limiter):
        def acquire(self, *, new_work: bool) -> Flow[Turn]:
            asked.append(new_work)
            return super().acquire(new_work=new_work)

    class Answering:
        def send(self, request: Request, sink: object = None) -> Reply:
            return answer({"access_token": "token", "status": "running"})

    clock = VirtualClock()
    client = make_client(Perfect, http=Answering(), clock=clock, limiter=Noting)
    api = api_of(client)
    for number in range(20):
        run(client, api.limiter.watched(Handle("perfect", "enhance", f"task{number}", 0.0, "", "a")))
    run(client, api.ask("get_enhance_status", parameters={"task_id": "task"}))
    assert asked == [False, False]
    assert clock.elapsed == 0.0
