/** Screens that come when they are asked for, so that the first page is there sooner. */

import type { ComponentType } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { Refused } from "../api/problem.ts";
import { en } from "../text.ts";
import { QuietLine, Unread } from "../ui/Read.tsx";

type Load<Props> = () => Promise<ComponentType<Props>>;

const all: Load<never>[] = [];

/** A stand-in for the screen that `load` fetches: the screen as soon as it is there, else what is the matter. */
export function later<Props extends object>(load: Load<Props>): ComponentType<Props> {
  let fetched: ComponentType<Props> | null = null;
  const fetch = async () => (fetched ??= await load());
  all.push(fetch as Load<never>);

  return function Later(props: Props) {
    const [failed, setFailed] = useState(false);
    const [, setThere] = useState(fetched !== null);
    useEffect(() => void fetch().then(() => setThere(true), () => setFailed(true)), []);
    if (fetched) {
      const Screen = fetched;
      return <Screen {...props} />;
    }
    return failed ? <Unfetched /> : <QuietLine />;
  };
}

/** Fetch the rest while nothing else is going on, so that it is there without the network as well. */
export function fetchTheRest(): void {
  const fetchAll = () => all.forEach((load) => void load().catch(() => undefined)); // who asks for it will be told
  if ("requestIdleCallback" in window) requestIdleCallback(fetchAll);
  else setTimeout(fetchAll, 1_000);
}

/** Nothing has been typed here yet, so reading the whole page anew costs nothing, and brings a newer release along. */
function Unfetched() {
  const readAnew = () => location.reload();
  useLayoutEffect(() => {
    window.addEventListener("online", readAnew);
    return () => window.removeEventListener("online", readAnew);
  }, []);
  return <Unread why={new Refused(navigator.onLine ? 503 : 0)} title={en.problem.title} onAgain={readAnew} />;
}
