import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowser, length, quoted } from "../src/writing/characters.ts";

test("a character is one, however many the browser makes of it", () => {
  assert.equal(length("Hi 👋"), 4);
});

test("a stretch is the same one in the browser", () => {
  const text = "👋👋 Dear [name]";
  const [start, end] = inBrowser(text, { start: 8, end: 14 });
  assert.equal(text.slice(start, end), "[name]");
});

test("a quote is on one line, and short", () => {
  assert.equal(quoted("Dear\n  Dana", { start: 0, end: 11 }), "“Dear Dana”");
  assert.equal(quoted("a".repeat(100), { start: 0, end: 100 }), `“${"a".repeat(80)}…”`);
  assert.equal(quoted("Dana", { start: 4, end: 4 }), "");
});
