import assert from "node:assert/strict";
import { test } from "node:test";
import { linksOf, LONGEST_LINK } from "../src/writing/links.ts";

/** What a mail program reads in a mailto: link, where a plus sign is a plus sign. */
function decoded(link: string | null): Record<string, string> {
  const [to = "", query = ""] = (link ?? "").replace("mailto:", "").split("?");
  const fields = query.split("&").map((field) => field.split("=").map(decodeURIComponent));
  return { to: decodeURIComponent(to), ...(Object.fromEntries(fields) as Record<string, string>) };
}

const ODD = "50 % & more, “quoted”, it's 1+1=2? #tag\n\nDear 大橋 👋🏽 ü\u2028\ttab";

test("a mail program gets what went in, with CRLF for each line break", () => {
  const { mailto } = linksOf("dana+jobs@acme.example", ODD.replaceAll("\n", " "), ODD);
  assert.deepEqual(decoded(mailto), {
    to: "dana+jobs@acme.example",
    subject: ODD.replaceAll("\n", " "),
    body: ODD.replaceAll("\n", "\r\n"),
  });
});

test("Gmail and Outlook get the same", () => {
  const { gmail, outlook } = linksOf("dana+jobs@acme.example", "Hello + you", ODD);
  const body = ODD.replaceAll("\n", "\r\n");
  assert.deepEqual(Object.fromEntries(new URL(gmail ?? "").searchParams), {
    view: "cm",
    fs: "1",
    to: "dana+jobs@acme.example",
    su: "Hello + you",
    body,
  });
  assert.deepEqual(Object.fromEntries(new URL(outlook ?? "").searchParams), {
    to: "dana+jobs@acme.example",
    subject: "Hello + you",
    body,
  });
});

test("the link is the one that the API makes", () => {
  assert.equal(
    linksOf("dana+jobs@acme.example", "50 % & more", "Dear Dana,\n\nit's 1+1=2?").mailto,
    "mailto:dana%2Bjobs@acme.example?subject=50%20%25%20%26%20more" +
      "&body=Dear%20Dana%2C%0D%0A%0D%0Ait%27s%201%2B1%3D2%3F",
  );
});

test("no line break gets into a subject", () => {
  assert.equal(decoded(linksOf(null, "Hello\r\nBcc: eve@evil.example", "").mailto)["subject"], "Hello Bcc: eve@evil.example");
});

test("half a character breaks nothing", () => {
  assert.equal(decoded(linksOf(null, "", "a\ud83d").mailto)["body"], "a\ufffd");
});

test("a link goes up to its limit and no further", () => {
  for (const name of ["mailto", "gmail", "outlook"] as const) {
    const room = LONGEST_LINK - (linksOf("dana@acme.example", "", "")[name]?.length ?? 0);
    assert.equal(linksOf("dana@acme.example", "", "a".repeat(room))[name]?.length, LONGEST_LINK);
    assert.equal(linksOf("dana@acme.example", "", "a".repeat(room + 1))[name], null);
  }
});
