"""Tables and queries; every query is scoped to one user."""
