"""`/openapi.json`."""

import json

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from afterview.api.contract import describe

router = APIRouter(include_in_schema=False)


@router.get("/openapi.json")
async def openapi_document(request: Request) -> Response:
    """The contract, for programs."""
    return Response(json.dumps(describe(request.app)), media_type="application/json")
