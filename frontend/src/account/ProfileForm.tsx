import { useState } from "preact/hooks";
import { changeMe } from "../api/account.ts";
import type { Me } from "../api/types.ts";
import { en } from "../text.ts";
import { isZone } from "../time/zones.ts";
import { TextField } from "../ui/Field.tsx";
import { Form } from "../ui/Form.tsx";
import { tell } from "../ui/notice.ts";
import { useSaving } from "../ui/saving.ts";
import { ZoneField } from "../ui/ZoneField.tsx";

/** Name, time zone, and whose public holidays count. */
export function ProfileForm({ me }: { me: Me }) {
  const [name, setName] = useState(me.name);
  const [timezone, setTimezone] = useState(me.timezone);
  const [region, setRegion] = useState(me.holiday_region ?? "");
  const saving = useSaving();
  const zoneWrong = isZone(timezone) ? undefined : en.sign.zoneUnknown;

  async function submit() {
    if (zoneWrong) return;
    const patch = { name: name.trim(), timezone, holiday_region: region.trim().toUpperCase() || null };
    if (await saving.run(() => changeMe(patch))) tell(en.settings.saved);
  }

  return (
    <section class="section card panel" aria-labelledby="profile">
      <h2 id="profile">{en.settings.profile}</h2>
      <Form sentence={saving.sentence} onSubmit={() => void submit()}>
        <TextField
          label={en.sign.name}
          hint={en.sign.nameHint}
          autocomplete="name"
          value={name}
          onValue={setName}
          wrong={saving.at("/name")}
        />
        <ZoneField
          label={en.sign.zone}
          value={timezone}
          onValue={setTimezone}
          wrong={zoneWrong ?? saving.at("/timezone")}
        />
        <TextField
          label={en.settings.region}
          hint={en.settings.regionHint}
          optional
          autocomplete="off"
          value={region}
          onValue={setRegion}
          wrong={saving.at("/holiday_region")}
        />
        <div class="actions">
          <button class="btn primary" type="submit" aria-disabled={saving.busy}>
            {en.settings.save}
          </button>
        </div>
      </Form>
    </section>
  );
}
