/** Every way out of here, by channel. The user sends it; we only ask afterwards. */

import type { RefObject } from "preact";
import { mailFile } from "../api/messages.ts";
import type { Message } from "../api/types.ts";
import { en } from "../text.ts";
import { Icon } from "../ui/Icon.tsx";
import { download } from "../ui/download.ts";
import { tell } from "../ui/notice.ts";
import { useSaving } from "../ui/saving.ts";
import { linksOf } from "./links.ts";
import type { Desk } from "./text.ts";

interface HandOverProps {
  message: Message;
  text: Desk;
  field: RefObject<HTMLTextAreaElement | null>;
}

export function HandOver({ message: { channel, to }, text, field }: HandOverProps) {
  const address = to?.address ?? null;

  function copy() {
    void copied(text.body, field.current).then(() => tell(en.handOver.copied));
    text.handOver();
  }

  function print() {
    window.print();
    if (channel === "post") text.handOver();
  }

  return (
    <div class="actions" role="group" aria-label={en.handOver.title}>
      {channel === "email" && <Mail to={to} text={text} />}
      {channel === "phone" && address && (
        <a class="btn primary" href={`tel:${address}`} onClick={text.handOver}>
          <Icon name="call" />
          {en.handOver.call(address)}
        </a>
      )}
      {channel === "linkedin" && address && (
        <a class="btn primary" href={address} target="_blank" rel="noreferrer" onClick={copy}>
          <Icon name="link" />
          {en.handOver.profile}
        </a>
      )}
      {channel === "post" && (
        <button class="btn primary" type="button" onClick={print}>
          <Icon name="note" />
          {en.handOver.print}
        </button>
      )}
      {channel !== "phone" && (
        <button class={channel === "linkedin" && !address ? "btn primary" : "btn quiet"} type="button" onClick={copy}>
          {en.handOver.copy}
        </button>
      )}
      {(channel === "email" || channel === "phone") && (
        <button class="btn text" type="button" onClick={print}>
          {en.handOver.print}
        </button>
      )}
    </div>
  );
}

function Mail({ to, text }: { to: Message["to"]; text: Desk }) {
  const saving = useSaving();
  const { mailto, gmail, outlook } = linksOf(to?.address ?? null, text.subject, text.body);

  async function save() {
    const written = { to, subject: text.subject, body: text.body };
    if (await saving.run(async () => download(await mailFile(written)))) text.handOver();
  }

  return (
    <>
      {mailto && (
        <a class="btn primary" href={mailto} onClick={text.handOver}>
          <Icon name="mail" />
          {en.handOver.mail}
        </a>
      )}
      {gmail && (
        <a class="btn quiet" href={gmail} target="_blank" rel="noreferrer" onClick={text.handOver}>
          {en.handOver.gmail}
        </a>
      )}
      {outlook && (
        <a class="btn quiet" href={outlook} target="_blank" rel="noreferrer" onClick={text.handOver}>
          {en.handOver.outlook}
        </a>
      )}
      <button class={mailto ? "btn quiet" : "btn primary"} type="button" onClick={() => void save()}>
        {en.handOver.file}
      </button>
      {!mailto && <p class="foot">{en.handOver.tooLong}</p>}
      {saving.sentence && (
        <p class="wrong" role="alert">
          {saving.sentence}
        </p>
      )}
    </>
  );
}

/** Put a text on the clipboard, also where the browser keeps the clipboard to itself. */
async function copied(text: string, field: HTMLTextAreaElement | null): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    field?.select();
    document.execCommand("copy");
  }
}
