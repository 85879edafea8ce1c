/** A place to drop a file, or to choose one by button: both do the same. */

import { useRef, useState } from "preact/hooks";
import { en } from "../text.ts";
import { Icon } from "../ui/Icon.tsx";

interface DropZoneProps {
  busy: boolean;
  /** `others` is how many came with it, which are not read. */
  onFile: (file: File, others: number) => void;
}

export function DropZone({ busy, onFile }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  function take(files: FileList | null | undefined) {
    const file = files?.[0];
    if (files && file) onFile(file, files.length - 1);
    if (input.current) input.current.value = ""; // so that the same file can be chosen again
  }

  return (
    <div
      class={over ? "drop over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <Icon name="in" />
      <p>
        <b>{over ? en.bringIn.dropping : en.bringIn.fileTitle}</b>
        <span>{en.bringIn.fileHint}</span>
      </p>
      <input
        ref={input}
        class="sr"
        type="file"
        accept=".ics,.eml,.csv,.tsv,.json,text/calendar,message/rfc822,text/csv,application/json"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => take(event.currentTarget.files)}
      />
      <button class="btn quiet" type="button" aria-disabled={busy} onClick={() => input.current?.click()}>
        {busy ? en.bringIn.reading : en.bringIn.choose}
      </button>
    </div>
  );
}
