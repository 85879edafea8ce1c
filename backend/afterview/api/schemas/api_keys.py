"""Bodies of `/api-keys`."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from afterview.api.schemas.fields import Name, RequestModel, ResponseModel
from afterview.api.schemas.times import Instant
from afterview.services.api_keys import NewKey

Scope = Literal["read", "write"]


def _read_always(scopes: list[Scope]) -> list[Scope]:
    if "read" not in scopes:
        raise PydanticCustomError("read_missing", 'Write ["read"] or ["read", "write"].')
    return sorted(set(scopes))


Scopes = Annotated[list[Scope], Field(max_length=10), AfterValidator(_read_always)]


class ApiKeyNew(RequestModel):
    """A key for an integration."""

    name: Name
    scopes: Scopes = Field(examples=[["read"]])
    expires_at: Instant | None = None

    def to_new(self) -> NewKey:
        """The same for the service."""
        return NewKey(name=self.name, scopes=self.scopes, expires_at=self.expires_at)


class ApiKeyOut(ResponseModel):
    """A key without its secret."""

    id: UUID
    name: str
    prefix: str = Field(description="How the secret begins, to tell keys apart.", examples=["avk_3fK9xQ"])
    scopes: list[Scope]
    expires_at: Instant | None
    created_at: Instant


class ApiKeyCreated(ApiKeyOut):
    """A key with its secret, which is shown this once."""

    secret: str = Field(description="Send it as `Authorization: Bearer avk_...`; nobody can read it again.")
