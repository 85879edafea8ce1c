/** The list of applications: found by words and by where they stand, a page at a time. */

import { useEffect, useState } from "preact/hooks";
import { useReader } from "../account/me.ts";
import { readAgenda } from "../api/advice.ts";
import { readApplications } from "../api/applications.ts";
import { useReading } from "../api/reading.ts";
import type { Action, Application, Status } from "../api/types.ts";
import { href } from "../routing/routes.ts";
import { en } from "../text.ts";
import { onDay } from "../time/words.ts";
import type { Reader } from "../time/words.ts";
import { SelectField, TextField } from "../ui/Field.tsx";
import { Head } from "../ui/Head.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Read } from "../ui/Read.tsx";
import { useTitle } from "../ui/title.ts";
import { Who } from "../ui/Who.tsx";

const STATUSES = Object.keys(en.statuses) as Status[];
const PAUSE = 250;
const PAGE = 25;

const FORWARD = 60 * 24 * 60 * 60_000;

/** The next step of each application in sight, by its id: what the agenda says. */
async function readNextSteps(now: Date): Promise<Map<string, Action>> {
  const agenda = await readAgenda(new Date(now.getTime() + FORWARD).toISOString());
  return new Map(agenda.map(({ application, recommendation }) => [application.id, recommendation.action]));
}

/** As many pages as are wanted, read anew together so that they fit each other. */
async function readPages(q: string, status: Status | "", pages: number) {
  const items: Application[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < pages; page += 1) {
    const answer: { items: Application[]; next_cursor: string | null } = await readApplications({
      limit: PAGE,
      ...(q && { q }),
      ...(status && { status }),
      ...(cursor && { cursor }),
    });
    items.push(...answer.items);
    cursor = answer.next_cursor;
    if (!cursor) break;
  }
  return { items, more: cursor !== null };
}

export function Applications() {
  useTitle(en.applications.title);
  const reader = useReader();
  const [typed, setTyped] = useState("");
  const [q, setQ] = useState("");
  const [status, setStatus] = useState<Status | "">("");
  const [pages, setPages] = useState(1);
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => setPages(1), [q, status]);

  const list = useReading(`applications ${q} ${status} ${pages}`, () => readPages(q, status, pages));
  const steps = useReading("next steps", () => readNextSteps(reader.now));
  const filtered = q !== "" || status !== "";
  return (
    <>
      <Head title={en.applications.title} />
      <search class="filter">
        <TextField label={en.applications.filter} hint={en.applications.filterHint} type="search" value={typed} onValue={setTyped} />
        <SelectField
          label={en.applications.status}
          value={status}
          onValue={setStatus}
          choices={[["", en.applications.anyStatus], ...STATUSES.map((one): [Status, string] => [one, en.statuses[one]])]}
        />
      </search>
      <Read reading={list}>
        {({ items, more }) =>
          items.length === 0 && !filtered ? (
            <NoneYet />
          ) : (
            <>
              <p class="counted" role="status">
                {en.applications.lede(items.length, more)}
              </p>
              {items.length > 0 && (
                <ul class="rows">
                  {items.map((application) => (
                    <Row
                      key={application.id}
                      application={application}
                      next={steps.state === "ready" ? steps.value.get(application.id) : undefined}
                      reader={reader}
                    />
                  ))}
                </ul>
              )}
              {more && (
                <div class="actions more">
                  <button class="btn quiet" type="button" onClick={() => setPages(pages + 1)}>
                    {en.applications.more}
                  </button>
                </div>
              )}
            </>
          )
        }
      </Read>
    </>
  );
}

const TONES: Record<Status, string> = { active: "now", offered: "them", accepted: "now", rejected: "", withdrawn: "", closed: "" };

function Row({ application, next, reader }: { application: Application; next: Action | undefined; reader: Reader }) {
  const { id, company, role, status } = application;
  return (
    <li>
      <Who company={company} to={href({ screen: "application", id })}>
        {role}
      </Who>
      <span class={`chip ${TONES[status]}`}>{en.statuses[status]}</span>
      <p>{nextLine(application, next, reader)}</p>
    </li>
  );
}

function nextLine(application: Application, next: Action | undefined, reader: Reader): string {
  if (next?.window) return en.applications.next(next.headline);
  const again = next?.until ?? application.next_review_at;
  return again ? en.applications.looksAgain(onDay(again, reader)) : en.applications.nothingAhead;
}

function NoneYet() {
  return (
    <section class="section card empty" aria-labelledby="none">
      <Icon name="stack" />
      <h2 class="step" id="none">
        {en.applications.none}
      </h2>
      <p>{en.applications.noneHint}</p>
      <div class="actions">
        <a class="btn primary" href={href({ screen: "import" })}>
          {en.applications.add}
        </a>
      </div>
    </section>
  );
}
