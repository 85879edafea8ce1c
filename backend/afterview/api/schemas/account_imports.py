"""What became of the document of an account."""

from afterview.api.schemas.fields import ResponseModel


class RecordCount(ResponseModel):
    """What became of the records of one kind."""

    created: int
    updated: int
    unchanged: int


class AccountImport(ResponseModel):
    """What became of a document; the same document again leaves everything unchanged."""

    profile_changed: bool
    applications: RecordCount
    contacts: RecordCount
    interviews: RecordCount
    touches: RecordCount
    deferrals: RecordCount
    templates: RecordCount
