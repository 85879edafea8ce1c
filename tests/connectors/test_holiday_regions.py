from datetime import date
from threading import Thread

import pytest

from afterview.connectors.holiday_regions import holidays_of, is_known_region

INDEPENDENCE_DAY = date(2030, 7, 4)


@pytest.mark.parametrize("region", ["US", "US-NY", "DE", "DE-BY", "GB", "GB-SCT", "IN", "UA"])
def test_countries_and_their_parts_are_known(region: str) -> None:
    assert is_known_region(region)


@pytest.mark.parametrize(
    "region",
    [
        "",
        "XX",
        "us",
        "US-",
        "US-ZZ",
        "us-ny",
        "USA",
        "United States",
        "US-NY\n",
        "__",
        "-",
        "U\N{LATIN SMALL LETTER LONG S}",
    ],
)
def test_anything_else_is_unknown(region: str) -> None:
    assert not is_known_region(region)


def test_a_national_holiday_holds_in_the_country_and_in_its_parts() -> None:
    assert INDEPENDENCE_DAY in holidays_of("US")
    assert INDEPENDENCE_DAY in holidays_of("US-NY")


def test_a_part_has_holidays_that_the_country_has_not() -> None:
    assumption_day = date(2030, 8, 15)
    assert assumption_day in holidays_of("DE-SL")
    assert assumption_day not in holidays_of("DE")


def test_no_region_has_no_holidays() -> None:
    assert INDEPENDENCE_DAY not in holidays_of(None)


def test_an_unknown_region_is_refused() -> None:
    with pytest.raises(ValueError, match="US-ZZ"):
        holidays_of("US-ZZ")


def test_years_beyond_a_lunar_calendar_are_quiet() -> None:
    assert date(2050, 8, 15) in holidays_of("IN")


def test_threads_that_ask_at_once_hear_the_same() -> None:
    answers: list[bool] = []
    threads = [Thread(target=lambda: answers.append(date(2077, 12, 25) in holidays_of("FR"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [True] * 8
