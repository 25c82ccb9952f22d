"""The base of every emulation: it does what the facts of a vendor's spec say."""

import functools
import math
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from safelight.sandbox import vendor_facts
from safelight.sandbox.call import Call, Endpoint, Handler
from safelight.sandbox.fetch import fetch
from safelight.sandbox.jsontypes import JsonObject, JsonValue, mapping
from safelight.sandbox.ledger import Entry, Outcome
from safelight.sandbox.limits import Standing
from safelight.sandbox.orders import Make, Order
from safelight.sandbox.replies import Kind, Refusal, Reply
from safelight.sandbox.storage import StoredObject
from safelight.sandbox.tasks import Output, Phase, Task, WorkFailed
from safelight.sandbox.validation import validate
from safelight.sandbox.webhooks import Sign
from safelight.sandbox.world import World


class Vendor(ABC):
    """What one vendor's API does with a request.

    Attributes:
        name: The vendor.
        wrong_key: Message for a missing or wrong key.
        no_credits: Message for an account that cannot pay.
        no_task: Message for an unknown task.
        statuses: HTTP statuses of refusals, where they are not the usual ones.
        codes: Codes of refusals that the spec does not name, or names several of; guesses where it names none.
        success_fields: What a successful answer says beside its content.
        sign_webhook: Signs webhooks; None where the vendor sends none.
    """

    name: str
    wrong_key = "Invalid API key"
    no_credits = "Insufficient credits"
    no_task = "Task not found"
    statuses: Mapping[Kind, int] = MappingProxyType({})
    codes: Mapping[Kind, str | int] = MappingProxyType({})
    success_fields: JsonObject = MappingProxyType({})
    sign_webhook: Sign | None = None

    @abstractmethod
    def handlers(self) -> Mapping[str, Handler]:
        """Return what answers each operation of the spec, by operationId."""

    def prefixes(self) -> Iterable[str]:
        """Return what stands before the paths of the spec; several where the vendor serves them twice."""
        return (vendor_facts.server_path(self.name),)

    def endpoints(self) -> Iterable[Endpoint]:
        """Return every operation of the vendor."""
        for prefix in self.prefixes():
            for operation, handler in self.handlers().items():
                described = vendor_facts.operations(self.name)[operation]
                role, _ = vendor_facts.role(self.name, operation)
                yield Endpoint(
                    described["method"].upper(),
                    prefix + described["path"],
                    operation,
                    handler,
                    authenticated=role != "authenticate",
                )

    def credential(self, call: Call) -> str:
        """Return the credential from the header that the spec names, or an empty string."""
        stated = vendor_facts.part(self.name, "authentication")
        given, prefix = call.request.headers.get(stated["header"], ""), stated["prefix"]
        return given[len(prefix) :].strip() if given.lower().startswith(prefix.lower()) else ""

    def authenticate(self, call: Call) -> None:
        """Set the call's account and token from its headers.

        Raises:
            Refusal: The credential is missing or wrong.
        """
        key = self.credential(call)
        account = call.world.keyring.account(self.name, key) if key else None
        if account is None:
            raise Refusal(Kind.AUTHENTICATION, self.wrong_key)
        call.account, call.token = account, key

    def note_standing(self, call: Call, standing: Standing) -> None:
        """Add the headers about the rate limits, where the vendor has them."""
        names, rates = vendor_facts.part(self.name, "rate_headers"), vendor_facts.rates(self.name)
        if names:
            windows = (f"{rate.requests};w={rate.seconds:.0f}" for rate in rates)
            call.headers[names["limit"]] = ", ".join([str(rates[0].requests), *windows])
            call.headers[names["remaining"]] = str(standing.remaining)
            call.headers[names["reset"]] = str(math.ceil(standing.reset))

    @classmethod
    def secrets(cls) -> Mapping[str, str]:
        """Return what a client needs beside its key and the address, by argument."""
        return {}

    def sweep(self, world: World) -> None:
        """Forget what has expired by the sandbox's clock; most vendors keep nothing."""
        del world

    # Answers

    def success(self, data: JsonValue, task: Task | None = None) -> Reply:
        """Return a successful answer, in the vendor's envelope if it has one."""
        envelope = vendor_facts.part(self.name, "envelope")
        document: dict[str, JsonValue] = {**self.success_fields}
        if envelope["data_field"] is not None:
            _put(document, envelope["data_field"], data)
        elif isinstance(data, Mapping):
            document |= data
        if envelope["status_field"] is not None:
            _put(document, envelope["status_field"], envelope["success"])
        return Reply(document=document, task_id=None if task is None else task.id)

    def refusal(self, refusal: Refusal, call: Call | None) -> Reply:
        """Put a refusal in the vendor's own shape; `call` is None where no operation was reached."""
        status = refusal.status or self.statuses.get(refusal.kind, refusal.kind.status)
        return Reply(status=status, document=self.refused(refusal, status))

    def refused(self, refusal: Refusal, status: int) -> dict[str, JsonValue]:
        """Return the body of a refusal: status, code and message where the spec says that they stand."""
        envelope = vendor_facts.part(self.name, "envelope")
        code = refusal.code if refusal.code is not None else self.codes.get(refusal.kind)
        if code is None:
            code = vendor_facts.error_code(self.name, refusal.kind.meaning, status) or str(status)
        field = envelope["status_field"]
        document: dict[str, JsonValue] = {} if field is None else {field: status}
        _put(document, envelope["error_code"][0], int(code) if envelope["error_code"][0] == field else code)
        _put(document, envelope["error_message"][0], refusal.message)
        return document

    def document(self, call: Call, task: Task, phase: Phase) -> dict[str, JsonValue]:
        """Return what an answer says of any task, where the spec says: id, status, progress, and why it failed."""
        paths = vendor_facts.part(self.name, "task")
        document: dict[str, JsonValue] = {}
        _put(document, paths["id"], task.id)
        _put(document, paths["status"], vendor_facts.status_word(self.name, phase))
        if "progress" in paths:
            _put(document, paths["progress"], call.world.tasks.progress(task))
        if phase == "failed" and task.failure is not None:
            _put(document, paths["reason"][0], task.failure.message)
            if "code" in paths:
                _put(document, paths["code"][0], task.failure.code)
        return document

    # Tasks

    async def body(self, call: Call) -> JsonObject:
        """Return the JSON body of a request, which agrees with the spec.

        Raises:
            Refusal: It does not.
        """
        schema = vendor_facts.operations(self.name)[call.operation]["request_schema"]
        return validate(self.name, schema, await call.raw())

    def start(
        self,
        call: Call,
        task_id: str,
        order: Order,
        make: Make,
        *,
        request: JsonObject | None = None,
        price: float | None = None,
        idempotency_key: str | None = None,
    ) -> Task:
        """Start a task and charge for it; a vendor that may lose it charges at its end.

        Args:
            call: The request.
            task_id: The id of the task.
            order: What it is ordered with; its files are fetched first.
            make: Makes the products; runs in a thread.
            request: The body of the request, where it is not what the order asks for.
            price: Credits where they are not those of the spec; with 0 the ledger has no entry.
            idempotency_key: The key in the request.

        Raises:
            Refusal: The account cannot pay, or has as many tasks in flight as it may have.
        """
        world, lost_after = call.world, vendor_facts.polling(self.name, "lost_after")
        request = order.options if request is None else request
        most = vendor_facts.limit(self.name, "in_flight")
        if world.limits and world.tasks.in_flight(self.name, call.account) >= most:
            raise Refusal(Kind.RATE, f"Too many tasks in flight; at most {most:.0f} may be unfinished.")
        if price is None:
            price = vendor_facts.charge(self.name, call.operation, request)
        if not world.ledger.affords(self.name, call.account, price):
            raise Refusal(Kind.CREDITS, self.no_credits)
        owner = (self.name, call.account, call.operation)
        task = Task(task_id, *owner, request, order.files, lost_after, call.planned_failure())
        arrive, work = functools.partial(self._arrive, call, order), functools.partial(make, order)
        world.tasks.start(task, work, arrive, vendor_facts.polling(self.name, "server_limit"))
        if price:
            outcome: Outcome = "charged" if lost_after is None else "held"
            entry = Entry(task.created, *owner, task_id, price, outcome, idempotency_key)
            task.entry = world.ledger.charge(entry)
        if self.has_webhook(call):
            world.webhooks.follow(task, world.tasks.wait, lambda phase: self.webhook(call, task, phase))
        return task

    async def _arrive(self, call: Call, order: Order) -> None:
        """Fetch the files of an order, each within its limit."""
        for place, (name, file) in enumerate(order.files):
            most = self.most_bytes(order.operation, name)
            if isinstance(file, str):
                order.files[place] = (name, await self.fetch(call, file, most))
            elif isinstance(file, StoredObject) and file.size > most:
                raise WorkFailed("too_large", f"The file has more than {most} bytes.")

    async def fetch(self, call: Call, address: str, most_bytes: int) -> Path:
        """Return the file behind an address in a request.

        Raises:
            WorkFailed: It cannot be had, or is too large.
        """
        return await fetch(address, most_bytes, call.world.storage)

    def most_bytes(self, operation: str, name: str) -> int:
        """Return the most bytes that a file of an operation may have, given the spec's word for it."""
        return vendor_facts.upload_limit(self.name, "maximum")

    def has_webhook(self, call: Call) -> bool:
        """Tell whether the end of the tasks of an operation is told by a webhook."""
        return self.sign_webhook is not None

    def webhook(self, call: Call, task: Task, phase: Phase) -> JsonValue:
        """Return the body of the webhook about a task that has ended."""
        return self.document(call, task, phase)

    def find(self, call: Call, task_id: str, kept: float = math.inf) -> Task:
        """Return a task of the caller, up to `kept` seconds after its end.

        Raises:
            Refusal: The task is unknown.
        """
        task = call.world.tasks.find(self.name, task_id, call.account)
        if task is None or call.world.clock.now() > task.due + kept:
            raise Refusal(Kind.NOT_FOUND, self.no_task)
        return task

    def link(self, call: Call, task: Task, output: Output) -> str:
        """Return a URL of a result that is good for its time after the task's end, however late it is asked for."""
        left = task.due + vendor_facts.lifetime(self.name, "result") - call.world.clock.now()
        return call.presign(output.stored.key, max(0.0, left))


def _put(document: dict[str, JsonValue], path: str, value: JsonValue) -> None:
    """Put a value at a dotted path."""
    name, dot, rest = path.partition(".")
    if dot:
        inner = dict(mapping(document, name))
        _put(inner, rest, value)
        value = inner
    document[name] = value
