/** One connection to an applicant-tracking tool: the address for it, its secrets, and what came over it. */

import { useState } from "preact/hooks";
import { useReader } from "../account/me.ts";
import { changeIntegration, deleteIntegration, readIntegrationEvents, syncIntegration } from "../api/connections.ts";
import { useReading } from "../api/reading.ts";
import type { Integration, IntegrationEvent } from "../api/types.ts";
import { en } from "../text.ts";
import { moment } from "../time/words.ts";
import type { Reader } from "../time/words.ts";
import { Certain } from "../ui/Certain.tsx";
import { CopyBox } from "../ui/CopyBox.tsx";
import { TextField } from "../ui/Field.tsx";
import { Form } from "../ui/Form.tsx";
import { press, tell } from "../ui/notice.ts";
import { Read } from "../ui/Read.tsx";
import { useSaving } from "../ui/saving.ts";

const TONES = { applied: "now", waiting: "wait", unchanged: "", ignored: "", failed: "" };

/** The vendors whose API we know how to ask. */
const ASKED: Integration["vendor"][] = ["greenhouse", "lever", "ashby", "workable"];

export function IntegrationItem({ integration }: { integration: Integration }) {
  const { id, name, vendor, hook_url, has_signing_secret, can_sync, last_error, last_event_at } = integration;
  const reader = useReader();
  return (
    <li>
      <p>
        <b>{name}</b>{" "}
        <span class={has_signing_secret ? "chip now" : "chip wait"}>
          {has_signing_secret ? en.integrations.ready : en.integrations.needsSecret}
        </span>
      </p>
      <p class="soft">{last_event_at ? en.integrations.lastEvent(moment(last_event_at, reader)) : en.integrations.noEvents}</p>
      {last_error && <p class="foot">{last_error}</p>}
      <CopyBox words={en.integrations.hook(en.integrations.vendors[vendor])} value={hook_url} />
      <details class="fold" open={!has_signing_secret}>
        <summary>{en.integrations.secrets}</summary>
        <div class="reveal">
          <Secrets integration={integration} />
        </div>
      </details>
      <Events integrationId={id} reader={reader} />
      <div class="actions">
        {can_sync && (
          <button class="btn quiet" type="button" onClick={() => void press(() => syncIntegration(id), en.integrations.asked)}>
            {en.integrations.sync}
          </button>
        )}
        <Certain
          ask={en.integrations.remove}
          named={name}
          question={en.integrations.removeQuestion}
          yes={en.integrations.removeYes}
          no={en.integrations.removeNo}
          onYes={async () => {
            await deleteIntegration(id);
            tell(en.integrations.removed);
          }}
        />
      </div>
    </li>
  );
}

function Secrets({ integration: { id, vendor, has_signing_secret, has_api_key } }: { integration: Integration }) {
  const [signing, setSigning] = useState("");
  const [key, setKey] = useState("");
  const saving = useSaving();
  const said = { ...(signing.trim() && { signing_secret: signing.trim() }), ...(key.trim() && { api_key: key.trim() }) };

  async function submit() {
    if (Object.keys(said).length === 0) return;
    if (!(await saving.run(() => changeIntegration(id, said)))) return;
    setSigning("");
    setKey("");
    tell(en.settings.saved);
  }

  return (
    <Form sentence={saving.sentence} onSubmit={() => void submit()}>
      <TextField
        label={en.integrations.signingSecret}
        hint={has_signing_secret ? en.integrations.isKept : en.integrations.signingHint}
        type="password"
        autocomplete="off"
        value={signing}
        onValue={setSigning}
        wrong={saving.at("/signing_secret")}
      />
      {ASKED.includes(vendor) && (
        <TextField
          label={en.integrations.apiKey}
          hint={has_api_key ? en.integrations.isKept : en.integrations.apiKeyHint}
          optional
          type="password"
          autocomplete="off"
          value={key}
          onValue={setKey}
          wrong={saving.at("/api_key")}
        />
      )}
      <div class="actions">
        <button class="btn quiet" type="submit" aria-disabled={saving.busy}>
          {en.settings.save}
        </button>
      </div>
    </Form>
  );
}

function Events({ integrationId, reader }: { integrationId: string; reader: Reader }) {
  const reading = useReading(`vendor events ${integrationId}`, () => readIntegrationEvents(integrationId));
  return (
    <details class="fold">
      <summary>{en.integrations.events}</summary>
      <div class="reveal">
        <Read reading={reading}>
          {(list) =>
            list.length === 0 ? (
              <p class="aside-note">{en.integrations.noEvents}</p>
            ) : (
              <ul class="events">
                {list.map((event) => (
                  <Row key={event.id} event={event} reader={reader} />
                ))}
              </ul>
            )
          }
        </Read>
      </div>
    </details>
  );
}

function Row({ event: { event, outcome, detail, company, role, interview, received_at }, reader }: { event: IntegrationEvent; reader: Reader }) {
  const about = [role, company].filter(Boolean).join(", ");
  return (
    <li>
      <div>
        <b>{en.integrations.names[event]}</b>
        <p class="soft">{moment(received_at, reader)}</p>
        {about && <p>{about}</p>}
        {interview?.starts_at && <p>{en.table.interview(moment(interview.starts_at, reader))}</p>}
        {detail && <p>{detail}</p>}
      </div>
      <span class={`chip ${TONES[outcome]}`}>{en.integrations.outcomes[outcome]}</span>
    </li>
  );
}
