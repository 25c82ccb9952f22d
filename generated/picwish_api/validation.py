"""Rules of the server models that type hints cannot state."""

from pydantic import BeforeValidator


def refuse_null(value: object) -> object:
    """Refuse an explicit null where the schema only allows to leave the property out."""
    if value is None:
        raise ValueError("null is not allowed here; leave the property out instead")
    return value


NotNull = BeforeValidator(refuse_null)


def refuse_bool(value: object) -> object:
    """Refuse true and false where the schema lists whole numbers."""
    if isinstance(value, bool):
        raise ValueError("must be a whole number, not true or false")
    return value


NotBool = BeforeValidator(refuse_bool)
