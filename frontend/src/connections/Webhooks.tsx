import { useState } from "preact/hooks";
import { addWebhook, readWebhooks } from "../api/connections.ts";
import { useReading } from "../api/reading.ts";
import type { EventName } from "../api/types.ts";
import { en } from "../text.ts";
import { CopyBox } from "../ui/CopyBox.tsx";
import { CheckField, TextField } from "../ui/Field.tsx";
import { Form } from "../ui/Form.tsx";
import { Read } from "../ui/Read.tsx";
import { useSaving } from "../ui/saving.ts";
import { WebhookItem } from "./WebhookItem.tsx";

const EVENTS = Object.keys(en.webhooks.events) as EventName[];

/** Programs that are told what happens here. */
export function Webhooks() {
  const webhooks = useReading("webhooks", readWebhooks);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <section class="section card panel" aria-labelledby="webhooks">
      <h2 id="webhooks">{en.webhooks.title}</h2>
      <p class="sub">{en.webhooks.lede}</p>
      <Read reading={webhooks}>
        {(list) => (
          <ul class="connected">
            {list.map((webhook) => (
              <WebhookItem key={webhook.id} webhook={webhook} onSecret={setSecret} />
            ))}
          </ul>
        )}
      </Read>
      {secret && <CopyBox words={en.webhooks.once} value={secret} />}
      <details class="fold">
        <summary>{en.webhooks.add}</summary>
        <div class="reveal">
          <NewWebhook onSecret={setSecret} />
        </div>
      </details>
    </section>
  );
}

function NewWebhook({ onSecret }: { onSecret: (secret: string) => void }) {
  const [url, setUrl] = useState("");
  const [events, setEvents] = useState<EventName[]>(EVENTS);
  const [checked, setChecked] = useState(false);
  const saving = useSaving();

  async function submit() {
    setChecked(true);
    if (!url.trim() || events.length === 0) return;
    const made = await saving.run(async () => onSecret((await addWebhook(url.trim(), events)).secret));
    if (!made) return;
    setUrl("");
    setChecked(false);
  }

  return (
    <Form sentence={saving.sentence} onSubmit={() => void submit()}>
      <TextField
        label={en.webhooks.url}
        type="url"
        autocomplete="off"
        value={url}
        onValue={setUrl}
        wrong={checked && !url.trim() ? en.sign.missing : saving.at("/url")}
      />
      <fieldset class="field choices">
        <legend>{en.webhooks.which}</legend>
        {EVENTS.map((event) => (
          <CheckField
            key={event}
            label={en.webhooks.events[event]}
            checked={events.includes(event)}
            onChecked={(on) => setEvents(on ? [...events, event] : events.filter((one) => one !== event))}
          />
        ))}
        {checked && events.length === 0 && <p class="wrong">{en.webhooks.chooseOne}</p>}
      </fieldset>
      <div class="actions">
        <button class="btn quiet" type="submit" aria-disabled={saving.busy}>
          {en.webhooks.make}
        </button>
      </div>
    </Form>
  );
}
