/** What an invitation would change, and the button that lets it. */

import { useReader } from "../account/me.ts";
import { importCalendar } from "../api/interviews.ts";
import type { CalendarImport } from "../api/types.ts";
import { go } from "../routing/router.ts";
import { en } from "../text.ts";
import { tell } from "../ui/notice.ts";
import { useSaving } from "../ui/saving.ts";
import { CalendarPreview } from "./CalendarPreview.tsx";

interface FoundInvitationProps {
  file: File;
  would: CalendarImport;
  onClose: () => void;
}

export function FoundInvitation({ file, would, onClose }: FoundInvitationProps) {
  const reader = useReader();
  const saving = useSaving("press");
  const changes = would.created + would.updated + would.cancelled;

  async function fileThem() {
    let done: CalendarImport | null = null;
    await saving.run(async () => {
      done = await importCalendar(file, false);
    });
    if (!done) return;
    const { created, updated, cancelled } = done;
    go({ screen: "today" });
    tell(en.bringIn.filed(created, updated, cancelled));
    onClose();
  }

  return (
    <>
      <h2>{en.bringIn.preview}</h2>
      <CalendarPreview would={would} reader={reader} />
      <div role="alert">{saving.sentence && <p class="wrong">{saving.sentence}</p>}</div>
      <div class="actions">
        {changes > 0 && (
          <button class="btn primary" type="button" aria-disabled={saving.busy} onClick={() => void fileThem()}>
            {en.bringIn.file(changes)}
          </button>
        )}
        <button class="btn text" type="button" onClick={onClose}>
          {en.bringIn.another}
        </button>
      </div>
    </>
  );
}
