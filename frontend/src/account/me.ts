/** The signed-in person, for every component below the shell. */

import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Me } from "../api/types.ts";
import type { Reader } from "../time/words.ts";

export const MeContext = createContext<Me | null>(null);

export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error("only signed-in screens may ask who it is");
  return me;
}

const MINUTE = 60_000;

/** The reader's clock and zone, moving on by the minute. */
export function useReader(): Reader {
  const { timezone } = useMe();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return { now, zone: timezone };
}
