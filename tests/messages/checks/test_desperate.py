"""`desperate` speaks up at begging, and nowhere else."""

from tests.messages.cases import figures, findings, the_finding
from tests.messages.report import BAR


def test_it_speaks_up_where_it_should_and_nowhere_else() -> None:
    it = figures("desperate")
    assert min(it.precision, it.recall) >= BAR, [case.said for case in (*it.missed, *it.wrong)]


def test_the_sentence_is_pointed_at() -> None:
    assert (
        the_finding("desperate", "Thank you. I desperately need this job. Kim").place == "I desperately need this job."
    )


def test_each_kind_of_noise_is_pointed_at_where_it_is() -> None:
    assert the_finding("desperate", "Thank you for Friday!! Kim").place == "!!"
    assert the_finding("desperate", "Thank you. It REALLY suits me.").place == "REALLY"


def test_a_name_in_capitals_is_not_shouted() -> None:
    assert not findings("desperate", "Thank you.\n\nKIM OKAFOR\nDATA ENGINEER AT ACME")


def test_a_shouted_i_stays_a_capital_when_it_is_said_calmly() -> None:
    assert the_finding("desperate", "Thank you. I REALLY want to know.").suggestion == "I really"
