import assert from "node:assert/strict";
import { test } from "node:test";
import { instantAt, isZone, place, sameClock, wallClock } from "../src/time/zones.ts";

test("a wall clock shows the day and time of its own zone", () => {
  const at = new Date("2026-11-24T01:30:00Z");
  assert.deepEqual(wallClock(at, "America/New_York"), { day: "2026-11-23", time: "20:30" });
  assert.deepEqual(wallClock(at, "Asia/Kolkata"), { day: "2026-11-24", time: "07:00" });
});

test("midnight is 00:00 of the day that begins", () => {
  assert.deepEqual(wallClock(new Date("2026-11-24T00:00:00Z"), "UTC"), { day: "2026-11-24", time: "00:00" });
});

test("a day and a time in a zone name one instant", () => {
  assert.equal(instantAt("2026-07-01", "09:00", "Europe/Lisbon").toISOString(), "2026-07-01T08:00:00.000Z");
  assert.equal(instantAt("2026-12-01", "09:00", "Europe/Lisbon").toISOString(), "2026-12-01T09:00:00.000Z");
  assert.equal(instantAt("2026-11-24", "00:15", "Pacific/Kiritimati").toISOString(), "2026-11-23T10:15:00.000Z");
});

test("an hour that the clocks skip is read as if they had not been moved yet", () => {
  const skipped = instantAt("2026-03-08", "02:30", "America/New_York");
  assert.deepEqual(wallClock(skipped, "America/New_York"), { day: "2026-03-08", time: "03:30" });
});

test("of an hour that comes twice the first one counts", () => {
  assert.equal(instantAt("2026-11-01", "01:30", "America/New_York").toISOString(), "2026-11-01T05:30:00.000Z");
});

test("every instant comes back from its own wall clock, all year round", () => {
  for (const zone of ["America/New_York", "Europe/Lisbon", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"]) {
    for (let hour = 0; hour < 365 * 24; hour += 5) {
      const at = new Date(Date.UTC(2026, 0, 1, hour));
      const clock = wallClock(at, zone);
      const back = instantAt(clock.day, clock.time, zone);
      assert.deepEqual(wallClock(back, zone), clock);
      assert.ok(at.getTime() - back.getTime() <= 60 * 60_000 && at >= back, `${zone} ${at.toISOString()}`);
    }
  }
});

test("zones are compared by what their clocks show at that moment", () => {
  const winter = new Date("2026-01-10T12:00:00Z");
  assert.ok(sameClock("Europe/Lisbon", "Europe/London", winter));
  assert.ok(!sameClock("Europe/Lisbon", "Europe/Madrid", winter));
});

test("a zone is called by its city", () => {
  assert.equal(place("America/Argentina/Buenos_Aires"), "Buenos Aires");
});

test("a word that is no zone is known as such", () => {
  assert.ok(isZone("Europe/Lisbon"));
  assert.ok(!isZone("Lisbon time"));
  assert.ok(!isZone(""));
});
