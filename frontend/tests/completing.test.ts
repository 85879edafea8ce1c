import assert from "node:assert/strict";
import { test } from "node:test";
import { caretAt, completion, fitting, typingAt } from "../src/templates/completing.ts";
import type { Variable } from "../src/api/types.ts";

const NAMES: Variable[] = ["company", "recipient.name", "recipient.greeting", "candidate.name"].map((name) => ({
  name,
  type: "text",
  meaning: "",
  example: "",
}));

/** The text with the caret at |, after the first name that fits was taken. */
function taking(marked: string): string {
  const caret = marked.indexOf("|");
  const text = marked.replace("|", "");
  const typing = typingAt(text, caret);
  const name = typing && fitting(NAMES, typing.typed)[0]?.name;
  if (!typing || !name) return text;
  const { start, end, put } = completion(text, caret, typing, name);
  return text.slice(0, start) + put + text.slice(end);
}

test("names are offered after two braces, and nowhere else", () => {
  const offered = ["{{", "{{ rec", "{{- recipient.g"].map((text) => typingAt(text, text.length) !== null);
  const quiet = ["", "{ ", "{{ company }} is", "{{ company | up", "{% if com"].map((text) => typingAt(text, text.length));
  assert.deepEqual(offered, [true, true, true]);
  assert.deepEqual(quiet, [null, null, null, null, null]);
});

test("what begins so comes before what has it inside", () => {
  assert.deepEqual(fitting(NAMES, "name").map(({ name }) => name), ["recipient.name", "candidate.name"]);
  assert.deepEqual(fitting(NAMES, "c").map(({ name }) => name), ["company", "candidate.name", "recipient.name", "recipient.greeting"]);
});

test("no more names are offered than can be taken in", () => {
  const many = Array.from({ length: 30 }, (_, row) => ({ name: `name${row}`, type: "text" as const, meaning: "", example: "" }));
  assert.equal(fitting(many, "").length, 6);
});

test("a name that is taken closes its braces", () => {
  assert.equal(taking("Dear {{|,"), "Dear {{ company }},");
  assert.equal(taking("Dear {{ recipient.g|,"), "Dear {{ recipient.greeting }},");
});

test("braces that are closed already stay as they are", () => {
  assert.equal(taking("Dear {{ recipient.g| }},"), "Dear {{ recipient.greeting }},");
});

test("what is left of another name goes", () => {
  assert.equal(taking("{{ recipient.|name }}"), "{{ recipient.name }}");
});

test("a line and a column are counted in characters as people see them", () => {
  assert.equal(caretAt("one\n👋 {{ x", 2, 3), "one\n👋 ".length);
  assert.equal(caretAt("one", 9, 9), 3);
});
