import { deleteMe, signOut } from "../api/account.ts";
import { go } from "../routing/router.ts";
import { href } from "../routing/routes.ts";
import { en } from "../text.ts";
import { Certain } from "../ui/Certain.tsx";
import { Head } from "../ui/Head.tsx";
import { tell } from "../ui/notice.ts";
import { useTitle } from "../ui/title.ts";
import { forgetAll } from "../writing/browser-store.ts";
import { Keys } from "./Keys.tsx";
import { useMe } from "./me.ts";
import { PreferencesForm } from "./PreferencesForm.tsx";
import { ProfileForm } from "./ProfileForm.tsx";
import { TakeAlong } from "./TakeAlong.tsx";

export function Settings() {
  useTitle(en.settings.title);
  const me = useMe();

  async function leave() {
    forgetAll();
    await signOut();
    go({ screen: "sign-in" });
    tell(en.sign.signedOut);
  }

  return (
    <div class="narrow">
      <Head title={en.settings.title} lede={en.settings.lede} />
      <ProfileForm me={me} />
      <PreferencesForm me={me} />
      <section class="section card panel" aria-labelledby="templates">
        <h2 id="templates">{en.templates.title}</h2>
        <p class="sub">{en.templates.lede}</p>
        <div class="actions">
          <a class="btn quiet" href={href({ screen: "templates" })}>
            {en.templates.open}
          </a>
        </div>
      </section>
      <section class="section card panel" aria-labelledby="connections">
        <h2 id="connections">{en.connections.title}</h2>
        <p class="sub">{en.connections.sub}</p>
        <div class="actions">
          <a class="btn quiet" href={href({ screen: "connections" })}>
            {en.connections.open}
          </a>
        </div>
      </section>
      <Keys />
      <TakeAlong />
      <section class="section card panel" aria-labelledby="account">
        <h2 id="account">{en.settings.account}</h2>
        <p class="sub">{en.settings.signedInAs(me.email)}</p>
        <div class="actions">
          <button class="btn quiet" type="button" onClick={() => void leave()}>
            {en.settings.signOut}
          </button>
          <Certain
            ask={en.settings.deleteAccount}
            question={en.settings.deleteAccountQuestion}
            yes={en.settings.deleteAccountYes}
            no={en.settings.keepAccount}
            onYes={async () => {
              await deleteMe();
              forgetAll();
              go({ screen: "sign-up" });
              tell(en.settings.accountDeleted);
            }}
          />
        </div>
      </section>
    </div>
  );
}
