"""Ordinary news: the words of happenings in sentences in which nothing happened."""

import pytest

from tests.incidents.telling import reports

BUSINESS = """
Shares plunged 12 per cent in Kyiv on Monday after the bank cut its forecast.
Stocks rallied in Kharkiv on Tuesday as oil prices fell.
The airline's profits crashed last year, its chief executive said in Kyiv.
Analysts in Kyiv said demand collapsed in the spring.
The retailer exploded in popularity after opening a shop in Lviv.
The bank raided its pension fund to pay the dividend, a union in Kyiv said.
Sales of electric cars in Lviv erupted last year.
The company fired 300 people in Odesa on Friday.
The merger sank after regulators in Kyiv raised doubts.
Inflation hit 12 per cent in Ukraine in March, the central bank said.
The currency came down from its peak on Wednesday, traders in Kyiv said.
Investors in Kyiv attacked the pay of the chairman at the annual meeting on Thursday.
Prices in Lviv are overturned by every new tax, shopkeepers say.
The start-up stole a march on its rivals in Kharkiv.
The price war between two supermarkets in Odesa claimed its first loser on Monday.
Orders flooded in after the trade fair in Lviv, the manufacturer said.
"""
SPORTS = """
Dynamo Kyiv fought back to draw 2-2 with Shakhtar on Saturday.
The striker shot wide from ten metres in Lviv on Sunday.
The champions crushed Odesa 5-0 on Friday.
The goalkeeper from Kharkiv collapsed in joy after the final whistle.
Kyiv battled to a 1-0 victory over Lviv on Wednesday.
The team stormed into the final in Odesa on Sunday.
The captain engaged well with the fans in Kharkiv.
She marched to the title in Lviv on Saturday without losing a set.
He ran off the road bike course in Odesa with a flat tyre and finished last.
The club from Lviv poached the coach of its rival on Tuesday.
Hopes of a medal crashed in Kyiv on Thursday.
The visitors were denied a penalty in Kharkiv on Sunday.
"""
CULTURE = """
The film exploded onto screens in Kyiv on Friday.
A singer in Lviv got engaged on Sunday, her agent said.
The actor had a sore throat and cancelled the show in Odesa on Monday.
The band will blast out its old hits in Kharkiv on Saturday.
The novel was executed with great skill, critics in Kyiv said on Tuesday.
The play was a bombshell when it opened in Odesa on Friday.
A portrait that nobody engaged with for years sold in Lviv on Monday.
The comedian killed it in Kyiv on Saturday night.
The series demonstrates how a family in Kharkiv lived.
The director shot the film in Odesa in twenty days.
Tickets for the concert in Lviv sold like hot cakes on Thursday.
The orchestra stormed through the overture in Kyiv on Sunday.
The painter, who was a rebel in Lviv in his youth, died of old age on Friday.
"""
SCIENCE = """
A malaria vaccine was approved in Kyiv on Wednesday.
Scientists in Kharkiv mapped the genes of the plague bacterium.
The polio vaccination campaign in Lviv reached every school on Monday.
Researchers in Odesa developed a test for hepatitis.
The telescope near Kharkiv watched a star explode in a distant galaxy.
A meteor shower will be visible from Lviv on Friday.
The probe engaged its engines on Tuesday, the agency in Kyiv said.
A study from Lviv says the storm season begins earlier.
Doctors in Kyiv treated a sore throat with honey in a trial.
The new battery does not leak, engineers in Kharkiv said on Thursday.
The server crashed for an hour in Odesa on Monday, students said.
Volunteers in Lviv planted trees on the slope of an old volcano on Sunday.
"""
HABITS = """
The law is meant to reduce deaths due to traffic collisions, the mayor of Lviv said.
The majority of storms occur in Odesa in autumn.
More than 60 dead mullet washed up on the beach in Odesa on Monday.
It killed more than 800 people in Ukraine over four decades of violence.
The murder tally in Kyiv fell last year.
A crash in Lviv cost the racing driver the title.
The ultimate fighting star was fined in Kyiv on Friday.
"""
POLITICS = """
The report was leaked to a newspaper in Kyiv on Thursday.
Turnout collapsed in Odesa on Sunday.
The senator shot back at her critics in Kyiv on Tuesday.
The opposition rallied behind its candidate in Lviv on Monday.
The minister came under attack over the budget in Kyiv on Wednesday.
The mayor of Kharkiv engaged a new adviser on Friday.
The coalition in Kyiv collapsed after three weeks of talks on Monday.
The parliament in Kyiv debated a law on theft on Tuesday.
The candidate stole the show at a debate in Odesa on Thursday.
The proposal sank without trace in Lviv last week.
The deputy stormed out of the council in Kharkiv on Wednesday.
Voters in Odesa poisoned by cynicism stayed at home on Sunday.
The government in Kyiv executed a change of course on taxes on Friday.
The party was rocked by a scandal in Lviv on Monday.
Leaks about the budget annoyed the minister in Kyiv on Tuesday.
Two parties clashed over the pension law in Kyiv on Wednesday.
"""


@pytest.mark.parametrize(
    "text",
    [
        line
        for section in (BUSINESS, SPORTS, CULTURE, SCIENCE, HABITS, POLITICS)
        for line in section.strip().splitlines()
    ],
)
def test_ordinary_news_tells_of_no_incident(text):
    assert [(r.type.value, r.trigger.of(text)) for r in reports(text)] == []
    within = f"The week was calm. {text} Many people read about it."
    assert [(r.type.value, r.trigger.of(within)) for r in reports(within)] == []


@pytest.mark.parametrize(
    ("text", "sub"),
    [
        ("A passenger plane crashed near Kharkiv on Thursday, police said.", "crash"),
        ("A bridge collapsed in Lviv on Thursday, police said.", "structural collapse"),
        ("A bus plunged into a ravine near Lviv on Thursday, police said.", "traffic accident"),
        ("Rebels stormed the palace in Odesa on Thursday, police said.", "armed clash"),
        ("Students clashed with police in Kyiv on Thursday, witnesses said.", "violent demonstration"),
        ("A man cut the guard's throat in Lviv on Thursday, police said.", "attack (stabbing)"),
        ("Forty cases of malaria were confirmed in Odesa on Thursday, doctors said.", "disease"),
        ("Ammonia leaked from a pipe in Odesa on Thursday, officials said.", "industrial accident"),
        ("A ferry sank off Odesa on Thursday, the coast guard said.", "boat sinking"),
        ("Police raided a house in Lviv on Thursday, a witness said.", "attack (raid)"),
    ],
)
def test_in_their_company_the_same_words_mean_what_they_say(text, sub):
    assert [r.sub for r in reports(f"{text} Nothing more was known.")] == [sub]
