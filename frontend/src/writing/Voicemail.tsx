/** What to say to a machine, folded away until somebody wants to read or change it. */

import type { RefObject } from "preact";
import { en } from "../text.ts";
import { TextArea } from "../ui/Field.tsx";
import type { Desk } from "./text.ts";

interface VoicemailProps {
  text: Desk;
  field: RefObject<HTMLTextAreaElement | null>;
}

export function Voicemail({ text, field }: VoicemailProps) {
  return (
    <details class="fold">
      <summary>{en.write.voicemail}</summary>
      <div class="reveal letter">
        <TextArea
          label={en.write.voicemailBody}
          rows={5}
          value={text.voicemail}
          onValue={(voicemail) => text.change({ voicemail })}
          field={field}
        />
      </div>
    </details>
  );
}
