"""`/policy`: the rules, and advice on facts that a caller brings; nothing here is stored or looked up."""

from functools import cache

from pydantic import JsonValue, ValidationError
from starlette.requests import Request
from starlette.responses import Response

from afterview.api.dependencies import CurrentUser, ReadingUser
from afterview.api.documents import document_response, items_response, write_document
from afterview.api.field_errors import field_errors
from afterview.api.problems import problem_document
from afterview.api.routing import MIB, resource_router
from afterview.api.schemas.advice import Evaluation, Evaluations, Policy
from afterview.api.schemas.facts import Facts, FactsBatch, FactsToEvaluate
from afterview.api.schemas.facts_reading import read_facts
from afterview.errors import Invalid
from afterview.policy import document
from afterview.policy.catalogue import catalogue
from afterview.policy.decide import decide
from afterview.policy.plan import plan
from afterview.services.advice import holidays_of

router = resource_router(tag="Policy")
batch_router = resource_router(tag="Policy", body_limit=4 * MIB)


@router.get("/policy", response_model=Policy)
def read_policy(_: CurrentUser) -> Response:
    """Every rule with its statement, what it rests on, and the parameters that a user may change."""
    return Response(_written_catalogue(), media_type="application/json")


@router.post("/policy/evaluate", response_model=Evaluation)
def evaluate(body: FactsToEvaluate, _: ReadingUser) -> Response:
    """The next right step for these facts; with `plan` also what follows. Nothing is stored."""
    facts = read_facts(body, holidays_of)
    answer = document.recommendation(decide(facts))
    if body.plan:
        answer["plan"] = document.plan(plan(facts))
    return document_response(answer)


@batch_router.post("/policy/evaluate-batch", response_model=Evaluations)
def evaluate_batch(body: FactsBatch, request: Request, _: ReadingUser) -> Response:
    """The next right step for each of up to 1000 documents; a bad one is answered by its own problem."""
    return items_response(_evaluated(item, request) for item in body.items)


def _evaluated(item: JsonValue, request: Request) -> dict[str, object]:
    try:
        return document.recommendation(decide(read_facts(Facts.model_validate(item), holidays_of)))
    except ValidationError as error:
        return problem_document(Invalid(*field_errors(error.errors())), request)
    except Invalid as error:
        return problem_document(error, request)


@cache
def _written_catalogue() -> bytes:
    return write_document(catalogue())
