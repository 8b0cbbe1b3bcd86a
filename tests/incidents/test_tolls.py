"""Which figure of a toll stands: what was told first, what it came to, what came on top."""

import pytest

from geo.model.incident import headline_claim
from tests.incidents.telling import reports

OPENING = "A bomb exploded at a market in Kharkiv on Thursday. "


def told(text, kind="killed"):
    """The heading figure of the report of the bomb, and how each figure stands to the others."""
    (report,) = reports(OPENING + text)
    head = headline_claim(report.casualties, kind)
    return head and head.n, [(c.n, c.relation) for c in report.casualties if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Police initially reported three deaths; by Friday the figure stood at five.", 5),
        ("Early reports spoke of 15 dead. When the fire was out, the mayor said 42 people had been killed.", 42),
        ("The number of dead, first put at 40, was corrected to 14 on Friday.", 14),
        ("Officials said 40 people were killed. The ministry later revised the death toll down to 14.", 14),
        ("Nine people were killed, doctors said. An earlier figure of 11 dead was withdrawn by police.", 9),
        ("The death toll jumped to 31 on Friday, from an initial count of six.", 31),
        ("Eleven people were killed, prosecutors said. A twelfth victim died in hospital on Friday.", 12),
        ("Four people died at the scene. He then shot himself, making the total number of dead five.", 5),
        ("Seven pilgrims were killed. The governor had put the toll at five on Thursday night.", 7),
        ("Health officials spoke of 31 dead at first; by this morning the tally was 35.", 35),
        ("More than 18 people were crushed, first reports said. By Friday the dead numbered 34.", 34),
        ("Authorities raised the number of dead from 16 to 17 on Friday.", 17),
        ("Nine people were known to be dead. Officials have since raised that to 13.", 13),
        ("Twelve people died at the gate and 14 in the hall, making 26 in all.", 26),
        ("At least 30 people are feared dead. Rescuers have found nine bodies.", 9),
    ],
)
def test_the_text_says_which_figure_is_held(text, n):
    assert told(text)[0] == n


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Six clerks were killed. The gunman also died.", 7),
        ("Eight of the hostages were killed, as was the gunman.", 9),
        ("Three people died on the spot. Two of the nine injured later died in hospital.", 5),
        ("The driver of the van died at the scene and a cyclist died later in hospital.", 2),
        ("A man died at the scene; a second man died in hospital.", 2),
        ("It killed the mayor of a small town, as well as two farmers.", 3),
        ("The minister lived, but his driver and one of his bodyguards were killed.", 2),
        ("Mayor Pat Roe was shot dead by those who fled, and two of her aides were also killed.", 3),
    ],
)
def test_those_who_come_on_top_are_added(text, n):
    assert told(text)[0] == n


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("It killed seven people. Four died at once and three more died in hospital.", 7),
        ("It killed nine people, including three children, and another 20 were hurt.", 9),
        ("Twelve people were killed. Among the dead were four teachers. The guard also died.", 12),
    ],
)
def test_parts_of_a_toll_are_not_added_to_it(text, n):
    assert told(text)[0] == n


def test_a_rival_figure_replaces_none():
    assert told("Three people were killed, police said. The rebels said nine people were killed.") == (
        3,
        [(3, "own"), (9, "own")],
    )


def test_a_corrected_figure_is_kept_and_said_to_be_superseded():
    assert told("Officials said 40 people were killed. The ministry later revised the death toll down to 14.")[1] == [
        (40, "superseded"),
        (14, "correction"),
    ]


def test_nobody_survived_means_all_who_were_aboard():
    (report,) = reports("A plane crashed near Kharkiv on Thursday. There were no survivors. It was carrying 44 people.")
    assert headline_claim(report.casualties, "killed").n == 44


def test_what_is_set_beside_the_news_as_one_of_its_kind_is_recalled():
    told = (
        "A mudslide buried a house in Lviv on Thursday, killing six people. A similar slide had killed 30 people there."
    )
    main, *recalled = reports(told + " That slide left 12 missing.")
    assert [(c.kind, c.n) for c in main.casualties] == [("killed", 6)]
    assert {report.role.value for report in recalled} == {"background"}
