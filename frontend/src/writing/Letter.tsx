/** To whom, about what, and the text itself. */

import type { ComponentChildren, RefObject } from "preact";
import type { Message } from "../api/types.ts";
import { href } from "../routing/routes.ts";
import { en } from "../text.ts";
import { TextArea, TextField } from "../ui/Field.tsx";
import { length } from "./characters.ts";
import type { Place } from "./kept.ts";
import type { Desk } from "./text.ts";

interface LetterProps {
  message: Message;
  text: Desk;
  /** How many characters LinkedIn takes. */
  limit: number;
  place: Place;
  field: RefObject<HTMLTextAreaElement | null>;
  onStartAgain: () => void;
  /** Where the text comes from. */
  children: ComponentChildren;
}

export function Letter(props: LetterProps) {
  const { message, text, limit, place, field, onStartAgain, children } = props;
  const { channel, to, subject } = message;
  const written = length(text.body);
  const onLinkedIn = channel === "linkedin";
  return (
    <div class="form-part letter">
      <div class="pair">
        <p>
          <span class="soft">{en.write.to}</span> <b>{to?.name ?? en.write.nobody}</b>{" "}
          {to?.address && <span class="soft lines">{channel === "post" ? `\n${to.address}` : to.address}</span>}
          {!to?.address && <NoAddress channel={channel} place={place} />}
        </p>
        {children}
      </div>
      {subject !== null && (
        <TextField label={en.write.subject} value={text.subject} onValue={(value) => text.change({ subject: value })} />
      )}
      <TextArea
        label={en.write.body[channel]}
        rows={onLinkedIn ? 5 : 12}
        value={text.body}
        onValue={(value) => text.change({ body: value })}
        field={field}
      />
      {(onLinkedIn || text.changed) && (
        <p class="actions">
          {onLinkedIn && <span class={written > limit ? "chip wait" : "chip"}>{en.write.counted(written, limit)}</span>}
          {text.changed && (
            <button class="btn text" type="button" onClick={onStartAgain}>
              {en.write.again}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

function NoAddress({ channel, place: { applicationId, contactId } }: { channel: Message["channel"]; place: Place }) {
  return (
    <span class="soft">
      {en.write.noAddress[channel]} <a href={href({ screen: "contact", id: applicationId, contactId })}>{en.write.add}</a>
    </span>
  );
}
