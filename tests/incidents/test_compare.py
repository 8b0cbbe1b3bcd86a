import pytest

from geo.incidents.code import code_incidents
from geo.incidents.compare import compare
from geo.incidents.trace import trace
from tests.incidents.telling import article, resolutions


def traced(text, id_):
    told = article(text, "2024-05-17", id_)
    (report,) = code_incidents(told, resolutions(text))
    return trace(report, told)


@pytest.mark.parametrize(
    ("harm", "named"),
    [
        ("five people were killed and five were wounded", "5 killed"),
        ("six people were wounded and six were missing", "6 missing"),
        ("seven people were killed, seven were wounded and seven were missing", "7 missing"),
        ("eight people were killed and eight were missing", "8 missing"),
    ],
)
def test_of_equal_figures_the_same_one_is_named_whatever_the_order_of_the_set(harm, named):
    first = traced(f"A missile hit a market in Kharkiv on Thursday and {harm}.", "a")
    second = traced(f"In Kharkiv {harm} on Thursday when a missile hit a market.", "b")
    assert f"both say {named}" in compare(first, second).reasons()
