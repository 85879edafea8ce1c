import assert from "node:assert/strict";
import { test } from "node:test";
import { isOpen, wayReason, waysOf, wayTitle } from "../src/advice/ways.ts";
import { alternative, reader, reason } from "./advice.ts";

const NAMES: Record<string, string> = { priya: "Priya Raman", tomas: "Tomás Leal" };
const nameOf = (id: string) => NAMES[id];

test("a way that is not open yet says from when", () => {
  const later = alternative({ kind: "follow_up_call", not_before: "2026-12-01T09:00:00Z" });
  assert.equal(waysOf([later], nameOf, reader)[0]?.chip, "Not yet · from Tue 1 Dec");
});

test("a way that opens today says the hour", () => {
  const later = alternative({ kind: "follow_up_call", not_before: "2026-11-24T14:00:00Z" });
  assert.equal(waysOf([later], nameOf, reader)[0]?.chip, "Not yet · from 14:00");
});

test("a way that hangs on the thank-you says so", () => {
  assert.equal(waysOf([alternative({})], nameOf, reader)[0]?.chip, "After the thank-you");
});

test("people who are told the same share a row, and its reason is about nobody in particular", () => {
  const [row, ...others] = waysOf([alternative({}), alternative({ contact_id: "tomas" })], nameOf, reader);
  assert.equal(others.length, 0);
  assert.ok(row);
  assert.equal(wayTitle(row), "Connect on LinkedIn · Priya Raman and Tomás Leal");
  assert.equal(wayReason(row), "The rule linkedin-after-thanks.");
});

test("a row about one person gives the reason that is about them", () => {
  const [row] = waysOf([alternative({ reasons: [reason("one-enquiry", "You asked Priya on Monday.")] })], nameOf, reader);
  assert.equal(row && wayReason(row), "You asked Priya on Monday.");
});

test("what is open comes first, what is over last, and nothing is left out", () => {
  const ways = waysOf(
    [
      alternative({ verdict: "never", kind: "answer" }),
      alternative({ verdict: "no_longer", kind: "thank_you_email" }),
      alternative({}),
      alternative({ verdict: "allowed", kind: "handwritten_note", not_after: "2026-11-27T17:00:00Z" }),
    ],
    nameOf,
    reader,
  );
  assert.deepEqual(ways.map(({ verdict }) => verdict), ["allowed", "not_yet", "no_longer", "never"]);
  assert.equal(ways[0]?.chip, "Open until Fri 27 Nov, 17:00");
  assert.deepEqual(ways.map(isOpen), [true, true, false, false]);
});
