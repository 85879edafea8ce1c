import { useState } from "preact/hooks";
import { signIn } from "../api/account.ts";
import { route, go } from "../routing/router.ts";
import { href } from "../routing/routes.ts";
import { en } from "../text.ts";
import { TextField } from "../ui/Field.tsx";
import { Form } from "../ui/Form.tsx";
import { Head } from "../ui/Head.tsx";
import { useSaving } from "../ui/saving.ts";
import { useTitle } from "../ui/title.ts";

export function SignIn() {
  useTitle(en.sign.signIn);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [checked, setChecked] = useState(false);
  const saving = useSaving();
  const emailMissing = checked && !email.trim() ? en.sign.missing : undefined;
  const passwordMissing = checked && !password ? en.sign.missing : undefined;

  async function submit() {
    setChecked(true);
    if (!email.trim() || !password) return;
    const done = await saving.run(() => signIn(email.trim(), password));
    if (done && route.value.screen === "sign-in") go({ screen: "today" });
  }

  return (
    <>
      <Head title={en.sign.inTitle} lede={en.sign.inLede} />
      <Form sentence={saving.sentence ?? emailMissing ?? passwordMissing ?? null} onSubmit={() => void submit()}>
        <TextField
          label={en.sign.email}
          type="email"
          autocomplete="username"
          value={email}
          onValue={setEmail}
          wrong={emailMissing}
        />
        <TextField
          label={en.sign.password}
          type="password"
          autocomplete="current-password"
          value={password}
          onValue={setPassword}
          wrong={passwordMissing}
        />
        <div class="actions">
          <button class="btn primary" type="submit" aria-disabled={saving.busy}>
            {en.sign.signIn}
          </button>
        </div>
      </Form>
      <p class="aside-note">
        {en.sign.newHere} <a href={href({ screen: "sign-up" })}>{en.sign.signUp}</a>
      </p>
    </>
  );
}
