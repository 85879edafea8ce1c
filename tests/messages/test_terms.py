"""Messages and the policy stand side by side, and still speak of the same kinds and stages."""

from afterview.messages.terms import Kind, Stage
from afterview.policy.terms import STEP_KINDS, Status


def test_there_is_a_message_for_every_kind_of_step() -> None:
    assert {kind.value for kind in Kind} == {kind.value for kind in STEP_KINDS}


def test_every_stage_is_a_status() -> None:
    assert {stage.value for stage in Stage} == {status.value for status in Status}
