/** One webhook: what it is told of, whether that works, and what became of the last deliveries. */

import { useReader } from "../account/me.ts";
import { deleteWebhook, readDeliveries, retryDelivery, rotateSecret, switchWebhook, testWebhook } from "../api/connections.ts";
import { useReading } from "../api/reading.ts";
import type { Delivery, Webhook } from "../api/types.ts";
import { en } from "../text.ts";
import { moment } from "../time/words.ts";
import type { Reader } from "../time/words.ts";
import { Certain } from "../ui/Certain.tsx";
import { press, tell } from "../ui/notice.ts";
import { Read } from "../ui/Read.tsx";
import { useSaving } from "../ui/saving.ts";

const TONES = { delivered: "now", pending: "wait", failed: "" };

interface WebhookItemProps {
  webhook: Webhook;
  onSecret: (secret: string) => void;
}

export function WebhookItem({ webhook: { id, url, events, active, switched_off }, onSecret }: WebhookItemProps) {
  const saving = useSaving("press");
  return (
    <li>
      <p>
        <b>{url}</b> <span class={active ? "chip now" : "chip"}>{active ? en.webhooks.on : en.webhooks.off}</span>
      </p>
      <p class="soft">{events.map((event) => en.webhooks.events[event]).join(" · ")}</p>
      {switched_off && <p class="foot">{en.webhooks.why[switched_off]}</p>}
      <div class="actions">
        {active && (
          <button
            class="btn quiet"
            type="button"
            aria-disabled={saving.busy}
            onClick={() => void saving.run(() => testWebhook(id)).then((sent) => sent && tell(en.webhooks.tested))}
          >
            {en.webhooks.test}
          </button>
        )}
        <button
          class="btn text"
          type="button"
          onClick={() => void press(() => switchWebhook(id, !active), active ? en.webhooks.isOff : en.webhooks.isOn)}
        >
          {active ? en.webhooks.switchOff : en.webhooks.switchOn}
        </button>
        <Certain
          ask={en.webhooks.rotate}
          named={url}
          question={en.webhooks.rotateQuestion}
          yes={en.webhooks.rotateYes}
          no={en.webhooks.rotateNo}
          onYes={async () => onSecret((await rotateSecret(id)).secret)}
        />
        <Certain
          ask={en.webhooks.remove}
          named={url}
          question={en.webhooks.removeQuestion}
          yes={en.webhooks.removeYes}
          no={en.webhooks.removeNo}
          onYes={async () => {
            await deleteWebhook(id);
            tell(en.webhooks.removed);
          }}
        />
      </div>
      <div role="alert">{saving.sentence && <p class="wrong">{saving.sentence}</p>}</div>
      <Deliveries webhookId={id} />
    </li>
  );
}

function Deliveries({ webhookId }: { webhookId: string }) {
  const reader = useReader();
  const reading = useReading(`deliveries ${webhookId}`, () => readDeliveries(webhookId));
  return (
    <details class="fold">
      <summary>{en.webhooks.deliveries}</summary>
      <div class="reveal">
        <Read reading={reading}>
          {(list) =>
            list.length === 0 ? (
              <p class="aside-note">{en.webhooks.none}</p>
            ) : (
              <ul class="events">
                {list.map((delivery) => (
                  <Row key={delivery.id} delivery={delivery} reader={reader} />
                ))}
              </ul>
            )
          }
        </Read>
      </div>
    </details>
  );
}

function Row({ delivery, reader }: { delivery: Delivery; reader: Reader }) {
  const { event, status, error, attempts, created_at, next_attempt_at } = delivery;
  return (
    <li>
      <div>
        <b>{event === "ping" ? en.webhooks.ping : en.webhooks.events[event]}</b>
        <p class="soft">{moment(created_at, reader)}</p>
        {error && <p>{error}</p>}
        {attempts > 0 && next_attempt_at && <p class="soft">{en.webhooks.nextAttempt(moment(next_attempt_at, reader))}</p>}
        {status !== "delivered" && (
          <button class="btn text" type="button" onClick={() => void press(() => retryDelivery(delivery), en.webhooks.again)}>
            {en.webhooks.retry}
          </button>
        )}
      </div>
      <span class={`chip ${TONES[status]}`}>{en.webhooks.status[status]}</span>
    </li>
  );
}
