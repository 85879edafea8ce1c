import assert from "node:assert/strict";
import { test } from "node:test";
import { chipOf, stripOf, whenOf } from "../src/advice/moments.ts";
import { action, reader } from "./advice.ts";

const week = { opens_at: "2026-11-23T15:00:00Z", best_at: "2026-11-24T09:40:00Z", closes_at: "2026-11-30T15:00:00Z" };
const noEnd = { opens_at: "2026-11-21T00:00:00Z", best_at: "2026-11-24T09:40:00Z", closes_at: null };

test("a chip names the end of the good moment", () => {
  assert.equal(chipOf(action(), reader), "Best before 15:00");
  assert.equal(chipOf(action({ window: week }), reader), "Best before Mon 30 Nov, 15:00");
});

test("late is never a reproach", () => {
  const late = action({ late: true, window: week });
  assert.equal(chipOf(late, reader), "Later is still kind");
  assert.equal(whenOf(late, null, reader).sentence, "Now, or any time until Mon 30 Nov, 15:00.");
});

test("an optional step says so", () => {
  assert.equal(chipOf(action({ strength: "may", window: noEnd }), reader), "Optional");
});

test("a step without an end is open now, or best from its best moment", () => {
  assert.equal(chipOf(action({ window: noEnd }), reader), "Open now");
  const tomorrow = { ...noEnd, best_at: "2026-11-25T09:00:00Z" };
  assert.equal(chipOf(action({ window: tomorrow }), reader), "Best from tomorrow, 09:00");
  assert.equal(
    whenOf(action({ window: tomorrow }), null, reader).sentence,
    "Best from tomorrow, 09:00, when they are at work.",
  );
});

test("a call is for their working hours", () => {
  assert.equal(whenOf(action({ kind: "follow_up_call", window: noEnd }), null, reader).sentence, "Now, while they are at work.");
});

test("the other side's clock stands beside the reader's", () => {
  const when = whenOf(action(), "America/New_York", reader);
  assert.deepEqual(when, { sentence: "Any time before 15:00 today.", soft: "(10:00 in New York)" });
});

test("the strip shows how far along now is", () => {
  const strip = stripOf(action(), reader);
  assert.equal(strip?.now, 77.8);
  assert.deepEqual(strip?.opened, { label: "Interview", moment: "yesterday 15:00" });
  assert.deepEqual(strip?.closes, { label: "Best before", moment: "today 15:00" });
});

test("without both ends there is no strip", () => {
  assert.equal(stripOf(action({ window: noEnd }), reader), null);
  assert.equal(stripOf(action({ window: null }), reader), null);
  assert.equal(stripOf(action(), { ...reader, now: new Date("2026-11-25T09:00:00Z") }), null);
});
