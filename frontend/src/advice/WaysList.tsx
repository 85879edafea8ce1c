/** The other ways of the same application, each with the day it opens; what is shut stands behind a fold, with why. */

import type { Alternative } from "../api/types.ts";
import { href } from "../routing/routes.ts";
import { en } from "../text.ts";
import type { Reader } from "../time/words.ts";
import { Icon } from "../ui/Icon.tsx";
import { kindIcons } from "../ui/kind-icons.ts";
import { isOpen, waysOf, wayReason, wayTitle } from "./ways.ts";
import type { Way } from "./ways.ts";

interface WaysListProps {
  applicationId: string;
  alternatives: Alternative[];
  nameOf: (id: string) => string | undefined;
  reader: Reader;
}

export function WaysList({ applicationId, alternatives, nameOf, reader }: WaysListProps) {
  const ways = waysOf(alternatives, nameOf, reader);
  const open = ways.filter(isOpen);
  const shut = ways.filter((way) => !isOpen(way));
  return (
    <div class="ways">
      {open.length > 0 && (
        <>
          <p class="lead-in">{en.step.ways}</p>
          <WayRows ways={open} applicationId={applicationId} />
        </>
      )}
      {shut.length > 0 && (
        <details class="fold">
          <summary>{en.step.leftOut}</summary>
          <div class="reveal">
            <WayRows ways={shut} applicationId={applicationId} />
          </div>
        </details>
      )}
    </div>
  );
}

const TONES = { allowed: "now", not_yet: "wait", no_longer: "", never: "" };

interface RowsProps {
  ways: Way[];
  applicationId: string;
}

function WayRows({ ways, applicationId }: RowsProps) {
  return (
    <ul>
      {ways.map((way) => (
        <li key={`${way.kind} ${way.chip}`}>
          <Icon name={kindIcons[way.kind]} />
          <span>
            <WayName way={way} applicationId={applicationId} />
            <small>{wayReason(way)}</small>
          </span>
          <span class={`chip ${TONES[way.verdict]}`}>{way.chip}</span>
        </li>
      ))}
    </ul>
  );
}

/** What it is; where it is open today, a link to its letter, for several people one to each. */
function WayName({ way, applicationId }: { way: Way; applicationId: string }) {
  const { kind, verdict, people, size, contactId } = way;
  const to = (id: string | null) => href({ screen: "write", id: applicationId, kind, contactId: id });
  if (verdict !== "allowed" || size > Math.max(people.length, 1)) return wayTitle(way);
  if (size === 1) return <a href={to(contactId)}>{wayTitle(way)}</a>;
  return (
    <>
      {en.kinds[kind]}
      {people.map(({ id, name }, place) => (
        <span key={id}>
          {place === 0 ? " · " : ", "}
          <a href={to(id)} aria-label={en.ways.named(name, en.kinds[kind])}>
            {name}
          </a>
        </span>
      ))}
    </>
  );
}
