"""`/healthz` and `/readyz`, for whoever watches the process."""

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from afterview.api.dependencies import Wiring
from afterview.services import readiness

router = APIRouter(tags=["Health"])


class Healthy(BaseModel):
    """That all is well."""

    status: Literal["ok"] = "ok"


@router.get("/healthz")
async def healthz() -> Healthy:
    """The process lives."""
    return Healthy()


@router.get("/readyz")
def readyz(parts: Wiring) -> Healthy:
    """The database can be reached, and is at the newest migration."""
    with parts.reading() as session:
        readiness.require_ready(session)
    return Healthy()
