/** Today: what is worth doing, where waiting is right, and the days ahead. */

import { useEffect, useRef } from "preact/hooks";
import { useMe, useReader } from "../account/me.ts";
import { readAgenda } from "../api/advice.ts";
import { readApplications } from "../api/applications.ts";
import { readInterviews } from "../api/interviews.ts";
import { readProposals } from "../api/mail.ts";
import { useReading } from "../api/reading.ts";
import type { AgendaItem, Interview } from "../api/types.ts";
import { FirstVisit } from "../bringing-in/FirstVisit.tsx";
import { href } from "../routing/routes.ts";
import { en } from "../text.ts";
import { addDays } from "../time/days.ts";
import { dayOf, longDay, onDay } from "../time/words.ts";
import type { Reader } from "../time/words.ts";
import { instantAt, wallClock } from "../time/zones.ts";
import { Head } from "../ui/Head.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Read } from "../ui/Read.tsx";
import { useTitle } from "../ui/title.ts";
import { daysAhead } from "./ahead.ts";
import { AgendaCard } from "./AgendaCard.tsx";
import { DaysAhead } from "./DaysAhead.tsx";
import { WaitingRows } from "./WaitingRows.tsx";

const FORWARD = 60;
const BACK = 30;

interface Agenda {
  items: AgendaItem[];
  interviews: Interview[];
  /** How many forwarded messages wait for a look. */
  messages: number;
  /** Nobody has told us about anything yet. */
  empty: boolean;
}

async function readToday(reader: Reader): Promise<Agenda> {
  const today = dayOf(reader.now, reader.zone);
  const at = (days: number) => instantAt(addDays(today, days), "00:00", reader.zone).toISOString();
  const [items, interviews, messages, applications] = await Promise.all([
    readAgenda(at(FORWARD)),
    readInterviews({ from: at(-BACK), to: at(FORWARD) }),
    readProposals(),
    readApplications({ limit: 1 }),
  ]);
  return { items, interviews, messages: messages.length, empty: applications.items.length === 0 };
}

export function Today() {
  useTitle(en.today.title);
  const reader = useReader();
  const reading = useReading("today", () => readToday(reader));
  return (
    <Read reading={reading} title={en.today.title}>
      {(agenda) => (agenda.empty ? <FirstVisit /> : <Day agenda={agenda} reader={reader} />)}
    </Read>
  );
}

function isStep({ recommendation }: AgendaItem): boolean {
  return recommendation.action.window !== null;
}

function Day({ agenda, reader }: { agenda: Agenda; reader: Reader }) {
  const { name } = useMe();
  const cards = agenda.items.filter(isStep);
  const waiting = agenda.items.filter((item) => item.recommendation.action.kind === "wait");
  const worth = cards.filter((item) => item.recommendation.action.strength === "should");
  const optional = cards.filter((item) => item.recommendation.action.strength === "may");
  const ahead = daysAhead(agenda.items, agenda.interviews, reader);
  const hour = Number(wallClock(reader.now, reader.zone).time.slice(0, 2));
  const head = useFocusAfterChange(cards.length);
  return (
    <div class="split stay">
      <div>
        <div ref={head} tabIndex={-1} class="focus-target">
          <Head
            title={en.today.greeting(hour, name.split(" ")[0] ?? "")}
            lede={en.today.lede(longDay(dayOf(reader.now, reader.zone)), worth.length, optional.length)}
          />
        </div>
        {agenda.messages > 0 && (
          <p class="section">
            <a href={href({ screen: "import" })}>{en.mail.waiting(agenda.messages)}</a>
          </p>
        )}
        {cards.length === 0 && <AllClear waiting={waiting} reader={reader} />}
        <Cards title={en.today.worth} items={worth} interviews={agenda.interviews} reader={reader} lead />
        <Cards
          title={en.today.optional}
          items={optional}
          interviews={agenda.interviews}
          reader={reader}
          lead={worth.length === 0}
        />
        {waiting.length > 0 && <WaitingRows items={waiting} interviews={agenda.interviews} reader={reader} />}
      </div>
      {ahead.length > 0 && <DaysAhead days={ahead} />}
    </div>
  );
}

/** A card that is done with goes, and takes the focus with it: the head of the page then has it. */
function useFocusAfterChange(cards: number) {
  const head = useRef<HTMLDivElement>(null);
  const before = useRef(cards);
  useEffect(() => {
    if (before.current !== cards && document.activeElement === document.body) head.current?.focus();
    before.current = cards;
  });
  return head;
}

interface CardsProps {
  title: string;
  items: AgendaItem[];
  interviews: Interview[];
  reader: Reader;
  /** Whether the first of them is the large one. */
  lead: boolean;
}

function Cards({ title, items, interviews, reader, lead }: CardsProps) {
  if (items.length === 0) return null;
  return (
    <section class="section">
      <h2>{title}</h2>
      <div class="stack">
        {items.map((item, index) => (
          <AgendaCard
            key={item.application.id}
            item={item}
            interview={interviews.find(({ id }) => id === item.recommendation.action.interview_id)}
            reader={reader}
            small={!lead || index > 0}
          />
        ))}
      </div>
    </section>
  );
}

function AllClear({ waiting, reader }: { waiting: AgendaItem[]; reader: Reader }) {
  const next = waiting.find(({ recommendation }) => recommendation.action.until);
  const { until, next_kind: kind } = next?.recommendation.action ?? {};
  return (
    <section class="section card empty" aria-labelledby="clear">
      <Icon name="leaf" />
      <h2 class="step" id="clear">
        {en.today.clearTitle}
      </h2>
      <p>
        {en.today.clear}{" "}
        {next && until && kind && en.today.nextMoment(en.ahead.opens(next.application.company, en.ahead.steps[kind]), onDay(until, reader))}
      </p>
      <div class="actions">
        <a class="btn quiet" href={href({ screen: "applications" })}>
          {en.today.readPlans}
        </a>
      </div>
    </section>
  );
}
