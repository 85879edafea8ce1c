import { href } from "../routing/routes.ts";
import { en } from "../text.ts";
import { dayParts } from "../time/days.ts";
import type { DayAhead } from "./ahead.ts";

export function DaysAhead({ days }: { days: DayAhead[] }) {
  return (
    <aside aria-labelledby="ahead">
      <h2 class="h2" id="ahead">
        {en.today.ahead}
      </h2>
      <ol class="ahead">
        {days.map(({ day, applicationId, what, more }) => (
          <li key={`${day} ${what}`}>
            <time dateTime={day}>
              {dayParts(day).weekday}
              <b>{dayParts(day).number}</b>
            </time>
            <p>
              <a href={href({ screen: "application", id: applicationId })}>{what}</a>
              {more && <span>{more}</span>}
            </p>
          </li>
        ))}
      </ol>
      <p class="aside-note">{en.today.aheadNote}</p>
    </aside>
  );
}
