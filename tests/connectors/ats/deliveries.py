"""What vendors would send, invented by us: each delivery with the headers that prove it."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime

from afterview.connectors.ats.vendor import Delivery
from tests.receiver import hmac_sha256

SECRET = "demo-secret-1"

NOW = datetime.fromtimestamp(1_777_900_000, UTC)
"""When the deliveries below that name a time were sent."""

GREENHOUSE = Delivery(
    {
        "signature": "sha256 db7f8c94c6389cdf3f28f17dd14f7c764305523f7e0846ce457d2a68ed8539f2",
        "greenhouse-event-id": "77",
    },
    b'{"action":"reject_candidate","payload":{"application":{"id":501,"status":"rejected","candidate":{"id":61,'
    b'"first_name":"Lena","last_name":"Brandt","email_addresses":[{"value":"lena.brandt@example.com","type":"personal"'
    b'}]},"jobs":[{"id":71,"name":"Support Lead"}]}}}',
)
ASHBY = Delivery(
    {"ashby-signature": "sha256=dba03e17fee01ddeac9ec00a0bcb699eb8f7c89f72dbe9ce01f024798171c483"},
    b'{"webhookActionId":"act-1","action":"interviewScheduleCreate","data":{"interviewSchedule":{"id":"sch-1",'
    b'"status":"Scheduled","applicationId":"app-1","interviewEvents":[{"id":"ev-1","startTime":"2026-05-04T13:00:00.000Z"'
    b',"endTime":"2026-05-04T13:45:00.000Z","interviewers":[{"firstName":"Ivo","lastName":"Marsh",'
    b'"email":"ivo.marsh@acme.example.com"}],"interview":{"title":"Portfolio review","isDebrief":false}}]}}}',
)
LEVER = Delivery(
    {},
    b'{"event":"candidateHired","triggeredAt":1777900000000,"token":"tok-1","data":{"opportunityId":"opp-1"},'
    b'"signature":"06fb6e384242aaec6c85db3618a6cc2dc4d629847404d9ed9c649094312aa1e8"}',
)
SMARTRECRUITERS = Delivery(
    {
        "event-id": "e-1",
        "event-name": "interview.created",
        "event-version": "v201910",
        "link": "<https://api.smartrecruiters.com/interviews/i-1>; rel=self",
        "smartrecruiters-timestamp": "1777900000",
        "smartrecruiters-signature": "v1=4b041c46c7660d5eee17281f7e52128f8980adc7d00e40ca250ee46052f0ef5e",
    },
    b'{"job_id":"j-1","candidate_id":"c-1"}',
)
WORKABLE = Delivery(
    {"x-workable-signature": "651a23a29fb6a925855ed222544a1a62c5be2db0de233f2a0a80ead1213cd2b4"},
    b'{"data":{"id":"c1","name":"Lena Brandt","email":"lena.brandt@example.com","stage":"Phone screen",'
    b'"disqualified":false,"account":{"name":"Acme","subdomain":"acme"},'
    b'"job":{"shortcode":"AC1","title":"Support Lead"}}}',
)
RECRUITEE = Delivery(
    {"x-recruitee-signature": "7d81051474a575b76a78590f4eefb5b50021f21a2062eda9f7eaf1f63ee05b8b"},
    b'{"event_type":"candidate_moved","event_subtype":"requalified","payload":{"candidate":{"id":3,'
    b'"name":"Lena Brandt","emails":["lena.brandt@example.com"]},"offer":{"id":4,"title":"Support Lead"},'
    b'"details":{}}}',
)
CALENDLY = Delivery(
    {
        "calendly-webhook-signature": (
            "t=1777900000,v1=5e257d739ee5c30c783cc1903f1ddeb8a5bee03e2f11a60e5ab05be2a22feb34"
        )
    },
    b'{"event":"invitee.created","payload":{"uri":"https://api.calendly.com/scheduled_events/E9/invitees/I9",'
    b'"name":"Lena Brandt","email":"lena.brandt@example.com","timezone":"Europe/Berlin","status":"active",'
    b'"rescheduled":false,"old_invitee":null,"scheduled_event":{"uri":"https://api.calendly.com/scheduled_events/E9",'
    b'"name":"Intro call","start_time":"2026-05-04T13:00:00.000000Z","end_time":"2026-05-04T13:20:00.000000Z",'
    b'"event_memberships":[{"user_email":"ivo.marsh@acme.example.com"}]}}}',
)

RECORDED: Mapping[str, Delivery] = {
    "greenhouse": GREENHOUSE,
    "ashby": ASHBY,
    "lever": LEVER,
    "smartrecruiters": SMARTRECRUITERS,
    "workable": WORKABLE,
    "recruitee": RECRUITEE,
    "calendly": CALENDLY,
}


def saying(content: object, **headers: str) -> Delivery:
    """A delivery with this body and these headers, without a proof: for what is read after it was proved."""
    return Delivery({name.replace("_", "-"): value for name, value in headers.items()}, json.dumps(content).encode())


def lever(event: str, data: Mapping[str, object], *, token: str = "tok-2", at: int = 1_777_900_000_000) -> Delivery:
    """A delivery of Lever's that is proved."""
    proof = hmac_sha256(SECRET.encode(), f"{token}{at}".encode()).hex()
    return saying({"event": event, "triggeredAt": at, "token": token, "data": data, "signature": proof})
