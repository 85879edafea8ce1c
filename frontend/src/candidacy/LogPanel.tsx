import { useEffect, useRef, useState } from "preact/hooks";
import { deleteDeferral, deleteTouch } from "../api/log.ts";
import { capital, en } from "../text.ts";
import { moment, onDay } from "../time/words.ts";
import type { Reader } from "../time/words.ts";
import { Icon } from "../ui/Icon.tsx";
import { press } from "../ui/notice.ts";
import type { Candidacy } from "./candidacy.ts";
import { logOf } from "./log.ts";
import type { LogEntry } from "./log.ts";
import { LogForm } from "./LogForm.tsx";

/** What has been said, newest first; each of the user's entries can be undone. */
export function LogPanel({ candidacy, reader }: { candidacy: Candidacy; reader: Reader }) {
  const [adding, setAdding] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (adding) box.current?.querySelector("select")?.focus();
  }, [adding]);
  const entries = logOf(candidacy, reader);
  const stop = () => setAdding(false);
  return (
    <section class="card panel" aria-labelledby="log">
      <h2 id="log">{en.log.title}</h2>
      {entries.length === 0 && <p class="sub">{en.log.empty}</p>}
      <ul class="log">
        {entries.map((entry) => (
          <LogRow key={entry.id} entry={entry} reader={reader} />
        ))}
      </ul>
      <div ref={box}>
        {adding ? (
          <LogForm candidacy={candidacy} reader={reader} onDone={stop} />
        ) : (
          <div class="actions">
            <button class="btn quiet" type="button" onClick={() => setAdding(true)}>
              {en.log.add}
            </button>
          </div>
        )}
      </div>
    </section>
  );
}

function LogRow({ entry, reader }: { entry: LogEntry; reader: Reader }) {
  const remove = entry.undo === "touch" ? deleteTouch : deleteDeferral;
  const undo = () => press(() => remove(entry.id), en.log.removed);

  return (
    <li class={entry.from === "them" ? "in" : "out"}>
      <time dateTime={entry.at} title={moment(entry.at, reader)}>
        {capital(onDay(entry.at, reader))}
      </time>
      <Icon name={entry.icon} />
      <p>
        <b>{entry.title}</b>
        {entry.more && `. ${entry.more}`}
      </p>
      {entry.undo && (
        <button class="btn text" type="button" aria-label={en.log.undoNamed(entry.title)} onClick={() => void undo()}>
          {en.log.undo}
        </button>
      )}
    </li>
  );
}
