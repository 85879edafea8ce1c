import { useState } from "preact/hooks";
import { useMe } from "../account/me.ts";
import { changeMe } from "../api/account.ts";
import { readInstallation } from "../api/connections.ts";
import { useReading } from "../api/reading.ts";
import type { Me } from "../api/types.ts";
import { en } from "../text.ts";
import { CheckField, SelectField } from "../ui/Field.tsx";
import { Form } from "../ui/Form.tsx";
import { tell } from "../ui/notice.ts";
import { Read } from "../ui/Read.tsx";
import { useSaving } from "../ui/saving.ts";

const HOURS = Array.from({ length: 24 }, (_, hour): [string, string] => [`${hour}`, `${`${hour}`.padStart(2, "0")}:00`]);

/** Mail: a letter on days with something worth doing, and the mailbox that messages can be forwarded to. */
export function DailyLetter() {
  const me = useMe();
  const installation = useReading("installation", readInstallation);
  return (
    <section class="section card panel" aria-labelledby="mail">
      <h2 id="mail">{en.letter.title}</h2>
      <Read reading={installation}>
        {({ sends_letters, mailbox }) => (
          <>
            <p class="sub">{sends_letters ? en.letter.lede(me.email) : en.letter.cannot}</p>
            {sends_letters && <LetterForm digest={me.digest} />}
            {mailbox && <p class="aside-note">{mailbox.address ? en.letter.forwardTo(mailbox.address) : en.letter.forward(mailbox.folder)}</p>}
          </>
        )}
      </Read>
    </section>
  );
}

function LetterForm({ digest }: { digest: Me["digest"] }) {
  const [enabled, setEnabled] = useState(digest.enabled);
  const [hour, setHour] = useState(`${digest.hour}`);
  const saving = useSaving();

  async function submit() {
    if (await saving.run(() => changeMe({ digest: { enabled, hour: Number(hour) } }))) tell(en.settings.saved);
  }

  return (
    <Form sentence={saving.sentence} onSubmit={() => void submit()}>
      <CheckField label={en.letter.wanted} checked={enabled} onChecked={setEnabled} />
      <SelectField label={en.letter.hour} value={hour} onValue={setHour} choices={HOURS} />
      <div class="actions">
        <button class="btn quiet" type="submit" aria-disabled={saving.busy}>
          {en.settings.save}
        </button>
      </div>
    </Form>
  );
}
