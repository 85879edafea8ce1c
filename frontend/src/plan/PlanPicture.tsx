/** The plan picture: lanes against days, drawn at its box's own width so that its words keep their size. */

import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import { en } from "../text.ts";
import { onDay, plainDay } from "../time/words.ts";
import type { Reader } from "../time/words.ts";
import { PlanAxis } from "./PlanAxis.tsx";
import type { Entry } from "./entries.ts";
import { layout } from "./plan.ts";
import type { Bar, Label, Picture } from "./picture.ts";
import { pictureWords } from "./words.ts";

/** Until the box has been measured. */
const USUAL_WIDTH = 880;

export function PlanPicture({ entries, company, reader }: { entries: Entry[]; company: string; reader: Reader }) {
  const [box, width] = useWidth();
  const title = useId();
  const picture = useMemo(
    () => layout(entries, reader.now, reader.zone, width, pictureWords(reader)),
    [entries, reader.now, reader.zone, width],
  );
  const first = picture.days[0]?.day ?? "";
  const last = picture.days.at(-1)?.day ?? "";
  const end = entries.at(-1)?.from;
  return (
    <div ref={box} class="picture">
      <svg viewBox={`0 0 ${picture.width} ${picture.height}`} role="img" aria-labelledby={title}>
        <title id={title}>
          {`${en.plan.picture(company, plainDay(first), plainDay(last))}. ${en.plan.follows}`}
        </title>
        <PlanAxis picture={picture} />
        <Bars picture={picture} />
        <line class="today" x1={picture.today} x2={picture.today} y1={86} y2={picture.height - 4} />
        <Marks picture={picture} />
        <Brackets picture={picture} />
      </svg>
      {picture.cut && end && <p class="foot">{en.plan.further(onDay(end, reader))}</p>}
    </div>
  );
}

function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(USUAL_WIDTH);
  useEffect(() => {
    if (!box.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.floor(entry?.contentRect.width ?? 0);
      if (measured > 0) setWidth(measured);
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return [box, width] as const;
}

const BAR_CLASS: Partial<Record<Entry["state"], string>> = { now: "now", open: "open", later: "later" };

function Bars({ picture }: { picture: Picture }) {
  return (
    <>
      {picture.bars.map((bar, index) => (
        <g key={index}>
          <rect
            class={`bar-${toneOf(bar)}`}
            x={bar.x}
            y={bar.y}
            width={bar.width}
            height={bar.height}
            rx={10}
          />
          <Text label={bar.label} tone={bar.label.inside && toneOf(bar) === "now" ? "t-now" : `t-${labelTone(bar)}`} />
        </g>
      ))}
    </>
  );
}

function toneOf(bar: Bar): string {
  return bar.sibling && bar.entry.state === "now" ? "open" : (BAR_CLASS[bar.entry.state] ?? "later");
}

function labelTone(bar: Bar): string {
  return toneOf(bar) === "later" ? "later" : "open";
}

function Text({ label, tone }: { label: Label; tone: string }) {
  return (
    <text class={tone} x={label.x} y={label.y} text-anchor={label.anchor}>
      {label.text}
    </text>
  );
}

function Marks({ picture }: { picture: Picture }) {
  return (
    <>
      {picture.marks.map(({ entry, x, y, label }, index) => (
        <g key={index}>
          {entry.event.what === "promise" ? (
            <rect class="dot-them" x={x - 6} y={y - 6} width={12} height={12} rx={2} transform={`rotate(45 ${x} ${y})`} />
          ) : (
            <circle class={entry.state === "them" ? "dot-them" : "dot-done"} cx={x} cy={y} r={entry.state === "them" ? 7 : 6} />
          )}
          {label && <Text label={label} tone={entry.state === "them" ? "t-them" : "t-done"} />}
        </g>
      ))}
    </>
  );
}

function Brackets({ picture }: { picture: Picture }) {
  return (
    <>
      {picture.brackets.map(({ x, top, bottom }, index) => (
        <g key={index}>
          <path class="link" d={`M${x + 6} ${top}h10q8 0 8 8V${bottom - 8}q0 8-8 8h-10`} />
          <text x={x + 34} y={(top + bottom) / 2 + 4}>
            {x + 150 < picture.width ? en.plan.either : ""}
          </text>
        </g>
      ))}
    </>
  );
}

