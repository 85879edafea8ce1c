import assert from "node:assert/strict";
import { test } from "node:test";
import { href, parse } from "../src/routing/routes.ts";
import type { Route } from "../src/routing/routes.ts";

const ROUTES: Route[] = [
  { screen: "today" },
  { screen: "applications" },
  { screen: "application", id: "a1" },
  { screen: "edit-application", id: "a1" },
  { screen: "interview", id: "a1", interviewId: "i1" },
  { screen: "interview", id: "a1", interviewId: null },
  { screen: "contact", id: "a1", contactId: "c1" },
  { screen: "contact", id: "a1", contactId: null },
  { screen: "write", id: "a1", kind: "thank_you_email", contactId: "c1" },
  { screen: "write", id: "a1", kind: "answer", contactId: null },
  { screen: "templates" },
  { screen: "template", id: "t1", kind: null, language: null },
  { screen: "template", id: null, kind: null, language: null },
  { screen: "template", id: null, kind: "answer", language: "de" },
  { screen: "import" },
  { screen: "settings" },
  { screen: "guide", rule: null },
  { screen: "guide", rule: "one-enquiry" },
  { screen: "sign-in" },
  { screen: "sign-up" },
];

test("every address leads back to its screen", () => {
  for (const route of ROUTES) assert.deepEqual(parse(href(route)), route);
});

test("no address is Today", () => {
  assert.deepEqual(parse(""), { screen: "today" });
  assert.deepEqual(parse("#/"), { screen: "today" });
});

test("any other address leads nowhere, and breaks nothing", () => {
  for (const hash of ["#/nope", "#/applications/a1/nope/x", "#/applications/a1/interviews", "#/applications/a1/write/wait", "#/settings/x", "#/%E0%A4%A"])
    assert.deepEqual(parse(hash), { screen: "nowhere" });
});
