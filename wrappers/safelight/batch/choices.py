"""The choices that an operation's parameters have, where they are fixed: checked before anything is bought."""

from __future__ import annotations

from collections.abc import Mapping

from safelight.batch.catalogue import Work


def wrong_value(work: Work, options: Mapping[str, object]) -> tuple[str, str] | None:
    """The first argument whose value is none of the parameter's choices: its name, and what is wrong."""
    for name, value in options.items():
        parameter = work.method.parameters.get(name)
        choices = [str(choice) for choice in parameter.choices] if parameter else ()
        # As text, for lists hold numbers where a parameter has choices of digits, and the other way round.
        if choices and value is not None and str(value) not in choices:
            return name, f"{name} is one of {', '.join(map(repr, choices))}, not {value!r}"
    return None
