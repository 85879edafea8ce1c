import assert from "node:assert/strict";
import { test } from "node:test";
import type { Action, Interview, Plan, PlannedStep, StepKind, Touch } from "../src/api/types.ts";
import { entriesOf } from "../src/plan/entries.ts";
import type { Entry } from "../src/plan/entries.ts";
import { layout } from "../src/plan/plan.ts";
import type { Picture } from "../src/plan/picture.ts";
import { action } from "./advice.ts";

const NOW = new Date("2026-11-24T09:40:00Z");
const ZONE = "Europe/Lisbon";

function step(status: PlannedStep["status"], given: Partial<Action> = {}, more: Partial<PlannedStep> = {}): PlannedStep {
  return { status, action: action(given), occurred_at: null, reasons: [], ...more };
}

function plan(steps: PlannedStep[], ends_at = "2026-12-22T09:00:00Z"): Plan {
  const ends_with = { action: action({ kind: "no_further_action", window: null }), reasons: [], spent: [] };
  return { application_id: "a1", generated_at: NOW.toISOString(), assumes: "", steps, ends_at, ends_with };
}

const held = {
  id: "i1",
  status: "scheduled",
  starts_at: "2026-11-23T14:10:00Z",
  ends_at: "2026-11-23T15:00:00Z",
  timezone: ZONE,
  round: null,
  interviewer_ids: ["priya", "tomas"],
  reply_expected_by: "2026-11-30",
} as unknown as Interview;

const enquiry = { opens_at: "2026-12-01T09:00:00Z", best_at: "2026-12-01T09:00:00Z", closes_at: null };

function entries(steps: PlannedStep[], more: { alsoPossible?: StepKind[]; touches?: Touch[]; ends?: string } = {}): Entry[] {
  const { alsoPossible = [], touches = [], ends } = more;
  return entriesOf({ plan: plan(steps, ends), interviews: [held], touches, alsoPossible, now: NOW });
}

function draw(list: Entry[], width = 926): Picture {
  const words = { bar: () => "Thank-you, by 15:00", mark: () => "Interview" };
  return layout(list, NOW, ZONE, width, words);
}

test("the list runs from what was to what rests, in the order of the days", () => {
  const list = entries([step("now"), step("upcoming", { kind: "check_in_email", window: enquiry })]);
  assert.deepEqual(list.map(({ event }) => event.what), ["interview", "step", "promise", "step", "rest"]);
  assert.deepEqual(list.map(({ state }) => state), ["them", "now", "them", "later", "rest"]);
});

test("the same step for two people at one time is one entry", () => {
  const list = entries([step("now"), step("upcoming", { contact_id: "tomas" })]);
  const steps = list.filter(({ event }) => event.what === "step");
  assert.equal(steps.length, 1);
  assert.deepEqual(steps[0]?.contactIds, ["priya", "tomas"]);
  assert.equal(steps[0]?.state, "now");
});

test("what was never taken stands between the past and what is due", () => {
  const missed = step("missed", { contact_id: "tomas", window: null });
  const states = entries([missed, step("now")]).map(({ state }) => state);
  assert.deepEqual(states.slice(0, 3), ["them", "missed", "now"]);
});

test("a promised day that has passed is no longer ahead", () => {
  const past = { ...held, reply_expected_by: "2026-11-20" } as Interview;
  const list = entriesOf({ plan: plan([step("now")]), interviews: [past], touches: [], alsoPossible: [], now: NOW });
  assert.ok(list.every(({ event }) => event.what !== "promise"));
});

test("the other way to ask is drawn as one or the other", () => {
  const list = entries([step("upcoming", { kind: "check_in_email", window: enquiry })], { alsoPossible: ["follow_up_call"] });
  const picture = draw(list);
  assert.deepEqual(picture.bars.map(({ lane }) => lane), ["email", "call"]);
  assert.equal(picture.brackets.length, 1);
  const [bracket] = picture.brackets;
  assert.ok(bracket && bracket.top < bracket.bottom);
});

test("today stands in the picture, and its line in its column", () => {
  const picture = draw(entries([step("now")]));
  const today = picture.days.find((day) => day.today);
  assert.ok(today);
  assert.equal(today.day, "2026-11-24");
  assert.ok(picture.today > today.x && picture.today < today.x + today.width);
});

test("weekends are one band each, and nothing else is", () => {
  const picture = draw(entries([step("now")], { ends: "2026-12-06T09:00:00Z" }));
  const width = picture.days[0]?.width ?? 0;
  assert.ok(picture.weekends.some((band) => Math.abs(band.width - 2 * width) < 0.01));
  assert.ok(picture.weekends.every((band) => band.width <= 2 * width + 0.01));
});

test("bars keep inside the picture and do not lie on each other", () => {
  for (const width of [880, 926, 1100]) {
    const picture = draw(
      entries(
        [
          step("now"),
          step("upcoming", { contact_id: "tomas", window: { ...enquiry, opens_at: "2026-11-24T20:00:00Z" } }),
          step("upcoming", { kind: "check_in_email", window: enquiry }),
          step("upcoming", { kind: "linkedin_request", channel: "linkedin", window: enquiry }),
        ],
        { alsoPossible: ["follow_up_call"] },
      ),
      width,
    );
    for (const bar of picture.bars) {
      assert.ok(bar.x >= 84 && bar.x + bar.width <= width + 0.01);
      assert.ok(bar.y + bar.height < picture.height);
      const others = picture.bars.filter((other) => other !== bar && other.y === bar.y);
      assert.ok(others.every((other) => other.x + other.width < bar.x || other.x > bar.x + bar.width));
    }
  }
});

test("no label leaves the picture", () => {
  for (const { label } of draw(entries([step("now"), step("upcoming", { kind: "check_in_email", window: enquiry })])).bars) {
    const width = label.text.length * 7.1;
    const [start, end] = label.anchor === "end" ? [label.x - width, label.x] : [label.x, label.x + width];
    assert.ok(start >= 0 && end <= 926, `${start} to ${end}`);
  }
});

test("a long plan is cut, and says so", () => {
  const long = draw(entries([step("now")], { ends: "2027-03-01T09:00:00Z" }));
  assert.ok(long.cut);
  assert.equal(long.days.length, 42);
  assert.ok(!draw(entries([step("now")])).cut);
});

test("where days are narrow only Mondays and today are named", () => {
  const picture = draw(entries([step("now")]), 600);
  const named = picture.days.filter((day) => day.named);
  assert.ok(named.every((day) => day.today || new Date(`${day.day}T12:00:00Z`).getUTCDay() === 1));
});
