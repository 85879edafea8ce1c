"""The one shape of every error answer (RFC 9457)."""

from pydantic import BaseModel, Field


class ProblemField(BaseModel):
    """One thing wrong with a request."""

    pointer: str = Field(
        description="Where: a JSON pointer (RFC 6901) into the body; query parameters and headers likewise.",
        examples=["/interviewers/0/email"],
    )
    code: str = Field(description="What, for programs.", examples=["email_format"])
    detail: str = Field(
        description="What to write instead, in a sentence.",
        examples=["Write an e-mail address such as dana@example.com."],
    )
    line: int | None = Field(default=None, description="In a text of several lines, which one, counted from 1.")
    column: int | None = Field(default=None, description="Where in that line, counted from 1.")


class Problem(BaseModel):
    """An error, as `application/problem+json`."""

    type: str = Field(description="A stable URI per kind of problem.", examples=["urn:problem-type:afterview:invalid"])
    title: str = Field(description="The kind of problem, in words.", examples=["The request is not valid"])
    status: int = Field(description="The HTTP status, again.", examples=[422])
    detail: str = Field(description="What happened and what to do, in a sentence or two.")
    instance: str = Field(description="The path that was asked for.", examples=["/api/v1/interviews"])
    request_id: str | None = Field(default=None, description="Name this when you report the problem.")
    errors: list[ProblemField] | None = Field(default=None, description="With 422: each thing that is wrong.")
