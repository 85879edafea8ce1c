"""`/templates`: what messages are written from, and the drafts that come of it."""

from typing import Annotated

from fastapi import Query
from sqlmodel import Session
from starlette.responses import Response

from afterview.api.conditional import JSON, answer, created, represent
from afterview.api.dependencies import (
    Consulting,
    CurrentUser,
    IfMatch,
    IfNoneMatch,
    Now,
    Once,
    PageOf,
    Reading,
    ReadingUser,
    Wiring,
    Writing,
)
from afterview.api.merge_patch import MergePatch
from afterview.api.paging import Page
from afterview.api.routing import resource_router
from afterview.api.schemas.messages import Message
from afterview.api.schemas.templates import (
    Language,
    Preview,
    Render,
    Template,
    TemplateNew,
    TemplateWrite,
    Variable,
)
from afterview.api.schemas.terms import StepKind
from afterview.messages.tongue import FIRST_LANGUAGE
from afterview.messages.variables import VARIABLES
from afterview.services import drafts, templates

router = resource_router(tag="Templates")

OfKind = Annotated[StepKind | None, Query(description="Only those for this kind of step.")]
InLanguage = Annotated[
    Language | None, Query(description="Only those in this language; left out, the built-in ones are in English.")
]
BuiltInLanguage = Annotated[Language, Query(description="The language of a built-in template.")]


@router.get("/templates", response_model=Page[Template])
def list_templates(
    me: CurrentUser, reading: Reading, page: PageOf, kind: OfKind = None, language: InLanguage = None
) -> Response:
    """The templates that come with Afterview, then the user's own, oldest first."""
    with reading() as session:
        found, last = templates.list_templates(
            session, user_id=me.id, limit=page.limit, after=page.after, kind=kind, language=language
        )
        return page.answer([Template.model_validate(one) for one in found], last)


@router.post("/templates", status_code=201, response_model=Template)
def create_template(body: TemplateNew, me: CurrentUser, once: Once, now: Now, parts: Wiring) -> Response:
    """Keep a template of one's own; a mistake in it is pointed at with its line and column."""
    fields = body.to_fields()
    templates.try_out(parts.template_trial, fields)

    def create(session: Session) -> Response:
        row = templates.create_template(session, user_id=me.id, fields=fields, now=now)
        return created(Template.model_validate(row), at=f"/api/v1/templates/{row.id}")

    return once(create)


@router.get("/templates/variables", response_model=Page[Variable])
def list_variables(_: CurrentUser) -> Response:
    """Every variable that a template can use, with its meaning and an example; always on one page."""
    everything = Page(items=[Variable.of(variable) for variable in VARIABLES], next_cursor=None)
    return Response(represent(everything), media_type=JSON)


@router.post("/templates/preview", response_model=Message)
def preview_template(body: Preview, me: ReadingUser, consulting: Consulting, now: Now, parts: Wiring) -> Response:
    """Fill in a source that is not kept, for an application or with a sample. Nothing is stored."""
    templates.try_out(parts.template_trial, body.to_fields())
    with consulting() as session:
        message = drafts.draft(
            session, user_id=me.id, template=body.to_written(), wanted=body.to_wanted(body.application_id), now=now
        )
    return Response(represent(Message.of(message)), media_type=JSON)


@router.get("/templates/{template_id}", response_model=Template)
def read_template(
    template_id: str, me: CurrentUser, reading: Reading, known: IfNoneMatch, language: BuiltInLanguage = FIRST_LANGUAGE
) -> Response:
    """One template: a built-in one by its kind, or one of the user's own by its id."""
    with reading() as session:
        found = templates.find_template(session, user_id=me.id, template_id=template_id, language=language)
        return known.answer(Template.model_validate(found))


@router.patch("/templates/{template_id}", response_model=Template)
def change_template(
    template_id: str,
    patch: MergePatch[TemplateWrite],
    me: CurrentUser,
    reading: Reading,
    writing: Writing,
    expected: IfMatch,
    now: Now,
    parts: Wiring,
) -> Response:
    """Change a template of one's own; it is tried before anything is locked, as trying takes time."""
    with reading() as session:
        seen = Template.model_validate(templates.get_template(session, user_id=me.id, template_id=template_id))
    expected.require(seen)
    tried = patch.applied_to(seen.writable()).to_fields()
    templates.try_out(parts.template_trial, tried)
    with writing() as session:
        row = templates.get_template(session, user_id=me.id, template_id=template_id, lock=True)
        current = Template.model_validate(row)
        expected.require(current)
        fields = patch.applied_to(current.writable()).to_fields()
        changed = templates.change_template(session, row, fields=fields, tried=tried, now=now)
        return answer(Template.model_validate(changed))


@router.delete("/templates/{template_id}", status_code=204)
def delete_template(template_id: str, me: CurrentUser, writing: Writing, expected: IfMatch) -> None:
    """Delete a template of one's own; messages written from it stay what they are."""
    with writing() as session:
        row = templates.get_template(session, user_id=me.id, template_id=template_id, lock=True)
        expected.require(Template.model_validate(row))
        templates.delete_template(session, row)


@router.post("/templates/{template_id}/render", response_model=Message)
def render_template(
    template_id: str,
    body: Render,
    me: ReadingUser,
    consulting: Consulting,
    now: Now,
    language: BuiltInLanguage = FIRST_LANGUAGE,
) -> Response:
    """The message that a template makes of an application, for somebody to look through. Nothing is stored or sent."""
    with consulting() as session:
        found = templates.find_template(session, user_id=me.id, template_id=template_id, language=language)
        wanted = body.to_wanted(body.application_id)
        message = drafts.draft(session, user_id=me.id, template=drafts.Written.of(found), wanted=wanted, now=now)
    return Response(represent(Message.of(message)), media_type=JSON)
