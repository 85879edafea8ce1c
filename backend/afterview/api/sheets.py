"""Lists as tables for spreadsheet programs, for those who ask for `text/csv`: whole, and not in pages."""

from typing import Annotated, Any, Final

from fastapi import Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from afterview.services.sheets import Delimiter

CSV: Final = "text/csv"
LIST_OR_SHEET: Final[dict[int | str, dict[str, Any]]] = {200: {"content": {CSV: {"schema": {"type": "string"}}}}}


class SheetRequest:
    """Whether a table is asked for, and what is to separate its cells."""

    def __init__(self, request: Request, delimiter: Delimiter) -> None:
        accepted = {part.partition(";")[0].strip().lower() for part in request.headers.get("accept", "").split(",")}
        self.is_wanted = CSV in accepted and "application/json" not in accepted
        self.delimiter = delimiter

    def answer(self, sheet: bytes, *, name: str) -> Response:
        """The table as a download."""
        headers = {"Content-Disposition": f'attachment; filename="{name}.csv"', "Vary": "Accept"}
        return Response(sheet, headers=headers, media_type=CSV)

    def otherwise(self, page: Response) -> Response:
        """The page of the list, for those who did not ask for a table."""
        page.headers["Vary"] = "Accept"
        return page


async def sheet_request(
    request: Request,
    delimiter: Annotated[
        Delimiter,
        Query(description="With `Accept: text/csv`: Excel expects a semicolon where a comma is the decimal sign."),
    ] = Delimiter.COMMA,
) -> SheetRequest:
    """The table that a request asks for."""
    return SheetRequest(request, delimiter)


SheetOf = Annotated[SheetRequest, Depends(sheet_request)]
