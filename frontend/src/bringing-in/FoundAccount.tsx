/** What the document of an account would bring, kind by kind, and the button that lets it. */

import { importAccount } from "../api/documents.ts";
import type { AccountImport } from "../api/types.ts";
import { go } from "../routing/router.ts";
import { en } from "../text.ts";
import { tell } from "../ui/notice.ts";
import { useSaving } from "../ui/saving.ts";

const KINDS = ["applications", "contacts", "interviews", "touches", "deferrals", "templates"] as const;

interface FoundAccountProps {
  file: File;
  would: AccountImport;
  onClose: () => void;
}

export function FoundAccount({ file, would, onClose }: FoundAccountProps) {
  const saving = useSaving("press");
  const anything = would.profile_changed || KINDS.some((kind) => would[kind].created + would[kind].updated > 0);

  async function takeIn() {
    await saving.run(async () => {
      await importAccount(file, false);
      go({ screen: "today" });
      tell(en.document.takenIn);
      onClose();
    });
  }

  return (
    <>
      <h2>{en.document.title}</h2>
      <ul class="missing">
        {KINDS.map((kind) => (
          <li key={kind}>{en.document.counted(en.document.kinds[kind], would[kind])}</li>
        ))}
        {would.profile_changed && <li>{en.document.profile}</li>}
      </ul>
      <p class="sub">{anything ? en.document.stays : en.bringIn.nothingNew}</p>
      <div role="alert">{saving.sentence && <p class="wrong">{saving.sentence}</p>}</div>
      <div class="actions">
        {anything && (
          <button class="btn primary" type="button" aria-disabled={saving.busy} onClick={() => void takeIn()}>
            {en.document.takeIn}
          </button>
        )}
        <button class="btn text" type="button" onClick={onClose}>
          {en.bringIn.another}
        </button>
      </div>
    </>
  );
}
