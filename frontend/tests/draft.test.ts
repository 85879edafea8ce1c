import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyDraft, interviewOf, lines, lookOver } from "../src/bringing-in/draft.ts";
import type { Draft } from "../src/bringing-in/draft.ts";

const NOW = new Date("2026-11-24T09:40:00Z");

function draft(given: Partial<Draft> = {}): Draft {
  const three = { company: "Northwind Maps", role: "Senior data engineer", when: "2026-11-23T15:00" };
  return { ...emptyDraft("Europe/Lisbon"), ...three, ...given };
}

test("three fields are enough", () => {
  assert.deepEqual(lookOver(draft(), NOW), {});
  assert.deepEqual(interviewOf(draft()), {
    company: "Northwind Maps",
    role: "Senior data engineer",
    starts_at: "2026-11-23T14:00:00.000Z",
    ends_at: "2026-11-23T15:00:00.000Z",
    timezone: "Europe/Lisbon",
  });
});

test("an interview that is ahead is told by its start", () => {
  const ahead = interviewOf(draft({ tense: "ahead", when: "2026-11-26T11:00", minutes: "45" }));
  assert.equal(ahead?.starts_at, "2026-11-26T11:00:00.000Z");
  assert.equal(ahead?.ends_at, "2026-11-26T11:45:00.000Z");
});

test("every empty field says what to write", () => {
  const wrong = lookOver(draft({ company: " ", role: "", when: "" }), NOW);
  assert.deepEqual(Object.keys(wrong).sort(), ["company", "role", "when"]);
});

test("over and ahead are taken at their word", () => {
  assert.match(lookOver(draft({ when: "2026-11-25T10:00" }), NOW)["when"] ?? "", /still ahead/);
  assert.match(lookOver(draft({ tense: "ahead" }), NOW)["when"] ?? "", /passed/);
});

test("a length, a zone or an address without a name that cannot be are refused here", () => {
  assert.ok(lookOver(draft({ minutes: "soon" }), NOW)["minutes"]);
  assert.ok(lookOver(draft({ zone: "Nowhere" }), NOW)["zone"]);
  assert.ok(lookOver(draft({ email: "dana@acme.example" }), NOW)["person"]);
});

test("the person and the topics go along", () => {
  const whole = interviewOf(draft({ person: "Priya", email: "p@n.example", topics: "backfills\n\n on-call ", promised: "2026-11-30" }));
  assert.deepEqual(whole?.interviewers, [{ name: "Priya", email: "p@n.example" }]);
  assert.deepEqual(whole?.discussion_points, ["backfills", "on-call"]);
  assert.equal(whole?.reply_expected_by, "2026-11-30");
});

test("only lines that say something count", () => {
  assert.deepEqual(lines(" a \n\n\tb\n "), ["a", "b"]);
});
