/** What a reading looks like while it loads, when it fails, and when it is from before. */

import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Refused } from "../api/problem.ts";
import { somethingChanged } from "../api/reading.ts";
import type { Reading } from "../api/reading.ts";
import { href } from "../routing/routes.ts";
import { en } from "../text.ts";
import { Head } from "./Head.tsx";

const QUIET = 300;

interface ReadProps<T> {
  reading: Reading<T>;
  /** The heading of a screen that is nothing but this reading, for when it cannot be read. */
  title?: string;
  children: (value: T) => ComponentChildren;
}

export function Read<T>({ reading, title, children }: ReadProps<T>) {
  if (reading.state === "loading") return <QuietLine />;
  if (reading.state === "wrong") return <Unread why={reading.why} title={title} />;
  return (
    <>
      {reading.from && <FromBefore at={reading.from} />}
      {children(reading.value)}
    </>
  );
}

/** Nothing at all for a moment, because most answers are quicker; then one line. */
export function QuietLine() {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), QUIET);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p class="quiet-line" role="status">
      {slow && en.loading}
    </p>
  );
}

function FromBefore({ at }: { at: Date }) {
  const since = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" }).format(at);
  return (
    <p class="quiet-line" role="status">
      {en.offline(since)}
    </p>
  );
}

interface UnreadProps {
  why: Refused;
  title: string | undefined;
  onAgain?: () => void;
}

/** What happened, what is safe, and what to press. */
export function Unread({ why, title, onAgain = somethingChanged }: UnreadProps) {
  const missing = why.status === 404;
  return (
    <div class="unread" role="alert">
      {title && <Head title={missing ? en.nowhere.title : title} />}
      <p>{missing ? en.problem.notFound : why.offline ? en.problem.offlineRead : en.problem.unread}</p>
      <div class="actions">
        {missing ? (
          <a class="btn quiet" href={href({ screen: "today" })}>
            {en.problem.home}
          </a>
        ) : (
          <button class="btn quiet" type="button" onClick={onAgain}>
            {en.problem.again}
          </button>
        )}
      </div>
    </div>
  );
}
