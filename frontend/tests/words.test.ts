import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays, daysBetween, isWeekend } from "../src/time/days.ts";
import { capital } from "../src/text.ts";
import { dayWords, longDay, moment, momentInside, soon, thereToo } from "../src/time/words.ts";

const reader = { now: new Date("2026-11-24T09:40:00Z"), zone: "Europe/Lisbon" };

test("days near today have names", () => {
  assert.equal(dayWords("2026-11-24", reader), "today");
  assert.equal(dayWords("2026-11-25", reader), "tomorrow");
  assert.equal(dayWords("2026-11-23", reader), "yesterday");
  assert.equal(dayWords("2026-11-26", reader), "Thu 26 Nov");
});

test("a day far away says its year", () => {
  assert.equal(dayWords("2028-02-29", reader), "Tue 29 Feb 2028");
});

test("today is the reader's today, not that of the server", () => {
  const late = { now: new Date("2026-11-24T23:30:00Z"), zone: "Asia/Tokyo" };
  assert.equal(dayWords("2026-11-25", late), "today");
});

test("a moment is told in front of a sentence and inside of one", () => {
  assert.equal(moment("2026-11-24T15:00:00Z", reader), "today, 15:00");
  assert.equal(momentInside("2026-11-24T15:00:00Z", reader), "15:00 today");
  assert.equal(momentInside("2026-11-26T15:00:00Z", reader), "Thu 26 Nov, 15:00");
  assert.equal(soon("2026-11-24T15:00:00Z", reader), "15:00");
  assert.equal(soon("2026-11-25T15:00:00Z", reader), "tomorrow, 15:00");
});

test("the clock of the other side is told only where it shows something else", () => {
  assert.equal(thereToo("2026-11-24T15:00:00Z", "Europe/London", reader), null);
  assert.equal(thereToo("2026-11-24T15:00:00Z", "America/New_York", reader), "10:00 in New York");
  assert.equal(thereToo("2026-11-24T03:00:00Z", "America/New_York", reader), "Mon 23 Nov, 22:00 in New York");
  assert.equal(thereToo("2026-11-24T15:00:00Z", null, reader), null);
});

test("long days and capitals", () => {
  assert.equal(longDay("2026-11-24"), "Tuesday 24 November");
  assert.equal(capital("today, 15:00"), "Today, 15:00");
});

test("days are counted across months, years and clock changes", () => {
  assert.equal(addDays("2026-12-31", 1), "2027-01-01");
  assert.equal(addDays("2026-03-29", -1), "2026-03-28");
  assert.equal(daysBetween("2026-02-27", "2026-03-01"), 2);
  assert.equal(daysBetween("2026-11-24", "2026-11-20"), -4);
  assert.ok(isWeekend("2026-11-28") && isWeekend("2026-11-29") && !isWeekend("2026-11-30"));
});
