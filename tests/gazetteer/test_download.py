"""Downloads from a server that breaks off, lies, fails and changes its mind."""

import functools

import pytest

from geo.errors import GazetteerBusy, GazetteerError
from geo.gazetteer.download import fetch_file
from tests.gazetteer.server import Faults, misbehaving

BODY = bytes(range(256)) * 400


@pytest.fixture
def part(tmp_path):
    return tmp_path / "UA.zip.part"


fetch = functools.partial(fetch_file, wait=lambda _: None)


def ranges(faults):
    return [headers.get("Range") for _, headers in faults.requests]


def test_a_file_arrives_whole_with_its_etag(part):
    faults = Faults(body=BODY)
    with misbehaving(faults) as url:
        assert fetch(f"{url}/UA.zip", part) == '"one"'
    assert part.read_bytes() == BODY
    assert faults.requests[0][1]["User-Agent"].startswith("incident-map")


def test_a_broken_download_goes_on_where_it_broke_off(part):
    faults = Faults(body=BODY, break_after=[1000, 50_000])
    with misbehaving(faults) as url:
        fetch(f"{url}/UA.zip", part)
    assert part.read_bytes() == BODY
    assert ranges(faults) == [None, "bytes=1000-", "bytes=51000-"]


def test_a_download_resumes_in_a_later_call(part):
    faults = Faults(body=BODY, break_after=[10, 10, 10, 10])
    with misbehaving(faults) as url:
        with pytest.raises(GazetteerError, match="40 bytes are kept, run the update again"):
            fetch(f"{url}/UA.zip", part)
        fetch(f"{url}/UA.zip", part)
    assert part.read_bytes() == BODY
    assert ranges(faults)[-1] == "bytes=40-"


def test_a_file_that_changed_meanwhile_starts_again(part):
    faults = Faults(body=BODY, break_after=[1000] * 4)
    with misbehaving(faults) as url:
        with pytest.raises(GazetteerError):
            fetch(f"{url}/UA.zip", part)
        faults.body, faults.etag = BODY[::-1], '"two"'
        assert fetch(f"{url}/UA.zip", part) == '"two"'
    assert part.read_bytes() == BODY[::-1]


def test_a_server_that_ignores_ranges_sends_all_again(part):
    faults = Faults(body=BODY, break_after=[1000], ignore_range=True)
    with misbehaving(faults) as url:
        fetch(f"{url}/UA.zip", part)
    assert part.read_bytes() == BODY


def test_a_file_without_an_etag_is_never_continued(part):
    faults = Faults(body=BODY, break_after=[1000], etag="")
    with misbehaving(faults) as url:
        assert fetch(f"{url}/UA.zip", part) == ""
    assert ranges(faults) == [None, None]
    assert part.read_bytes() == BODY


def test_another_range_than_asked_is_not_appended(part):
    faults = Faults(body=BODY, break_after=[1000], shift=7)
    with misbehaving(faults) as url:
        fetch(f"{url}/UA.zip", part)
    assert part.read_bytes() == BODY


def test_a_part_longer_than_the_file_is_thrown_away(part):
    part.write_bytes(BODY * 2)
    part.with_name(part.name + ".json").write_text('{"etag": "\\"one\\""}')
    faults = Faults(body=BODY)
    with misbehaving(faults) as url:
        fetch(f"{url}/UA.zip", part)
    assert part.read_bytes() == BODY


def test_a_wrong_length_is_noticed(part):
    with misbehaving(Faults(body=BODY, lie=5)) as url, pytest.raises(GazetteerError, match="run the update again"):
        fetch(f"{url}/UA.zip", part)


def test_an_unchanged_file_is_not_sent_again(part):
    with misbehaving(Faults(body=BODY)) as url:
        assert fetch(f"{url}/UA.zip", part, known_etag='"one"') is None
    assert not part.exists()


def test_server_errors_are_tried_again(part):
    faults = Faults(body=BODY, statuses=[500, 502])
    with misbehaving(faults) as url:
        fetch(f"{url}/UA.zip", part)
    assert len(faults.requests) == 3


def test_lasting_server_errors_give_up(part):
    faults = Faults(body=BODY, statuses=[500] * 9)
    with misbehaving(faults) as url, pytest.raises(GazetteerError, match="500"):
        fetch(f"{url}/UA.zip", part)
    assert len(faults.requests) == 4


@pytest.mark.parametrize(("status", "error"), [(404, GazetteerError), (503, GazetteerBusy), (429, GazetteerBusy)])
def test_a_final_answer_is_taken_at_once(part, status, error):
    faults = Faults(body=BODY, statuses=[status])
    with misbehaving(faults) as url, pytest.raises(error, match=str(status)):
        fetch(f"{url}/XX.zip", part)
    assert len(faults.requests) == 1


def test_no_server_is_one_error_after_several_tries(part):
    waits = []
    with pytest.raises(GazetteerError, match=r"127\.0\.0\.1"):
        fetch_file("http://127.0.0.1:9/UA.zip", part, wait=waits.append)
    assert waits == [1.0, 2.0, 4.0]


@pytest.mark.parametrize(
    "note", ['{"etag": "', "[]", "7", '{"etag": 7}', '{"etag": "a\\r\\nHost: b"}', "[" * 20_000, "\xff"]
)
def test_a_note_cut_off_in_the_middle_only_costs_what_was_there(part, note):
    part.write_bytes(BODY[:1000])
    part.with_name(part.name + ".json").write_bytes(note.encode("latin-1"))
    faults = Faults(body=BODY)
    with misbehaving(faults) as url:
        fetch(f"{url}/UA.zip", part)
    assert part.read_bytes() == BODY
    assert ranges(faults) == [None]
