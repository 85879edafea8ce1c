"""Templates: those that come with the program, and a user's own; tried before they are kept."""

from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

from sqlmodel import Session

from afterview.connectors.template_trial import TemplateTrial as TemplateTrial
from afterview.errors import Conflict, FieldError, Forbidden, Invalid, NotFound
from afterview.messages.built_in import BuiltIn, built_in
from afterview.messages.terms import Kind
from afterview.messages.tongue import FIRST_LANGUAGE
from afterview.policy import terms as policy
from afterview.store import templates
from afterview.store.paging import Position, Slice
from afterview.store.tables import Template

_KINDS: Final = {kind.value for kind in Kind}
_OURS: Final = "built-in"
_OWN: Final = "own"


class TemplateFields(NamedTuple):
    """What a caller says of a template; without a subject it takes that of the built-in one."""

    name: str
    kind: policy.Kind
    body: str
    subject: str | None = None
    language: str = FIRST_LANGUAGE


def list_templates(
    session: Session,
    *,
    user_id: UUID,
    limit: int,
    after: Position | None = None,
    kind: policy.Kind | None = None,
    language: str | None = None,
) -> tuple[list[BuiltIn | Template], Position | None]:
    """A page and where it ends: the built-in ones in that language (English), then the user's own, oldest first."""
    ours = [built_in(one, language or FIRST_LANGUAGE) for one in Kind if kind is None or one.value == kind.value]
    begin, own_after = _begin(after, len(ours))
    shown = ours[begin : begin + limit]
    left = limit - len(shown)
    rows, own_end = templates.list_page(session, user_id, Slice(max(left, 1), own_after), kind=kind, language=language)
    if left > 0:
        return [*shown, *rows], None if own_end is None else [_OWN, *own_end]
    follows = bool(rows) or begin + limit < len(ours)
    return [*shown], [_OURS, begin + len(shown) - 1] if follows else None


def find_template(session: Session, *, user_id: UUID, template_id: str, language: str) -> BuiltIn | Template:
    """The template of that id: the built-in one of a kind of step in that language, or one of the user's own."""
    if template_id in _KINDS:
        return built_in(Kind(template_id), language)
    return get_template(session, user_id=user_id, template_id=template_id)


def get_template(session: Session, *, user_id: UUID, template_id: str, lock: bool = False) -> Template:
    """One of the user's own; nobody changes a built-in one (`Forbidden`)."""
    if template_id in _KINDS:
        raise Forbidden("This template comes with Afterview and stays as it is; make one of your own from it.")
    try:
        found = templates.get(session, user_id, UUID(template_id), lock=lock)
    except ValueError:
        found = None
    if found is None:
        raise NotFound("There is no template with this id.")
    return found


def try_out(trial: TemplateTrial, fields: TemplateFields) -> None:
    """Refuse a template that cannot be read or grows without bound (`Invalid`), and say where."""
    found = trial.faults(
        {"subject": fields.subject or "", "body": fields.body}, kind=Kind(fields.kind.value), language=fields.language
    )
    if found:
        raise Invalid(*(FieldError(f"/{it.part}", it.code, it.detail, it.line, it.column) for it in found))


def create_template(session: Session, *, user_id: UUID, fields: TemplateFields, now: datetime) -> Template:
    """A new template; it has been tried."""
    template = Template(user_id=user_id, created_at=now, updated_at=now, **fields._asdict())
    session.add(template)
    session.commit()
    return template


def change_template(
    session: Session, template: Template, *, fields: TemplateFields, tried: TemplateFields, now: datetime
) -> Template:
    """Replace what a caller may change; `Conflict` when it is no longer what has been tried."""
    if fields != tried:
        raise Conflict("Another request changed this at the same time; look again, and try again.")
    template.sqlmodel_update(fields._asdict() | {"updated_at": now})
    session.commit()
    return template


def delete_template(session: Session, template: Template) -> None:
    """Delete a template; messages written from it stay what they are."""
    session.delete(template)
    session.commit()


def _begin(after: Position | None, ours: int) -> tuple[int, Position | None]:
    """From which built-in template a page begins, and behind which of the user's own."""
    if after is None:
        return 0, None
    where, *rest = after
    if where == _OURS and isinstance(rest[0], int):
        return rest[0] + 1, None
    return ours, rest
