/** What a tracker's table would bring, row by row; which column is what can be put right first. */

import { useState } from "preact/hooks";
import { useReader } from "../account/me.ts";
import { importTable } from "../api/documents.ts";
import { useSteadyReading } from "../api/reading.ts";
import type { Mapping, TableImport } from "../api/types.ts";
import { go } from "../routing/router.ts";
import { en } from "../text.ts";
import { moment } from "../time/words.ts";
import type { Reader } from "../time/words.ts";
import { SelectField } from "../ui/Field.tsx";
import { tell } from "../ui/notice.ts";
import { useSaving } from "../ui/saving.ts";

const MOST_ROWS = 30;
const MOST_ERRORS = 20;
const TONES = { created: "now", updated: "wait", skipped: "" };

interface FoundTableProps {
  file: File;
  first: TableImport;
  onClose: () => void;
}

export function FoundTable({ file, first, onClose }: FoundTableProps) {
  const [chosen, setChosen] = useState<Mapping>({});
  const saving = useSaving("press");
  const reading = useSteadyReading(`${file.name} ${file.lastModified} ${JSON.stringify(chosen)}`, async () =>
    Object.keys(chosen).length ? importTable(file, { dryRun: true, mapping: chosen }) : first,
  );
  const would = reading.state === "ready" ? reading.value : first;
  const changes = would.created + would.updated;
  const fits = would.errors.length === 0 && reading.state !== "wrong";

  function choose(field: string, heading: string) {
    setChosen((before) => ({ ...before, [field]: heading || null }));
  }

  async function fileThem() {
    await saving.run(async () => {
      const { created, updated } = await importTable(file, { dryRun: false, mapping: chosen });
      go({ screen: "applications" });
      tell(en.table.filed(created, updated));
      onClose();
    });
  }

  return (
    <>
      <h2>{en.table.title}</h2>
      {reading.state === "wrong" && <p class="wrong">{reading.why.message || en.problem.unread}</p>}
      <p role="status">{fits ? en.table.would(would.created, would.updated, would.skipped) : en.table.wrong(would.errors.length)}</p>
      {would.errors.length > 0 && <p class="foot">{en.table.allOrNothing}</p>}
      <Sentences all={would.errors.map(({ detail }) => detail)} most={MOST_ERRORS} />
      <Columns would={would} open={first.rows.length === 0} chosen={chosen} onChoose={choose} />
      <Rows would={would} />
      <div role="alert">{saving.sentence && <p class="wrong">{saving.sentence}</p>}</div>
      <div class="actions">
        {fits && changes > 0 && (
          <button class="btn primary" type="button" aria-disabled={saving.busy} onClick={() => void fileThem()}>
            {saving.busy ? en.table.busy : en.table.file(changes)}
          </button>
        )}
        <button class="btn text" type="button" onClick={onClose}>
          {en.bringIn.another}
        </button>
      </div>
    </>
  );
}

function Sentences({ all, most }: { all: string[]; most: number }) {
  if (all.length === 0) return null;
  return (
    <>
      <ul class="missing">
        {all.slice(0, most).map((sentence, index) => (
          <li key={index}>{sentence}</li>
        ))}
      </ul>
      {all.length > most && <p class="foot">{en.table.more(all.length - most)}</p>}
    </>
  );
}

interface ColumnsProps {
  would: TableImport;
  chosen: Mapping;
  open: boolean;
  onChoose: (field: string, heading: string) => void;
}

function Columns({ would: { headings, mapping }, chosen, open, onChoose }: ColumnsProps) {
  const choices = headings.filter(Boolean).map((heading): [string, string] => [heading, heading]);
  return (
    <details class="fold" open={open}>
      <summary>{en.table.columns}</summary>
      <div class="reveal form-part columns">
        {Object.entries(en.table.fields).map(([field, label]) => (
          <SelectField
            key={field}
            label={label}
            value={(field in chosen ? chosen[field] : mapping[field]) ?? ""}
            onValue={(heading) => onChoose(field, heading)}
            choices={[["", en.table.noColumn], ...choices]}
          />
        ))}
      </div>
    </details>
  );
}

function Rows({ would: { rows } }: { would: TableImport }) {
  const reader = useReader();
  if (rows.length === 0) return null;
  return (
    <>
      <ul class="events">
        {rows.slice(0, MOST_ROWS).map((row) => (
          <Row key={row.row} row={row} reader={reader} />
        ))}
      </ul>
      {rows.length > MOST_ROWS && <p class="foot">{en.table.moreRows(rows.length - MOST_ROWS)}</p>}
    </>
  );
}

function Row({ row, reader }: { row: TableImport["rows"][number]; reader: Reader }) {
  return (
    <li>
      <div>
        <b>
          {row.role}, {row.company}
        </b>
        {row.starts_at && <p>{en.table.interview(moment(row.starts_at, reader))}</p>}
        {row.remarks.map((sentence) => (
          <p key={sentence} class="soft">
            {sentence}
          </p>
        ))}
      </div>
      <span class={`chip ${TONES[row.outcome]}`}>{en.bringIn.outcomes[row.outcome]}</span>
    </li>
  );
}
