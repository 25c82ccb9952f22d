"""The tasks of agents: items of one durable batch, under one cap of credits."""

from __future__ import annotations

import threading
from collections.abc import Generator, Mapping
from contextlib import closing, contextmanager
from functools import partial
from hashlib import blake2b
from pathlib import Path, PurePath
from typing import cast

import attrs
import sqlalchemy as sa
from sqlalchemy.engine import URL

from safelight.agents.folders import Folders
from safelight.agents.tools import Tool
from safelight.batch.batches import Batch, Clients
from safelight.batch.catalogue import Work, work_of
from safelight.batch.contents import Contents
from safelight.batch.database import opened
from safelight.batch.engine import Enqueuer
from safelight.batch.orders import Orders, paid_again
from safelight.batch.planning import Plan, enqueue_items, list_items
from safelight.batch.records import Item, Record, item_id
from safelight.batch.running import check_key
from safelight.batch.saving import check_out
from safelight.batch.states import RETRIED
from safelight.batch.store import Store
from safelight.batch.verdicts import Verdicts
from safelight.batch.worker import Worker
from safelight.core.base.texts import counted
from safelight.core.transfers.preparing import Prepare
from safelight.errors import InvalidInput

BATCH = "agents"
DIGITS = 8
STATES: Mapping[str, str] = {
    "buying": "waiting",
    "bought": "running",
    "held": "refused",
    "doubt": "in doubt",
}
"""What agents are told of an item's state, where it is another word."""
UNFINISHED = ("waiting", "running")
IN_DOUBT = (
    "It may have been charged without a result. Do not repeat it: a person has to look at the vendor's records, and to "
    f"decide with: safelight batch doubt --batch {BATCH}"
)

PAID = "It was paid for, and is not bought again: another save_as buys another result"


@attrs.frozen
class Settings:
    """How a server works.

    Attributes:
        max_credits: The cap, for all tasks that the database has ever held.
        clients: Arguments of a client's class, by vendor; by default keys and addresses of the environment.
        rates: Keep the documented request rates; false is for tests against a sandbox without limits.
    """

    folders: Folders
    max_credits: float
    profile: str | None = None
    prepare: Prepare | None = None
    clients: Clients = attrs.field(factory=dict[str, Mapping[str, str]], repr=False)
    rates: bool = True


class Tasks:
    """Orders tasks and says how they are. Every method blocks, and may be called by any thread."""

    def __init__(self, engine: sa.Engine, enqueuer: Enqueuer, settings: Settings) -> None:
        self._store = Store(engine)
        self._enqueuer = enqueuer
        self._settings = settings
        self._plan = plan_of(settings)
        self._lock = threading.Lock()
        self._checking = threading.Lock()

    def order(self, tool: Tool, arguments: Mapping[str, object]) -> str:
        """Order a task, or find the one that the same arguments have ordered before; returns its token.

        Args:
            arguments: As `checked` gives them.

        Raises:
            InvalidInput: A file is not allowed, or the cap is reached. Nothing is bought.
            ConfigurationError: The vendor's key is missing.
        """
        work = work_of(tool.vendor, tool.method.name)
        record = _record(tool, arguments, self._settings.folders)
        token = item_id(BATCH, work.vendor, work.operation, record.source, record.options, record.target)
        with self._lock:
            item = self._store.item(token)
            if item is None:
                self._check_cap(work, record.options)
                self._list(work, record)
            else:
                self._go_on(item, work, record)
        return token

    def state(self, token: str) -> dict[str, object]:
        """How a task is: its token, state, files, credits, and what went wrong.

        Raises:
            InvalidInput: No task has this token.
        """
        item = self._store.item(token)
        if item is None or item.batch != BATCH:
            raise InvalidInput("no task of this server has this token", field="token")
        found: dict[str, object] = {
            "token": item.id,
            "state": STATES.get(item.state, item.state),
            "files": list(item.files) if item.state == "done" else [],
            "credits_at_most": item.credits,
        }
        if item.state == "doubt":
            found["error"] = IN_DOUBT
        elif item.state == "done":
            with self._checking:  # one at a time bounds memory
                verdict = Verdicts(self._store).found(item)
            if verdict is not None and verdict.suspect:
                found["suspect"] = list(verdict.reasons.values())
        elif item.error:
            found["error"] = f"{item.error}. {PAID}" if _is_gone(item) else item.error
        return found

    def spent(self) -> dict[str, object]:
        """Credits by the most that documents or quotes allow: spent, ordered, and left of the cap."""
        spent, ordered = self._committed()
        cap = self._settings.max_credits
        counts = self._store.counts(BATCH)
        return {
            "max_credits": cap,
            "spent_at_most": spent,
            "ordered_at_most": ordered,
            "left": max(0.0, cap - spent - ordered),
            "tasks": {"done": counts.done, "failed": counts.failed, "in_doubt": counts.doubt},
        }

    def _committed(self) -> tuple[float, float]:
        row = self._store.batch(BATCH)
        waiting = self._store.items(BATCH, ("waiting", "buying"))
        ordered = sum(
            _price(work_of(item.vendor, item.operation), item.options)
            for item in waiting
            if item.credits is None
        )
        return (0.0 if row is None else row.spent), ordered

    def _check_cap(self, work: Work, options: Mapping[str, object]) -> None:
        if work.price(options) is None and work.create.extension.get("credits") and not work.create.quote:
            raise InvalidInput(
                f"refused: the price of {work.operation} depends on the content, so that it cannot be kept below a cap. "
                "Nothing was bought. A person can run it: "
                f"safelight {work.vendor} {work.operation.replace('_', '-')}",
                field="max_credits",
            )
        price, (spent, ordered) = _price(work, options), self._committed()
        cap = self._settings.max_credits
        if spent + ordered + price > cap:
            raise InvalidInput(
                f"refused: this task may take up to {counted(price, 'credit')}, and {spent + ordered:g} of at most {cap:g} are "
                "spent or ordered. Nothing was bought. Only the person who starts the server can raise --max-credits",
                field="max_credits",
            )

    def _list(self, work: Work, record: Record) -> None:
        row = self._store.open_batch(BATCH, settings_of(self._plan), self._settings.max_credits)
        try:
            check_key(work.vendor, self._settings.profile, self._settings.clients)
            list_items(self._store, BATCH, [record], self._plan)
        except InvalidInput as error:
            Orders(self._store).unlist(BATCH)
            if error.field not in {"out", "name"}:
                raise
            raise InvalidInput(
                f"save_as: {record.target} exists already below {self._plan.out}. Nothing was bought; choose another name",
                field="save_as",
            ) from None
        except BaseException:
            Orders(self._store).unlist(BATCH)
            raise
        self._enqueuer.open_queues([(work.vendor, work.operation, self._settings.profile)])
        enqueue_items(self._store, self._enqueuer, row)

    def _go_on(self, item: Item, work: Work, record: Record) -> None:
        """Go on with a task that is known: fetch what is bought; try again what failed, or whose file changed."""
        if _is_gone(item):
            return
        changed = Contents(self._store.engine).changed({item.id: record}, {item.id: item})
        again = item.state in (*RETRIED, "cancelled")
        if item.state == "done" and not changed:
            again = any(not Path(file).exists() for file in item.files)
            if again and item.token is None:
                raise InvalidInput(
                    "the result of this call was deleted, and the vendor does not keep it. Nothing was bought; pass another "
                    "save_as to buy it again",
                    field="save_as",
                )
        elif changed or (again and (paid_again(item) or (item.token is None and item.credits is None))):
            self._check_cap(work, record.options)
        if again or changed:
            check_key(work.vendor, self._settings.profile, self._settings.clients)
            row = self._store.chosen(BATCH)
            Orders(self._store).again(
                BATCH,
                (item.state,),
                partial(self._enqueuer.enqueue, first=row.first),
                only=lambda one: one.id == item.id,
                anew=bool(changed),
            )


def plan_of(settings: Settings) -> Plan:
    """The plan of the batch."""
    return Plan(str(settings.folders.out), profile=settings.profile, prepare=settings.prepare)


def settings_of(plan: Plan) -> dict[str, object]:
    """What the batch's row keeps of its plan."""
    return {"out": plan.out, "name": plan.name, "prepare": plan.prepare, "on_suspect": plan.on_suspect}


@contextmanager
def serving(url: URL, settings: Settings, *, ended: bool = False, own: bool = False) -> Generator[Tasks]:
    """Work on the tasks of a database, beginning with those that an earlier server left.

    Args:
        ended: The sandbox of earlier tasks has ended with them, so that they start again.
        own: The whole database is a sandbox's.

    Raises:
        ConfigurationError: The database cannot be used, or another server uses it.
    """
    plan = plan_of(settings)
    check_out(plan.out)
    with opened(url) as engine:
        Store(engine).open_batch(BATCH, settings_of(plan), settings.max_credits)
        if ended:
            Batch(engine, BATCH).start_over(unclear=own)
        worker = Worker(engine, rates=settings.rates, clients=settings.clients, access=settings.folders)
        with worker, closing(Enqueuer(engine)) as enqueuer:
            yield Tasks(engine, enqueuer, settings)


def _is_gone(item: Item) -> bool:
    """Whether a task did not fail, but its result is lost, or no longer kept by the vendor."""
    return item.state == "failed" and item.error_kind != "TaskFailed" and paid_again(item)


def _price(work: Work, options: Mapping[str, object]) -> float:
    """The most credits that a task may take; 1 where no document says."""
    price = work.dearest(options)
    return 1.0 if price is None else price


def _record(tool: Tool, arguments: Mapping[str, object], folders: Folders) -> Record:
    """A task's arguments as an item of a batch, after every path and address was checked."""
    given = dict(arguments)
    save_as = given.pop("save_as", None)
    options: dict[str, object] = {}
    for name, value in given.items():
        parameter = tool.parameters[name]
        if parameter.source is None:
            folders.check_urls(value, name)
            options[name] = _exact(value) if parameter.listed_by is not None else value
        else:
            every = cast("list[object]", value if isinstance(value, list) and parameter.many else [value])
            places = [folders.source(one, name, takes_url=parameter.takes_url) for one in every]
            options[name] = places if isinstance(value, list) else places[0]
    source = "" if tool.method.source is None else str(options.pop(tool.method.source))
    if save_as is not None:
        target = folders.target(str(save_as))
    else:
        digest = blake2b(repr((tool.name, source, sorted(options.items()))).encode(), digest_size=DIGITS // 2)
        stem = PurePath(source.partition("?")[0]).stem or tool.method.stem
        target = f"{stem}-{tool.method.name.replace('_', '-')}-{digest.hexdigest()}"
    size = modified = None
    if source and "://" not in source:
        found = Path(source).stat()
        size, modified = found.st_size, found.st_mtime_ns
    return Record(source, options, tool.vendor, tool.method.name, target, size=size, modified=modified)


def _exact(value: object) -> object:
    """An id as the client takes it: as a number, which agents send as text, for many parsers would round it."""
    return int(value) if isinstance(value, str) and value.isdecimal() else value
