"""What the page asks for, as plain values for JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import islice
from pathlib import PurePath
from typing import cast

import attrs

from safelight.batch.batches import Batch
from safelight.batch.catalogue import work_of
from safelight.batch.decisions import FIRST, Choice, Decision, Reviewed, accepts_only, checked, price_of
from safelight.batch.records import Item
from safelight.core.base.methods import ParameterFacts
from safelight.errors import InvalidInput
from safelight.review.pictures import files_of
from safelight.vendors import vendors

PAGE = 100
"""Items that the page is given at a time."""
DIGITS = 18
"""As many fit what databases count with."""
ONE_PICTURE_ONLY = ("filename", "request_id")
"""Options that name one picture or one purchase; they cannot be chosen anew."""


@attrs.frozen
class Answers:
    """Answers the page about a batch.

    Attributes:
        suspect: Show only suspect results.
        decided: Also show results that were decided about before.
    """

    batch: Batch
    suspect: bool = False
    decided: bool = False

    def items(self, after: str) -> dict[str, object]:
        """A page of items, and what to ask for the next with; None at the end."""
        rank, number = (whole(text) for text in after.partition("-")[::2])
        place = FIRST if rank is None or number is None else (rank, number)
        found = list(
            islice(self.batch.reviewed(suspect=self.suspect, decided=self.decided, after=place), PAGE + 1)
        )
        page = found[:PAGE]
        more = "{}-{}".format(*page[-1].place) if len(found) > PAGE else None
        shown = [_shown(one) for one in page]
        only = accepts_only(self.batch.id)
        return {"batch": self.batch.id, "accept_only": only, "items": shown, "after": more}

    def counts(self) -> dict[str, object]:
        """How the batch stands."""
        return attrs.asdict(self.batch.status())

    def decide(self, asked: Mapping[str, object]) -> dict[str, object]:
        """Keep a decision.

        Raises:
            SafelightError: It cannot be made.
        """
        item, choice = self._item(asked), cast("Choice | None", asked.get("choice"))
        if asked.get("attempt", item.attempt) != item.attempt:
            raise InvalidInput("there is a new result since: reload the page to see it", field="attempt")
        if choice == "redo":
            vendor, options = _wanted(item, asked)
            made = self.batch.decide(item.id, choice, vendor=vendor, options=options)
        else:
            made = self.batch.decide(item.id, choice)
        return {"decision": _decision(item, made), "counts": self.counts()}

    def form(self, asked: Mapping[str, object]) -> dict[str, object]:
        """The options of an item's operation at a vendor, with what they are now, and the vendors that have it."""
        item = self._item(asked)
        vendor = str(asked.get("vendor") or item.vendor)
        work = work_of(vendor, item.operation)
        fields = [
            _field(name, one, item.options.get(name))
            for name, one in work.method.parameters.items()
            if name != work.source and name not in ONE_PICTURE_ONLY
        ]
        having = [
            {"name": name, "title": known.title}
            for name, known in vendors().items()
            if item.operation in known.facts.methods
        ]
        return {"vendor": vendor, "vendors": having, "fields": fields}

    def price(self, asked: Mapping[str, object]) -> dict[str, object]:
        """The most credits that the choices of the form cost; None where no document states a price.

        Raises:
            SafelightError: They cannot be bought.
        """
        item = self._item(asked)
        vendor, options = _wanted(item, asked)
        return {"credits": price_of(item, checked(item, "redo", vendor, options))}

    def address(self, item: str, which: str, place: int) -> str:
        """Where a picture is: before, or after; empty where there is none."""
        found = self._item({"item": item})
        files = [found.source] if which == "before" else files_of(found)
        return files[place] if place < len(files) else ""

    def _item(self, asked: Mapping[str, object]) -> Item:
        item = self.batch.store.item(str(asked.get("item")))
        if item is None or item.batch != self.batch.id:
            raise InvalidInput("there is no such item in this batch", field="item")
        return item


def whole(text: str) -> int | None:
    """A number from 0 that a request names; None where it is none, or one that nothing has."""
    return int(text) if text.isdecimal() and len(text) <= DIGITS else None


def _shown(one: Reviewed) -> dict[str, object]:
    item, verdict = one.item, one.verdict
    source = item.shown
    return {
        "id": item.id,
        "name": PurePath(source).name or source or item.target,
        "source": source,
        "files": list(item.files),
        "pictures": len(files_of(item)),
        "attempt": item.attempt,
        "vendor": item.vendor,
        "title": work_of(item.vendor, item.operation).facts.title,
        "operation": item.operation.replace("_", " "),
        "options": _words(item.options),
        "credits": item.credits,
        "suspect": one.suspect,
        "reasons": [] if verdict is None else list(verdict.reasons.values()),
        "unchecked": None if verdict is None else verdict.unchecked,
        "decision": _decision(item, one.decision),
    }


def _decision(item: Item, decision: Decision | None) -> dict[str, object] | None:
    if decision is None:
        return None
    vendor = decision.vendor or item.vendor
    return {
        "choice": decision.choice,
        "title": work_of(vendor, item.operation).facts.title,
        "options": _words(decision.options or {}),
        "credits": price_of(item, decision) if decision.choice == "redo" else None,
    }


def _words(options: Mapping[str, object]) -> str:
    return ", ".join(f"{name} {_text(value)}" for name, value in options.items() if value is not None)


def _field(name: str, facts: ParameterFacts, value: object) -> dict[str, object]:
    kinds = [kind.type for kind in facts.kinds]
    choices = (
        ["true", "false"]
        if kinds == ["boolean"]
        else [_text(choice) for choice in facts.choices if choice != ""]
    )
    return {
        "name": name,
        "about": facts.about.replace("{}", "path or URL").replace("``", ""),
        "choices": choices,
        "required": facts.required,
        "default": "" if facts.default is None else _text(facts.default),
        "value": "" if value is None else _text(value),
    }


def _wanted(item: Item, asked: Mapping[str, object]) -> tuple[str, dict[str, object]]:
    """The vendor and the options that the form was sent with; an empty field is left out."""
    vendor = str(asked.get("vendor") or item.vendor)
    given = asked.get("options")
    if not isinstance(given, Mapping):
        raise InvalidInput("options must be an object of texts", field="options")
    parameters = work_of(vendor, item.operation).method.parameters
    texts = {str(name): str(text) for name, text in cast("Mapping[object, object]", given).items()}
    return vendor, {name: _value(parameters.get(name), text) for name, text in texts.items() if text.strip()}


def _value(facts: ParameterFacts | None, text: str) -> object:
    """What a field's text means: text where only text is taken, else JSON where it is some."""
    if facts is None or facts.source or all(kind.type == "string" for kind in facts.kinds):
        return text
    try:
        return cast("object", json.loads(text))
    except ValueError:
        return text


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
