import { useState } from "preact/hooks";
import { addIntegration, readIntegrations } from "../api/connections.ts";
import { useReading } from "../api/reading.ts";
import type { Integration } from "../api/types.ts";
import { en } from "../text.ts";
import { SelectField, TextField } from "../ui/Field.tsx";
import { Form } from "../ui/Form.tsx";
import { tell } from "../ui/notice.ts";
import { Read } from "../ui/Read.tsx";
import { useSaving } from "../ui/saving.ts";
import { IntegrationItem } from "./IntegrationItem.tsx";

type Vendor = Integration["vendor"];

const VENDORS = Object.entries(en.integrations.vendors) as [Vendor, string][];

/** Applicant-tracking tools that tell us of interviews. */
export function Integrations() {
  const integrations = useReading("integrations", readIntegrations);
  return (
    <section class="section card panel" aria-labelledby="integrations">
      <h2 id="integrations">{en.integrations.title}</h2>
      <p class="sub">{en.integrations.lede}</p>
      <Read reading={integrations}>
        {(list) => (
          <ul class="connected">
            {list.map((integration) => (
              <IntegrationItem key={integration.id} integration={integration} />
            ))}
          </ul>
        )}
      </Read>
      <details class="fold">
        <summary>{en.integrations.add}</summary>
        <div class="reveal">
          <NewIntegration />
        </div>
      </details>
    </section>
  );
}

function NewIntegration() {
  const [vendor, setVendor] = useState<Vendor>("greenhouse");
  const [company, setCompany] = useState("");
  const saving = useSaving();

  async function submit() {
    const name = [en.integrations.vendors[vendor], company.trim()].filter(Boolean).join(", ");
    const made = await saving.run(() => addIntegration({ vendor, name, company: company.trim() || null }));
    if (!made) return;
    setCompany("");
    tell(en.integrations.added);
  }

  return (
    <Form sentence={saving.sentence} onSubmit={() => void submit()}>
      <SelectField label={en.integrations.vendor} value={vendor} onValue={setVendor} choices={VENDORS} />
      <p class="hint">{en.integrations.hints[vendor]}</p>
      <TextField
        label={en.bringIn.company}
        hint={en.integrations.companyHint}
        optional
        autocomplete="off"
        value={company}
        onValue={setCompany}
        wrong={saving.at("/company")}
      />
      <div class="actions">
        <button class="btn quiet" type="submit" aria-disabled={saving.busy}>
          {en.integrations.make}
        </button>
      </div>
    </Form>
  );
}
