"""What operations are called and which values their parameters may have, checked before anything is bought."""

from __future__ import annotations

from collections.abc import Mapping

from safelight.batch.catalogue import Work, work_of
from safelight.core.base.texts import did_you_mean
from safelight.errors import ConfigurationError
from safelight.vendors import vendor_of


def work_called(vendor: str, operation: str) -> Work:
    """Look an operation up by what a user wrote.

    Raises:
        ConfigurationError: There is no such vendor or operation; the message names similar ones.
    """
    known = vendor_of(vendor).facts.methods
    if operation.replace("-", "_") not in known:
        names = [name.replace("_", "-") for name in known]
        raise ConfigurationError(
            f"there is no operation {operation!r}.{did_you_mean(operation, names)} There are: {', '.join(names)}",
            vendor=vendor,
            field="operation",
        )
    return work_of(vendor, operation)


def wrong_value(work: Work, options: Mapping[str, object]) -> tuple[str, str] | None:
    """The first argument whose value is none of the parameter's choices: its name, and what is wrong."""
    for name, value in options.items():
        parameter = work.method.parameters.get(name)
        choices = [str(choice) for choice in parameter.choices] if parameter else ()
        # As text, for lists hold numbers where a parameter has choices of digits, and the other way round.
        if choices and value is not None and str(value) not in choices:
            return name, f"{name} is one of {', '.join(map(repr, choices))}, not {value!r}"
    return None
