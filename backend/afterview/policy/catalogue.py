"""The rule catalogue as data: what `GET /policy` answers."""

from afterview.policy.parameters import BOUNDS, DEFAULTS, Parameters
from afterview.policy.rules import RULES, Rule


def catalogue() -> dict[str, object]:
    """The policy's version and every rule with its statement, basis, sections, parameters and their bounds."""
    return {"version": Parameters.VERSION, "rules": [_entry(rule) for rule in RULES.values()]}


def _entry(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "statement": rule.statement,
        "basis": rule.basis.value,
        "sections": list(rule.sections),
        "about": [kind.value for kind in rule.about],
        "parameters": [_parameter(name) for name in rule.parameters],
    }


def _parameter(name: str) -> dict[str, object]:
    bounds = BOUNDS[name]
    return {
        "name": name,
        "default": DEFAULTS[name],
        "unit": bounds.unit,
        "minimum": bounds.least,
        "maximum": bounds.most,
        "choices": list(bounds.choices),
    }
