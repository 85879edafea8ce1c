/** A dropped file, whatever it is: first what it says, and only then, at a press, what it changes. */

import { useEffect, useRef, useState } from "preact/hooks";
import { importAccount, importTable } from "../api/documents.ts";
import { importCalendar } from "../api/interviews.ts";
import { ofFile } from "../api/mail.ts";
import { asRefused } from "../api/problem.ts";
import type { AccountImport, CalendarImport, MailImport, TableImport } from "../api/types.ts";
import { en } from "../text.ts";
import { DropZone } from "./DropZone.tsx";
import { FoundAccount } from "./FoundAccount.tsx";
import { FoundInvitation } from "./FoundInvitation.tsx";
import { FoundMessage } from "./FoundMessage.tsx";
import { FoundTable } from "./FoundTable.tsx";

const LARGEST = 10 * 1024 * 1024;

type Found =
  | { as: "calendar"; would: CalendarImport }
  | { as: "message"; would: MailImport }
  | { as: "table"; would: TableImport }
  | { as: "account"; would: AccountImport };

export function DroppedFile() {
  const [reading, setReading] = useState(false);
  const [found, setFound] = useState<(Found & { file: File }) | null>(null);
  const [others, setOthers] = useState(0);
  const [wrong, setWrong] = useState<string | null>(null);
  const preview = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (found) preview.current?.focus();
  }, [found]);

  async function look(file: File, andOthers: number) {
    setOthers(andOthers);
    setWrong(null);
    setFound(null);
    if (file.size > LARGEST) return setWrong(en.bringIn.tooLarge);
    setReading(true);
    try {
      setFound({ file, ...(await read(file)) });
    } catch (thrown) {
      setWrong(refusal(thrown));
    } finally {
      setReading(false);
    }
  }

  if (!found) {
    return (
      <>
        <DropZone busy={reading} onFile={(file, andOthers) => void look(file, andOthers)} />
        <div role="alert">{wrong && <p class="wrong">{wrong}</p>}</div>
      </>
    );
  }
  const close = () => setFound(null);
  return (
    <div ref={preview} tabIndex={-1} class="card panel focus-target">
      <Preview found={found} onClose={close} />
      {others > 0 && <p class="foot">{en.bringIn.othersWait(others)}</p>}
    </div>
  );
}

function Preview({ found, onClose }: { found: Found & { file: File }; onClose: () => void }) {
  const { file } = found;
  switch (found.as) {
    case "message":
      return <FoundMessage ask={ofFile(file)} first={found.would} close={en.bringIn.another} onClose={onClose} />;
    case "table":
      return <FoundTable file={file} first={found.would} onClose={onClose} />;
    case "account":
      return <FoundAccount file={file} would={found.would} onClose={onClose} />;
    case "calendar":
      return <FoundInvitation file={file} would={found.would} onClose={onClose} />;
  }
}

/** What a file would change, told by what kind of file it is; what is none of the others may be a calendar. */
async function read(file: File): Promise<Found> {
  const is = (type: string, ...endings: string[]) =>
    file.type === type || endings.some((ending) => file.name.toLowerCase().endsWith(ending));
  if (is("message/rfc822", ".eml")) return { as: "message", would: await ofFile(file)({ dryRun: true }) };
  if (is("text/csv", ".csv", ".tsv")) return { as: "table", would: await importTable(file, { dryRun: true, mapping: {} }) };
  if (is("application/json", ".json")) return { as: "account", would: await importAccount(file, true) };
  return { as: "calendar", would: await importCalendar(file, true) };
}

function refusal(thrown: unknown): string {
  const why = asRefused(thrown);
  if (why.offline) return en.problem.offlineSave;
  if (why.status === 413) return en.bringIn.tooLarge;
  if (why.status >= 500) return en.problem.unread;
  if (why.fields.has("/format")) return en.document.notOurs;
  return [...why.fields.values()][0] ?? (why.message || en.bringIn.notCalendar);
}
