import { useState } from "preact/hooks";
import { signUp } from "../api/account.ts";
import { go } from "../routing/router.ts";
import { href } from "../routing/routes.ts";
import { en } from "../text.ts";
import { browserZone, isZone } from "../time/zones.ts";
import { TextField } from "../ui/Field.tsx";
import { Form } from "../ui/Form.tsx";
import { Head } from "../ui/Head.tsx";
import { useSaving } from "../ui/saving.ts";
import type { Wrong } from "../ui/saving.ts";
import { useTitle } from "../ui/title.ts";
import { ZoneField } from "../ui/ZoneField.tsx";

interface Draft {
  name: string;
  email: string;
  password: string;
  timezone: string;
}

function lookOver(draft: Draft): Wrong {
  const wrong: Record<string, string> = {};
  if (!draft.name.trim()) wrong["name"] = en.sign.missing;
  if (!/^\S+@\S+\.\S+$/.test(draft.email.trim())) wrong["email"] = en.sign.emailFormat;
  if (draft.password.length < 8) wrong["password"] = en.sign.passwordShort;
  if (!isZone(draft.timezone)) wrong["timezone"] = en.sign.zoneUnknown;
  return wrong;
}

export function SignUp() {
  useTitle(en.sign.signUp);
  const [draft, setDraft] = useState<Draft>(() => ({ name: "", email: "", password: "", timezone: browserZone() }));
  const [wrong, setWrong] = useState<Wrong>({});
  const saving = useSaving();
  const set = (field: keyof Draft) => (value: string) => setDraft({ ...draft, [field]: value });

  async function submit() {
    const found = lookOver(draft);
    setWrong(found);
    if (Object.keys(found).length) return;
    const registration = { ...draft, name: draft.name.trim(), email: draft.email.trim() };
    if (await saving.run(() => signUp(registration))) go({ screen: "today" });
  }

  const sentence = saving.sentence ?? (Object.keys(wrong).length ? en.problem.lookAgain : null);
  return (
    <>
      <Head title={en.sign.upTitle} lede={en.sign.upLede} />
      <Form sentence={sentence} onSubmit={() => void submit()}>
        <TextField
          label={en.sign.name}
          hint={en.sign.nameHint}
          autocomplete="name"
          value={draft.name}
          onValue={set("name")}
          wrong={wrong["name"] ?? saving.at("/name")}
        />
        <TextField
          label={en.sign.email}
          type="email"
          autocomplete="username"
          value={draft.email}
          onValue={set("email")}
          wrong={wrong["email"] ?? saving.at("/email")}
        />
        <TextField
          label={en.sign.password}
          hint={en.sign.passwordHint}
          type="password"
          autocomplete="new-password"
          value={draft.password}
          onValue={set("password")}
          wrong={wrong["password"] ?? saving.at("/password")}
        />
        <ZoneField
          label={en.sign.zone}
          hint={en.sign.zoneHint}
          value={draft.timezone}
          onValue={set("timezone")}
          wrong={wrong["timezone"] ?? saving.at("/timezone")}
        />
        <div class="actions">
          <button class="btn primary" type="submit" aria-disabled={saving.busy}>
            {en.sign.signUp}
          </button>
        </div>
      </Form>
      <p class="aside-note">
        {en.sign.hasAccount} <a href={href({ screen: "sign-in" })}>{en.sign.signIn}</a>
      </p>
    </>
  );
}
