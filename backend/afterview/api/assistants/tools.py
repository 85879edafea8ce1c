"""What assistants can do. The docstrings are what they read, and all that they know."""

from typing import Literal

from mcp.server import MCPServer
from mcp_types import ToolAnnotations
from pydantic import JsonValue

from afterview.api.assistants.calling import Api, Ctx, Document, checked_id, without_nulls

TouchKind = Literal[
    "thank_you_email", "additional_information_email", "linkedin_request", "handwritten_note", "check_in_email",
    "follow_up_call", "rejection_thanks_email", "answer", "other_outbound", "reply_received", "auto_reply_received",
]  # fmt: skip

StepKind = Literal[
    "thank_you_email", "additional_information_email", "linkedin_request", "handwritten_note", "check_in_email",
    "follow_up_call", "rejection_thanks_email", "answer",
]  # fmt: skip

_READS = ToolAnnotations(read_only_hint=True, open_world_hint=False)
_WRITES = ToolAnnotations(read_only_hint=False, destructive_hint=False, open_world_hint=False)


class Tools:
    """The tools, each of them one call of the API."""

    def __init__(self, api: Api) -> None:
        self._api = api

    def enter(self, server: MCPServer) -> None:
        """Make the tools known to a server."""
        for read in (
            self.agenda,
            self.find_applications,
            self.application_facts,
            self.next_action,
            self.plan,
            self.draft_message,
            self.check_message,
        ):
            server.add_tool(read, annotations=_READS)
        for write in (self.log_touch, self.import_invitation):
            server.add_tool(write, annotations=_WRITES)

    async def agenda(self, ctx: Ctx, until: str | None = None, cursor: str | None = None) -> Document:
        """List what is worth doing, most urgent first, across all applications of the user.

        Each item has an application (id, company, role, status) and a recommendation with its action, window and
        reasons. Without `until` it covers the rest of the user's today; give an RFC 3339 time with an offset, such as
        2026-11-30T18:00:00-05:00, to look further ahead. An empty list means that nothing needs doing, which is good
        news: say so, and do not invent a task. When next_cursor is not null, call again with it as `cursor`.
        """
        return await self._api.call(ctx, "GET", "/agenda", query={"until": until, "cursor": cursor})

    async def find_applications(self, ctx: Ctx, words: str | None = None, cursor: str | None = None) -> Document:
        """Find the user's applications by words in company or role, newest first; without words, list all.

        Use it to turn "the job at Acme" into the application's id, which the other tools ask for. If more than one
        fits, ask the user which one they mean.
        """
        return await self._api.call(ctx, "GET", "/applications", query={"q": words, "cursor": cursor})

    async def application_facts(self, ctx: Ctx, application_id: str) -> Document:
        """Read all that is known of one application: people, interviews, promised dates, what was sent and received.

        Use it before you write anything, and to find the ids of contacts and interviews. What is not in it is not
        known: ask the user, and never make up a name, a date or a topic.
        """
        return await self._api.call(ctx, "GET", f"/applications/{checked_id(application_id)}/facts")

    async def next_action(self, ctx: Ctx, application_id: str) -> Document:
        """Say what to do next for one application, by when, and why; and why not something else.

        `action.kind` may be a step to take, `wait` (tell the user until when and for what) or `no_further_action`.
        `action.window` has when it opens, the best moment and when it closes. `reasons` come with the binding one
        first; `alternatives` have a verdict for every other step (allowed, not_yet, no_longer, never). Give the user
        the reasons in your own words, with their names and dates, and keep to the verdicts.
        """
        return await self._api.call(ctx, "GET", f"/applications/{checked_id(application_id)}/next-action")

    async def plan(self, ctx: Ctx, application_id: str) -> Document:
        """Show the whole path for one application: what was done, what is due, and what follows if nobody answers.

        Use it for questions such as "and what if they do not reply?". Steps that are upcoming are not to be taken
        early.
        """
        return await self._api.call(ctx, "GET", f"/applications/{checked_id(application_id)}/plan")

    async def draft_message(
        self,
        ctx: Ctx,
        application_id: str,
        kind: StepKind,
        contact_id: str | None = None,
        interview_id: str | None = None,
        language: Literal["en", "de"] = "en",
    ) -> Document:
        """Write the draft for a step, from this interview's own facts, for the user to send themselves.

        Take `kind`, `contact_id` and `interview_id` from the action of next_action. `missing` names what would make
        it better and is not known: ask the user for it, and never fill it in yourself. `findings` say what to look at
        again. Nothing is sent; when the user says that they have sent it, use log_touch.
        """
        body = without_nulls(application_id=application_id, contact_id=contact_id, interview_id=interview_id)
        return await self._api.call(ctx, "POST", f"/templates/{kind}/render", query={"language": language}, body=body)

    async def check_message(
        self,
        ctx: Ctx,
        application_id: str,
        kind: StepKind,
        body: str,
        subject: str | None = None,
        contact_id: str | None = None,
        voicemail: bool = False,
        others: list[str] | None = None,
    ) -> Document:
        """Look through a text before the user sends it: is it specific, true to the facts, kind, and of this kind?

        Use it after every change to a draft, yours or the user's. A verdict of do_not_send means that something must
        be mended first; improve, that it had better be. Each finding says why and what to write instead, and `span`
        says where in the body. Mend with what the user and application_facts say, and invent nothing. `others` are the
        texts to fellow interviewers, so that no two get the same; `voicemail` is for a call that a machine answers.
        """
        text = without_nulls(
            application_id=application_id,
            kind=kind,
            body=body,
            subject=subject,
            contact_id=contact_id,
            mode="voicemail" if voicemail else None,
            others=list[JsonValue](others) if others else None,
        )
        return await self._api.call(ctx, "POST", "/messages/check", body=text)

    async def log_touch(
        self,
        ctx: Ctx,
        application_id: str,
        kind: TouchKind,
        contact_id: str | None = None,
        interview_id: str | None = None,
        occurred_at: str | None = None,
        note: str | None = None,
        needs_answer: bool | None = None,
        reply_expected_by: str | None = None,
        reached: Literal["spoke", "voicemail", "no_trace"] | None = None,
        carries: list[StepKind] | None = None,
    ) -> Document:
        """Record one thing that really happened: a message the user sent, a call they made, a reply they received.

        Only after the user has said that it happened; a draft is not a touch. `occurred_at` is an RFC 3339 time with
        an offset, and now if left out. `contact_id` and `interview_id` come from application_facts. With
        reply_received, say in `needs_answer` whether it asks the user something, and in `reply_expected_by`
        (YYYY-MM-DD) by which day they promised to write again, if they named one. With follow_up_call, `reached` says
        how it ended. `carries` are the steps that rode along, as the action of next_action names them. The advice
        changes at once: call next_action again afterwards.
        """
        body = without_nulls(
            kind=kind,
            contact_id=contact_id,
            interview_id=interview_id,
            occurred_at=occurred_at,
            note=note,
            needs_answer=needs_answer,
            reply_expected_by=reply_expected_by,
            reached=reached,
            carries=list[JsonValue](carries) if carries else None,
        )
        return await self._api.call(ctx, "POST", f"/applications/{checked_id(application_id)}/touches", body=body)

    async def import_invitation(
        self, ctx: Ctx, calendar_file: str, application_id: str | None = None, file_it: bool = False
    ) -> Document:
        """Read the text of a calendar file (.ics) and say which interviews it would add, move or cancel.

        Nothing is stored unless `file_it` is true: first show the user what would change, and file it when they agree.
        Without `application_id` the application is found by the organizer, or made.
        """
        return await self._api.call(
            ctx,
            "POST",
            "/imports/calendar",
            query={"application_id": application_id, "dry_run": "false" if file_it else "true"},
            text=("text/calendar", calendar_file),
        )
