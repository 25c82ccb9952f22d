"""What a request holds that is secret, such as the key of a bucket, stands in no error, event, log or repr."""

import json
import logging

import pytest
from claid_api.models import BucketParameters
from click.testing import CliRunner
from safelight.cli.app import cli
from safelight.errors import SafelightError
from support.recorded import RecordedVendor
from support.scripted import reply
from support.seen import clean, seen_in
from support.worlds import play

SECRET = "CANARY'bucket\"key"
GOOD = {"bucket": "b", "credentials": {"access_key": "A", "secret_access_key": SECRET}}
WRONG = [
    {"bucket": 5, **{key: GOOD[key] for key in ("credentials",)}},
    {"credentials": GOOD["credentials"]},
    {**GOOD, "credentials": SECRET},
    {**GOOD, "credentials": {"access_key": "A", "secret_access_key": [SECRET]}},
    {**GOOD, "credentials": {"secret_access_key": SECRET}},
    {**GOOD, "credentials": {**GOOD["credentials"], "secret": SECRET}},
    [GOOD],
]


def attempt(parameters, answering=lambda: RecordedVendor("claid")):
    def scenario(client):
        try:
            return (yield client.create_storage("mine", "s3", parameters))
        except SafelightError as error:
            return error

    return play("claid", answering, scenario)


@pytest.mark.parametrize("parameters", WRONG, ids=repr)
def test_a_wrong_request_does_not_show_it(parameters):
    played = attempt(parameters)
    assert played.sent == []
    assert isinstance(played.outcome, SafelightError)
    clean([*seen_in(played.outcome), *map(repr, played.events)])


@pytest.mark.parametrize("status", [200, 400, 422, 500])
def test_a_vendor_that_repeats_it_is_not_quoted(status, caplog):
    caplog.set_level(logging.DEBUG)
    content = {"error_code": "9000", "error_message": f"no {SECRET}", "error_details": {"secret": [SECRET]}}
    played = attempt(GOOD, lambda: lambda _: reply(status, content))
    assert isinstance(played.outcome, SafelightError)
    clean([*seen_in(played.outcome), *map(repr, played.events), caplog.text])


def test_the_model_of_a_request_does_not_show_it():
    clean(seen_in(BucketParameters.from_dict(GOOD)))


@pytest.mark.parametrize(
    "given", [json.dumps(GOOD)[:-1], f"[{json.dumps(GOOD)}]", SECRET, json.dumps({**GOOD, "bucket": 5})]
)
def test_a_wrong_option_does_not_show_it(given, monkeypatch):
    monkeypatch.setenv("CLAID_API_KEY", "key")
    words = ["claid", "create-storage", "--name", "mine", "--type", "s3", "--parameters", given]
    ended = CliRunner().invoke(cli, words)
    assert ended.exit_code == 2
    clean([ended.output, ended.stderr])


def test_it_is_sent():
    (sent,) = attempt(GOOD).sent
    assert sent.json["parameters"] == GOOD
