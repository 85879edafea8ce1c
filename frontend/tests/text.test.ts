import assert from "node:assert/strict";
import { test } from "node:test";
import { count, counted, en, names } from "../src/text.ts";

test("one is singular, everything else plural", () => {
  assert.equal(count(1, "interview", "interviews"), "1 interview");
  assert.equal(count(0, "interview", "interviews"), "0 interviews");
  assert.equal(count(21, "interview", "interviews"), "21 interviews");
  assert.equal(counted(2, "thing is", "things are"), "two things are");
  assert.equal(counted(12, "thing is", "things are"), "12 things are");
});

test("the lede of Today counts truly", () => {
  assert.equal(en.today.lede("Tuesday 24 November", 0, 0), "Tuesday 24 November. You are up to date.");
  assert.equal(
    en.today.lede("Tuesday 24 November", 1, 0),
    "Tuesday 24 November. One thing is worth doing. The rest can wait.",
  );
  assert.equal(
    en.today.lede("Tuesday 24 November", 2, 1),
    "Tuesday 24 November. Two things are worth doing, one thing is optional. Everything else is better left alone.",
  );
});

test("names are joined as people say them", () => {
  assert.equal(names([]), "");
  assert.equal(names(["Priya"]), "Priya");
  assert.equal(names(["Priya", "Tomás"]), "Priya and Tomás");
  assert.equal(names(["Priya", "Tomás", "Mae"]), "Priya, Tomás and Mae");
  assert.equal(names(["Priya", "Tomás", "Mae", "Jonas"]), "Priya, Tomás and 2 others");
});

test("the day has four greetings", () => {
  assert.equal(en.today.greeting(3, "Inês"), "Good evening, Inês");
  assert.equal(en.today.greeting(9, "Inês"), "Good morning, Inês");
  assert.equal(en.today.greeting(14, ""), "Good afternoon");
  assert.equal(en.today.greeting(22, "Inês"), "Good evening, Inês");
});

test("what an import did is told in words", () => {
  assert.equal(en.bringIn.filed(2, 0, 1), "Two interviews added. One interview cancelled.");
  assert.equal(en.bringIn.filed(0, 0, 0), "Nothing changed.");
});
