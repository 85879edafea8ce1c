/** The other ways of the same application, each with the day it opens; what is shut stands behind a fold, with why. */

import type { Alternative } from "../api/types.ts";
import { en } from "../text.ts";
import type { Reader } from "../time/words.ts";
import { Icon } from "../ui/Icon.tsx";
import { kindIcons } from "../ui/kind-icons.ts";
import { isOpen, waysOf, wayReason, wayTitle } from "./ways.ts";
import type { Way } from "./ways.ts";

interface WaysListProps {
  alternatives: Alternative[];
  nameOf: (id: string) => string | undefined;
  reader: Reader;
}

export function WaysList({ alternatives, nameOf, reader }: WaysListProps) {
  const ways = waysOf(alternatives, nameOf, reader);
  const open = ways.filter(isOpen);
  const shut = ways.filter((way) => !isOpen(way));
  return (
    <div class="ways">
      {open.length > 0 && (
        <>
          <p class="lead-in">{en.step.ways}</p>
          <WayRows ways={open} />
        </>
      )}
      {shut.length > 0 && (
        <details class="fold">
          <summary>{en.step.leftOut}</summary>
          <div class="reveal">
            <WayRows ways={shut} />
          </div>
        </details>
      )}
    </div>
  );
}

const TONES = { allowed: "now", not_yet: "wait", no_longer: "", never: "" };

function WayRows({ ways }: { ways: Way[] }) {
  return (
    <ul>
      {ways.map((way) => (
        <li key={`${way.kind} ${way.chip}`}>
          <Icon name={kindIcons[way.kind]} />
          <span>
            {wayTitle(way)}
            <small>{wayReason(way)}</small>
          </span>
          <span class={`chip ${TONES[way.verdict]}`}>{way.chip}</span>
        </li>
      ))}
    </ul>
  );
}
