import { useState } from "preact/hooks";
import { createApiKey, deleteApiKey, readApiKeys } from "../api/account.ts";
import { useReading } from "../api/reading.ts";
import { en } from "../text.ts";
import { CopyBox } from "../ui/CopyBox.tsx";
import { RadioField, TextField } from "../ui/Field.tsx";
import { Form } from "../ui/Form.tsx";
import { press } from "../ui/notice.ts";
import { Read } from "../ui/Read.tsx";
import { useSaving } from "../ui/saving.ts";

/** API keys: made, shown once, deleted. */
export function Keys() {
  const keys = useReading("keys", readApiKeys);
  const [secret, setSecret] = useState<string | null>(null);

  return (
    <section class="section card panel" aria-labelledby="keys">
      <h2 id="keys">{en.settings.keys}</h2>
      <p class="sub">{en.settings.keysLede}</p>
      <Read reading={keys}>
        {(list) =>
          list.length === 0 ? (
            <p class="aside-note">{en.settings.noKeys}</p>
          ) : (
            <ul class="keys">
              {list.map((key) => (
                <li key={key.id}>
                  <span>
                    {key.name}
                    <small>{key.scopes.includes("write") ? en.settings.keyWrites : en.settings.keyReads}</small>
                  </span>
                  <button
                    class="btn text"
                    type="button"
                    aria-label={en.settings.deleteKeyNamed(key.name)}
                    onClick={() => void press(() => deleteApiKey(key.id), en.settings.keyDeleted)}
                  >
                    {en.settings.deleteKey}
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Read>
      {secret && <CopyBox words={en.settings.keyOnce} value={secret} />}
      <NewKey onMade={setSecret} />
    </section>
  );
}

function NewKey({ onMade }: { onMade: (secret: string) => void }) {
  const [name, setName] = useState("");
  const [scope, setScope] = useState<"read" | "write">("read");
  const [checked, setChecked] = useState(false);
  const saving = useSaving();
  const missing = checked && !name.trim() ? en.sign.missing : undefined;

  async function submit() {
    setChecked(true);
    if (!name.trim()) return;
    const scopes: ("read" | "write")[] = scope === "write" ? ["read", "write"] : ["read"];
    const made = await saving.run(async () => onMade((await createApiKey({ name: name.trim(), scopes })).secret));
    if (!made) return;
    setName("");
    setChecked(false);
  }

  return (
    <Form sentence={saving.sentence} onSubmit={() => void submit()}>
      <TextField
        label={en.settings.keyName}
        autocomplete="off"
        value={name}
        onValue={setName}
        wrong={missing ?? saving.at("/name")}
      />
      <RadioField
        label={en.settings.keyScope}
        value={scope}
        onValue={setScope}
        choices={[
          ["read", en.settings.keyReads],
          ["write", en.settings.keyWrites],
        ]}
      />
      <div class="actions">
        <button class="btn quiet" type="submit" aria-disabled={saving.busy}>
          {en.settings.makeKey}
        </button>
      </div>
    </Form>
  );
}
