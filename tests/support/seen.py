"""What a program may print, log or store of an object, and the canaries that must not stand there."""

import pickle
import traceback

from support.clients import KEY

CANARIES = ("CANARY", KEY)


def seen_in(thing: object) -> list[str]:
    """Everything that can be made text of an object or an error."""
    texts = [repr(thing), str(thing), f"{thing!r:.20000}"]
    if isinstance(thing, BaseException):
        texts += traceback.format_exception(thing)
        texts.append(repr(vars(thing)))
        texts.append(repr(pickle.loads(pickle.dumps(thing)).__dict__))  # noqa: S301 - our own
        texts.append(pickle.dumps(thing).decode("latin-1"))
        texts += [
            text
            for cause in (thing.__cause__, thing.__context__)
            if cause
            for text in (repr(cause), str(cause))
        ]
    return texts


def clean(texts: list[str]) -> None:
    for text in texts:
        for canary in CANARIES:
            assert canary not in text, text[max(0, text.index(canary) - 200) :][:500]
