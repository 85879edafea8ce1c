import assert from "node:assert/strict";
import { test } from "node:test";
import { stepOf } from "../src/writing/step.ts";
import { action, alternative } from "./advice.ts";

const advice = {
  action: action({ carries: ["additional_information_email"] }),
  alternatives: [alternative({ interview_id: "i2" })],
};

test("the recommended step is logged with what it carries", () => {
  assert.deepEqual(stepOf(advice, "thank_you_email", "priya"), {
    kind: "thank_you_email",
    contact_id: "priya",
    interview_id: "i1",
    carries: ["additional_information_email"],
    headline: "Send Priya Raman a thank-you email",
  });
});

test("another step knows its interview, and carries nothing", () => {
  const step = stepOf(advice, "linkedin_request", "priya");
  assert.deepEqual([step.interview_id, step.carries, step.headline], ["i2", [], null]);
});

test("the same kind to somebody else is another step", () => {
  const step = stepOf(advice, "thank_you_email", "tomas");
  assert.deepEqual([step.contact_id, step.interview_id, step.carries], ["tomas", null, []]);
});
