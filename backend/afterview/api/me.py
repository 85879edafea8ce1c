"""`/me`: the caller's own account."""

from starlette.responses import Response

from afterview.api.conditional import answer
from afterview.api.dependencies import CurrentUser, IfMatch, IfNoneMatch, Now, Reading, Writing
from afterview.api.merge_patch import MergePatch
from afterview.api.routing import resource_router
from afterview.api.schemas.accounts import Me, ProfileWrite
from afterview.services import accounts

router = resource_router(tag="Account")


@router.get("/me", response_model=Me)
def read_me(me: CurrentUser, reading: Reading, known: IfNoneMatch) -> Response:
    """The caller's account."""
    with reading() as session:
        return known.answer(Me.model_validate(accounts.get_user(session, user_id=me.id)))


@router.patch("/me", response_model=Me)
def change_me(
    patch: MergePatch[ProfileWrite], me: CurrentUser, writing: Writing, expected: IfMatch, now: Now
) -> Response:
    """Change the profile, the preferences, or the policy's parameters; null restores a default."""
    with writing() as session:
        user = accounts.get_user(session, user_id=me.id, lock=True)
        current = Me.model_validate(user)
        expected.require(current)
        profile = patch.applied_to(current.writable()).to_profile()
        return answer(Me.model_validate(accounts.change_profile(session, user, profile=profile, now=now)))


@router.delete("/me", status_code=204)
def delete_me(me: CurrentUser, writing: Writing, expected: IfMatch) -> None:
    """Erase the account and everything in it, for good."""
    with writing() as session:
        user = accounts.get_user(session, user_id=me.id, lock=True)
        expected.require(Me.model_validate(user))
        accounts.erase(session, user)
