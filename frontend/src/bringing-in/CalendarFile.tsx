/** From a dropped file to filed interviews: first what would change, then the change. */

import { useEffect, useRef, useState } from "preact/hooks";
import { useReader } from "../account/me.ts";
import { importCalendar } from "../api/interviews.ts";
import { asRefused } from "../api/problem.ts";
import type { CalendarImport } from "../api/types.ts";
import { go } from "../routing/router.ts";
import { en } from "../text.ts";
import { tell } from "../ui/notice.ts";
import { useSaving } from "../ui/saving.ts";
import { CalendarPreview } from "./CalendarPreview.tsx";
import { DropZone } from "./DropZone.tsx";

const LARGEST = 10 * 1024 * 1024;

interface Found {
  file: File;
  would: CalendarImport;
}

export function CalendarFile() {
  const reader = useReader();
  const [reading, setReading] = useState(false);
  const [found, setFound] = useState<Found | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const saving = useSaving("press");
  const preview = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (found) preview.current?.focus();
  }, [found]);

  async function look(file: File) {
    setWrong(null);
    setFound(null);
    if (file.size > LARGEST) return setWrong(en.bringIn.tooLarge);
    setReading(true);
    try {
      setFound({ file, would: await importCalendar(file, true) });
    } catch (thrown) {
      setWrong(refusal(thrown));
    } finally {
      setReading(false);
    }
  }

  async function fileThem({ file }: Found) {
    let done: CalendarImport | null = null;
    await saving.run(async () => {
      done = await importCalendar(file, false);
    });
    if (!done) return;
    const { created, updated, cancelled } = done;
    go({ screen: "today" });
    tell(en.bringIn.filed(created, updated, cancelled));
    setFound(null);
  }

  if (found) {
    return (
      <div ref={preview} tabIndex={-1} class="card panel focus-target">
        <CalendarPreview would={found.would} reader={reader} />
        <div role="alert">{saving.sentence && <p class="wrong">{saving.sentence}</p>}</div>
        <div class="actions">
          {changes(found.would) > 0 && (
            <button class="btn primary" type="button" aria-disabled={saving.busy} onClick={() => void fileThem(found)}>
              {en.bringIn.file(changes(found.would))}
            </button>
          )}
          <button class="btn text" type="button" onClick={() => setFound(null)}>
            {en.bringIn.another}
          </button>
        </div>
      </div>
    );
  }
  return (
    <>
      <DropZone busy={reading} onFile={(file) => void look(file)} />
      <div role="alert">{wrong && <p class="wrong">{wrong}</p>}</div>
    </>
  );
}

function changes({ created, updated, cancelled }: CalendarImport): number {
  return created + updated + cancelled;
}

function refusal(thrown: unknown): string {
  const why = asRefused(thrown);
  if (why.offline) return en.problem.offlineSave;
  if (why.status === 413) return en.bringIn.tooLarge;
  if (why.status >= 500) return en.problem.unread;
  return [...why.fields.values()][0] ?? (why.message || en.bringIn.notCalendar);
}
