"""The facts of a vendor's methods and of their parameters; see `facts`, which reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

Facts: TypeAlias = Mapping[str, object]
Route: TypeAlias = Literal["presigned", "form", "url", "inline"]
"""How a source travels: to a presigned URL, in the form that creates the task, by its URL, or as base64."""


class Kind(NamedTuple):
    """One kind of value that a parameter takes.

    Attributes:
        choices: The only ones; empty where all of the type are taken.
        keys: The properties of an object, or of each object in an array.
    """

    type: Literal["string", "integer", "number", "boolean", "object", "array"]
    choices: tuple[object, ...] = ()
    keys: tuple[str, ...] = ()


class ParameterFacts(NamedTuple):
    """What a method's argument is, and where it goes.

    Attributes:
        fields: Dotted paths in the request.
        source: How a source travels; None for other values.
        many: Whether it may be a list of sources.
        url_field: Where a source goes that is given by URL, if elsewhere.
        schemes: What a URL begins with.
        values: What is sent for each word that the parameter takes.
        text: The text that is sent, with ``{}`` for the value.
        implies: What else is sent, by its path, where nothing was given for it.
        about: What it takes, in words; ``{}`` stands for the ways to give a source.
        kinds: What it takes; empty for a source, and where all is taken.
        listed_by: The client's method that lists its values.
        aligned: How it lies on the picture that is worked on: as a mask of its size, or as places in its pixels or in
            percent of it.
    """

    fields: tuple[str, ...]
    required: bool
    source: Route | None = None
    many: bool = False
    url_field: str | None = None
    schemes: tuple[str, ...] = ("http://", "https://")
    values: Mapping[str, object] = MappingProxyType({})
    text: str | None = None
    implies: Mapping[str, object] = MappingProxyType({})
    default: object = None
    about: str = ""
    kinds: tuple[Kind, ...] = ()
    listed_by: str | None = None
    aligned: Literal["mask", "pixels", "percent"] | None = None

    @property
    def choices(self) -> Sequence[object]:
        """The only values that it takes; empty where there are others."""
        closed = all(kind.choices for kind in self.kinds)
        return [choice for kind in self.kinds for choice in kind.choices] if closed else ()

    @property
    def takes_url(self) -> bool:
        """Whether the vendor fetches a URL by itself."""
        return self.source == "url" or self.url_field is not None


class MethodFacts(NamedTuple):
    """A method that creates a task, or one that only asks.

    Attributes:
        amounts: Its documented credits in words; empty where none are documented.
        price_text: The same as sentences, with their source and its date.
        operation: Id of the operation that it calls.
        result_schema: Name of the generated model of a finished task, or of what it gives.
        returns: Where an answer has what a method gives that only asks; None where all of it is that, False where it
            gives nothing.
        many: Whether it gives a list.
        stem: What results are named by, where the source has no name.
        fixed: What is always sent, by its path.
        makes: The files that it is expected to make.
        example: Arguments of a call that works, beside its sources.
        fallback: Id of the operation that is asked with the same request where its own answers HTTP 404.
    """

    name: str
    summary: str
    amounts: str
    price_text: str
    example: Facts
    operation: str
    result_schema: str
    stem: str
    fixed: Mapping[str, object]
    parameters: Mapping[str, ParameterFacts]
    makes: Sequence[Facts]
    returns: str | Literal[False] | None = None
    many: bool = False
    fallback: str | None = None

    @property
    def source(self) -> str | None:
        """The parameter that takes what is worked on, if there is one."""
        return next((name for name, one in self.parameters.items() if one.source and one.required), None)
