"""The answer of `/installation`."""

from pydantic import Field

from afterview.api.schemas.fields import ResponseModel


class ReadMailbox(ResponseModel):
    """The mailbox that is read, so that messages can be forwarded to it."""

    address: str | None = Field(description="Where to forward messages to; null when it is not known.")
    folder: str = Field(description="The folder in it that is read.", examples=["INBOX"])


class Installation(ResponseModel):
    """What this installation can do."""

    sends_letters: bool = Field(description="Whether daily letters go out to whoever wants them.")
    mailbox: ReadMailbox | None = Field(description="Null when no mailbox is read.")
