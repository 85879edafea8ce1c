import type { Strip } from "./moments.ts";
import { en } from "../text.ts";

/** From the event to the end of the good moment; the bar is decoration, the list under it carries the words. */
export function WindowStrip({ strip }: { strip: Strip }) {
  return (
    <div class="window" style={{ "--now": `${strip.now}%`, "--label": `${Math.min(Math.max(strip.now, 12), 88)}%` }}>
      <div class="track" aria-hidden="true">
        <i />
        <b />
      </div>
      <ol>
        <li>
          <b>{strip.opened.label}</b> {strip.opened.moment}
        </li>
        <li>
          <b>{en.step.strip.now}</b> {strip.time}
        </li>
        <li>
          <b>{strip.closes.label}</b> {strip.closes.moment}
        </li>
      </ol>
    </div>
  );
}
