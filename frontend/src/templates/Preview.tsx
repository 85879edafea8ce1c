/** What becomes of the source, beside it. */

import type { Application } from "../api/types.ts";
import { en } from "../text.ts";
import { SelectField } from "../ui/Field.tsx";
import type { Previewed } from "./previewing.ts";

interface PreviewProps {
  previewed: Previewed;
  applications: Application[];
  applicationId: string;
  onApplication: (id: string) => void;
}

export function Preview({ previewed, applications, applicationId, onApplication }: PreviewProps) {
  const { message } = previewed;
  return (
    <aside class="preview" aria-labelledby="preview">
      <h2 class="h2" id="preview">
        {en.preview.title}
      </h2>
      {applications.length > 0 && (
        <SelectField
          label={en.preview.with}
          value={applicationId}
          onValue={onApplication}
          choices={[["", en.preview.example], ...applications.map(({ id, company, role }): [string, string] => [id, `${company} · ${role}`])]}
        />
      )}
      <p class="hint" role="status">
        {summary(previewed)}
      </p>
      {message && (
        <div class="card panel">
          {message.subject && (
            <p>
              <span class="soft">{en.preview.subject}</span> <b>{message.subject}</b>
            </p>
          )}
          <p class="note lines">{message.body}</p>
        </div>
      )}
      {message && message.missing.length > 0 && <p class="foot">{en.preview.missing(message.missing.join(", "))}</p>}
    </aside>
  );
}

function summary({ message, subject, body, unread }: Previewed): string {
  const mistake = subject ?? body;
  if (unread) return en.preview.unread;
  if (mistake) return mistake.spot ? en.preview.mistake(mistake.spot.line, mistake.spot.column) : en.preview.mistaken;
  return message ? en.preview.fine : en.preview.empty;
}
