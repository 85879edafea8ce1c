/** A dropped file, an invitation or a message: first what it says, and only then, at a press, what it changes. */

import { useEffect, useRef, useState } from "preact/hooks";
import { ofFile } from "../api/mail.ts";
import { importCalendar } from "../api/interviews.ts";
import { asRefused } from "../api/problem.ts";
import type { CalendarImport, MailImport } from "../api/types.ts";
import { en } from "../text.ts";
import { DropZone } from "./DropZone.tsx";
import { FoundInvitation } from "./FoundInvitation.tsx";
import { FoundMessage } from "./FoundMessage.tsx";

const LARGEST = 10 * 1024 * 1024;

type Found = { file: File } & ({ as: "calendar"; would: CalendarImport } | { as: "message"; would: MailImport });

export function DroppedFile() {
  const [reading, setReading] = useState(false);
  const [found, setFound] = useState<Found | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
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
      setFound(
        isMessage(file)
          ? { file, as: "message", would: await ofFile(file)({ dryRun: true }) }
          : { file, as: "calendar", would: await importCalendar(file, true) },
      );
    } catch (thrown) {
      setWrong(refusal(thrown));
    } finally {
      setReading(false);
    }
  }

  if (!found) {
    return (
      <>
        <DropZone busy={reading} onFile={(file) => void look(file)} />
        <div role="alert">{wrong && <p class="wrong">{wrong}</p>}</div>
      </>
    );
  }
  const close = () => setFound(null);
  return (
    <div ref={preview} tabIndex={-1} class="card panel focus-target">
      {found.as === "message" ? (
        <FoundMessage ask={ofFile(found.file)} first={found.would} close={en.bringIn.another} onClose={close} />
      ) : (
        <FoundInvitation file={found.file} would={found.would} onClose={close} />
      )}
    </div>
  );
}

function isMessage({ name, type }: File): boolean {
  return type === "message/rfc822" || name.toLowerCase().endsWith(".eml");
}

function refusal(thrown: unknown): string {
  const why = asRefused(thrown);
  if (why.offline) return en.problem.offlineSave;
  if (why.status === 413) return en.bringIn.tooLarge;
  if (why.status >= 500) return en.problem.unread;
  return [...why.fields.values()][0] ?? (why.message || en.bringIn.notCalendar);
}
