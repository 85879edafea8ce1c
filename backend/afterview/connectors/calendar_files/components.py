"""The icalendar library's parser, made safe for strangers' files.

Nothing of a file is remembered for the next one, and no line breaks the rest: a property that cannot be read is as
good as missing, and its component's `errors` hold its name and its value as written.
"""

from typing import ClassVar

from icalendar import Component, ComponentFactory
from icalendar.parser import Contentline, Parameters
from icalendar.parser.ical.component import ComponentIcalParser
from icalendar.prop import TypesFactory

from afterview.connectors.calendar_files.lines import refusal
from afterview.errors import Invalid


class _Parser(ComponentIcalParser):
    # Times stay as they are written. The library would look a TZID up in what earlier files defined.
    datetime_names: ClassVar[tuple[str, ...]] = ()

    def handle_line_parse_error(self, exception: Exception) -> None:
        if self.component is not None:
            self.component.errors.append((None, str(exception)))

    def handle_begin_component(self, vals: str) -> None:
        super().handle_begin_component(vals.strip())

    def handle_end_component(self, vals: str) -> None:
        """Close a component; hiding the name of a VTIMEZONE keeps it out of the library's process-wide cache."""
        super().handle_end_component("" if vals.strip().upper() == "VTIMEZONE" else vals)

    def handle_property_parse_error(
        self,
        exception: Exception,  # noqa: ARG002
        name: str,
        params: Parameters,  # noqa: ARG002
        val: str,
        line: Contentline,  # noqa: ARG002
    ) -> None:
        if self.component is not None:
            self.component.errors.append((name, val))

    def handle_property(self, name: str, params: Parameters, vals: str, line: Contentline) -> None:
        try:
            super().handle_property(name, params, vals, line)
        except (ArithmeticError, AttributeError, LookupError) as error:
            self.handle_property_parse_error(error, name, params, vals, line)


def parse_components(lines: list[str]) -> list[Component]:
    """The outermost components; `Invalid` when the lines are no calendar, or only the first part of one."""
    # A factory of our own, because it remembers a class for every unknown component that it meets.
    content: list[Contentline] = [Contentline(line) for line in lines]  # type: ignore[no-untyped-call]
    parser = _Parser(content, ComponentFactory(), TypesFactory())
    try:
        components = parser.parse()
    except ValueError:
        raise _no_calendar() from None
    if parser.component is not None:
        raise refusal(
            "calendar_cut_off",
            "The calendar file breaks off before its end. Save or download it again, and send the whole file.",
        )
    if not components:
        raise _no_calendar()
    return components


def _no_calendar() -> Invalid:
    return refusal(
        "no_calendar",
        "This is no calendar file. Send the .ics file that came with the invitation; it begins with BEGIN:VCALENDAR.",
    )
