/** What is kept here, as files to take along. */

import { exportAccount, exportTable } from "../api/documents.ts";
import { en } from "../text.ts";
import { download } from "../ui/download.ts";
import { useSaving } from "../ui/saving.ts";

export function TakeAlong() {
  const saving = useSaving("press");
  const save = (make: () => Promise<File>) => void saving.run(async () => download(await make()));
  return (
    <section class="section card panel" aria-labelledby="take-along">
      <h2 id="take-along">{en.takeAlong.title}</h2>
      <p class="sub">{en.takeAlong.lede}</p>
      <div class="actions">
        <button class="btn quiet" type="button" onClick={() => save(exportAccount)}>
          {en.takeAlong.account}
        </button>
        <button class="btn quiet" type="button" onClick={() => save(() => exportTable("applications"))}>
          {en.takeAlong.applications}
        </button>
        <button class="btn quiet" type="button" onClick={() => save(() => exportTable("interviews"))}>
          {en.takeAlong.interviews}
        </button>
      </div>
      <div role="alert">{saving.sentence && <p class="wrong">{saving.sentence}</p>}</div>
    </section>
  );
}
