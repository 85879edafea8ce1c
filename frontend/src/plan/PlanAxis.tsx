import { Fragment } from "preact";
import { en } from "../text.ts";
import { dayParts } from "../time/days.ts";
import { HEAD } from "./picture.ts";
import type { Day, Picture } from "./picture.ts";

/** Weekends, months, days and lanes: what the bars stand on. */
export function PlanAxis({ picture }: { picture: Picture }) {
  const { days, months, weekends, lanes, width, height } = picture;
  return (
    <>
      {weekends.map(({ day, x, width: wide }) => (
        <rect key={day} class="weekend" x={x} y={26} width={wide} height={height - 26} rx={10} />
      ))}
      <line class="rule" x1={0} x2={width} y1={HEAD} y2={HEAD} />
      {lanes.map(({ lane, y, height: tall }) => (
        <Fragment key={lane}>
          <line class="rule" x1={0} x2={width} y1={y + tall} y2={y + tall} />
          <text class="lane" x={2} y={y + 27.5}>
            {en.plan.lanes[lane]}
          </text>
        </Fragment>
      ))}
      {months.map(({ day, x }) => (
        <text key={day} class="month" x={x} y={18}>
          {dayParts(day).longMonth}
        </text>
      ))}
      {days.map((day) => day.named && <DayName key={day.day} day={day} />)}
    </>
  );
}

function DayName({ day }: { day: Day }) {
  const middle = day.x + day.width / 2;
  const parts = dayParts(day.day);
  return (
    <>
      {day.today && <circle class="today-disc" cx={middle} cy={64} r={15} />}
      <text class={day.today ? "axis today-day" : "axis"} x={middle} y={42} text-anchor="middle">
        {day.today ? en.plan.today : parts.weekday}
      </text>
      <text class={day.today ? "num today-num" : "num"} x={middle} y={70} text-anchor="middle">
        {parts.number}
      </text>
    </>
  );
}
