/** Reading from the API in a component: the last good answer at once, a fresh one as soon as it comes. */

import { useEffect, useRef, useState } from "preact/hooks";
import { Shared, useShared } from "../ui/shared.ts";
import { asRefused } from "./problem.ts";
import type { Refused } from "./problem.ts";

export type Reading<T> =
  | { state: "loading" }
  | { state: "wrong"; why: Refused }
  /** `from` is set when the network is gone: the answer is from then. */
  | { state: "ready"; value: T; from: Date | null };

interface Kept {
  value: unknown;
  at: Date;
}

/** An answer older than this is asked for again when somebody comes back to the page: time alone changes advice. */
const OLD = 60_000;

const answers = new Map<string, Kept>();

/** Goes up with every change that the user makes; everything on the screen is then read again. */
const changes = new Shared(0);

export function somethingChanged(): void {
  changes.value += 1;
}

/** For signing out. */
export function forgetAnswers(): void {
  answers.clear();
}

function lastAnswer<T>(key: string): Reading<T> {
  const kept = answers.get(key);
  return kept ? { state: "ready", value: kept.value as T, from: null } : { state: "loading" };
}

/** What `read` answers; `key` names it, and another key is another question. */
export function useReading<T>(key: string, read: () => Promise<T>): Reading<T> {
  const [reading, setReading] = useState<{ key: string; now: Reading<T> }>({ key, now: lastAnswer(key) });
  const change = useShared(changes);

  useEffect(() => {
    let wanted = true;
    const tell = (now: Reading<T>) => wanted && setReading({ key, now });
    const ask = () =>
      read().then(
        (value) => {
          answers.set(key, { value, at: new Date() });
          tell({ state: "ready", value, from: null });
        },
        (thrown: unknown) => {
          const why = asRefused(thrown);
          const kept = answers.get(key);
          tell(kept && why.offline ? { state: "ready", value: kept.value as T, from: kept.at } : { state: "wrong", why });
        },
      );
    const askAgain = () => {
      const age = Date.now() - (answers.get(key)?.at.getTime() ?? 0);
      if (document.visibilityState === "visible" && age > OLD) void ask();
    };
    void ask();
    window.addEventListener("online", ask);
    document.addEventListener("visibilitychange", askAgain);
    return () => {
      wanted = false;
      window.removeEventListener("online", ask);
      document.removeEventListener("visibilitychange", askAgain);
    };
  }, [key, change]);

  return reading.key === key ? reading.now : lastAnswer(key);
}

/** The same, with the last answer on show until there is one to the question that took its place. */
export function useSteadyReading<T>(key: string, read: () => Promise<T>): Reading<T> {
  const reading = useReading(key, read);
  const shown = useRef(reading);
  if (reading.state !== "loading") shown.current = reading;
  return shown.current;
}
