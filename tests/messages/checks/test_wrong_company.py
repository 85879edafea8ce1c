"""`wrong_company` speaks up at another employer, and nowhere else."""

from tests.messages.cases import figures, the_finding
from tests.messages.report import BAR


def test_it_speaks_up_where_it_should_and_nowhere_else() -> None:
    it = figures("wrong_company")
    assert min(it.precision, it.recall) >= BAR, [case.said for case in (*it.missed, *it.wrong)]


def test_the_employer_is_pointed_at_and_the_right_one_given() -> None:
    found = the_finding("wrong_company", "Dear Dana,\n\nThank you. I would love to join Globex Robotics soon.")
    assert (found.place, found.suggestion) == ("Globex Robotics", "Acme")
