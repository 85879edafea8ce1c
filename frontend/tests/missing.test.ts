import assert from "node:assert/strict";
import { test } from "node:test";
import { whereToAdd } from "../src/advice/missing.ts";

const at = (field: string) => whereToAdd({ field, why: "" }, "a1");

test("what is missing of a person or an interview is added on its page", () => {
  assert.equal(at("contacts/c1/email"), "#/applications/a1/contacts/c1");
  assert.equal(at("interviews/i1/discussion_points"), "#/applications/a1/interviews/i1");
  assert.equal(at("contacts"), "#/applications/a1/contacts/new");
});

test("anything else is found on the application's page", () => {
  assert.equal(at("something/else"), "#/applications/a1");
});
