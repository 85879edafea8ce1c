"""`/docs` and `/openapi.json`: the contract, for people and for programs."""

import json
from pathlib import Path
from typing import Final

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from afterview.api.contract import describe
from afterview.api.reference_page import write_reference

router = APIRouter(include_in_schema=False)

_STYLE: Final = Path(__file__).with_name("reference.css").read_bytes()


@router.get("/openapi.json")
async def openapi_document(request: Request) -> Response:
    """The contract, for programs."""
    return Response(json.dumps(describe(request.app)), media_type="application/json")


@router.get("/docs")
async def reference(request: Request) -> Response:
    """The contract, for people."""
    return HTMLResponse(write_reference(describe(request.app)))


@router.get("/docs.css")
async def style() -> Response:
    """How the reference looks."""
    return Response(_STYLE, media_type="text/css")
