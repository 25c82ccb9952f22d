"""Multipart forms: no file, name or type can add a field, and what was put in comes out again."""

import email
import email.policy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from safelight.core.http.forms import Field, FilePart, Form, text_fields
from safelight.core.transfers.sources import File, prepare
from safelight.errors import InvalidInput
from support.vendors import PNG

NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
HOSTILE = [
    b'--boundary\r\nContent-Disposition: form-data; name="evil"\r\n\r\nx\r\n',
    b"\r\n--+++--\r\n",
    b"--",
    b"\r\n",
    bytes(range(256)),
]


def parsed(form: Form) -> list[tuple[str, str | None, str | None, bytes]]:
    """The fields of a form as the standard library's mail parser reads them, which shares no code with ours."""
    body = b"".join(form.chunks())
    assert len(body) == form.length
    head = f"Content-Type: {form.content_type}\r\nMIME-Version: 1.0\r\n\r\n".encode()
    message = email.message_from_bytes(head + body, policy=email.policy.HTTP.clone(utf8=True))
    assert not message.defects
    fields = []
    for part in message.iter_parts():
        disposition = part["content-disposition"]
        fields.append(
            (
                disposition.params["name"],
                disposition.params.get("filename"),
                part["content-type"] and str(part["content-type"]),
                part.get_payload(decode=True),
            )
        )
    return fields


def file_part(content: bytes, name: str = "a.png") -> FilePart:
    return FilePart("file", prepare(File(content, "a.png")).slice(), name, "image/png")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["sync", "type", "format"]),
            st.text(st.characters(codec="ascii", exclude_characters="\r\n"), max_size=30),
        ),
        max_size=5,
    ),
    st.binary(max_size=300),
)
def test_a_form_comes_out_as_it_went_in(values, content):
    body = PNG + content
    form = Form([*(Field(name, value) for name, value in values), file_part(body)])
    assert [(name, data) for name, _, _, data in parsed(form)] == [
        *((name, value.encode()) for name, value in values),
        ("file", body),
    ]


@pytest.mark.parametrize("content", HOSTILE)
def test_no_content_can_add_a_field(content):
    form = Form([file_part(PNG + content * 50), Field("data", "{}", "application/json")])
    assert [name for name, *_ in parsed(form)] == ["file", "data"]


def test_the_boundary_is_drawn_anew_for_each_form():
    assert len({Form([]).boundary for _ in range(100)}) == 100
    assert len(Form([]).boundary) >= 32


@given(NAMES)
def test_no_file_name_can_end_its_header(name):
    form = Form([file_part(PNG, name), Field("after", "1")])
    head = b"".join(form.chunks()).split(b"\r\n\r\n")[0]
    assert head.count(b"\r\n") == 2
    assert head.split(b"\r\n")[1].count(b'"') == 4
    body = b"".join(form.chunks())
    assert body.count(b"Content-Disposition") == 2 + name.count("Content-Disposition")


@pytest.mark.parametrize(
    "name",
    ['a"; name="evil', "a\r\nX-Evil: 1\r\n\r\nbody", 'a\\".png', "é写真.png", "a;b=c.png", "a" * 300],
)
def test_hostile_file_names_stay_in_their_place(name):
    fields = parsed(Form([file_part(PNG, name)]))
    assert len(fields) == 1
    assert fields[0][0] == "file"
    assert fields[0][3] == PNG


@pytest.mark.parametrize("kind", ["image/png\r\nX-Evil: 1", "image/png\nx", "a\0b", "image/png\x7f"])
def test_a_media_type_with_control_characters_is_refused(kind):
    form = Form([FilePart("file", prepare(File(PNG, "a.png")).slice(), "a.png", kind)])
    with pytest.raises(InvalidInput):
        b"".join(form.chunks())


@pytest.mark.parametrize("name", ["a\r\nb.png", "a\0.png", "a\x1b[2J.png", "\x7f.png"])
def test_a_source_name_with_control_characters_is_refused(name):
    with pytest.raises(InvalidInput):
        prepare(File(PNG, name))


def test_plain_values_become_text():
    assert text_fields({"a": True, "b": 7, "c": "x"}) == [Field("a", "1"), Field("b", "7"), Field("c", "x")]
