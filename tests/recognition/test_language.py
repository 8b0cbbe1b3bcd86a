import pytest

from geo.recognition.language import is_english

ENGLISH = (
    "The harbour was closed on Monday after a cargo ship ran aground outside the breakwater, and the port authority "
    "said that it would not open before the weekend."
)


def test_english_news_is_english():
    assert is_english(ENGLISH)


def test_capitals_change_nothing():
    assert is_english(ENGLISH.upper())


def test_a_telegram_without_articles_is_english():
    assert is_english(
        "MONTEVIDEO, 3 MAY -- [TEXT] POLICE SAID TWO BOMBS EXPLODED LAST NIGHT OUTSIDE MINISTRY OF ECONOMY, "
        "INJURING GUARD. NO GROUP HAS CLAIMED RESPONSIBILITY. ARMY PATROLS WERE SEEN IN DOWNTOWN AREA"
    )


@pytest.mark.parametrize(
    "text",
    [
        (
            "Der Hafen wurde am Montag geschlossen, nachdem ein Frachtschiff vor dem Wellenbrecher auf Grund gelaufen "
            "war, und die Behörde teilte mit, dass er nicht vor dem Wochenende wieder geöffnet werde."
        ),
        (
            "Le port a été fermé lundi après l'échouement d'un cargo devant le brise-lames, et les autorités ont "
            "indiqué qu'il ne rouvrirait pas avant la fin de la semaine prochaine."
        ),
        (
            "El puerto fue cerrado el lunes después de que un buque de carga encallara frente al rompeolas, y la "
            "autoridad dijo que no volverá a abrir antes del fin de semana."
        ),
        "Порт был закрыт в понедельник после того, как грузовое судно село на мель у волнореза.",
        "أغلق الميناء يوم الاثنين بعد جنوح سفينة شحن أمام حاجز الأمواج",
        "港口在星期一关闭",
    ],
)
def test_other_languages_are_not_english(text):
    assert not is_english(text)


@pytest.mark.parametrize("text", ["", "2023 – 14:30", "Shelling, Novooleksandrivka", "Damaged bridge #Izmail"])
def test_a_text_too_short_to_judge_is_not_refused(text):
    assert is_english(text)


def test_english_with_quoted_cyrillic_names_is_english():
    assert is_english(ENGLISH + " Locals call the place Дальний мыс, which means far cape in Russian.")
