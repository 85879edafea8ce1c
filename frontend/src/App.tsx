import { useEffect } from "preact/hooks";
import { MeContext } from "./account/me.ts";
import { SignIn } from "./account/SignIn.tsx";
import { SignUp } from "./account/SignUp.tsx";
import { readMe } from "./api/account.ts";
import { useReading } from "./api/reading.ts";
import { beenHere, signedIn } from "./api/session.ts";
import { route } from "./routing/router.ts";
import { href } from "./routing/routes.ts";
import type { Route } from "./routing/routes.ts";
import { Screen } from "./screens/Screen.tsx";
import { en } from "./text.ts";
import { dismissOldNotice } from "./ui/notice.ts";
import { Read } from "./ui/Read.tsx";
import { useShared } from "./ui/shared.ts";
import { Porch, Shell } from "./ui/Shell.tsx";

export function App() {
  const where = useShared(route);
  const isIn = useShared(signedIn);
  const shown = href(where);
  useEffect(dismissOldNotice, [shown]);
  return isIn ? <SignedIn route={where} /> : <Outside route={where} />;
}

function Outside({ route: { screen } }: { route: Route }) {
  const known = useShared(beenHere);
  const newcomer = screen === "sign-up" || (screen === "today" && !known);
  return <Porch>{newcomer ? <SignUp /> : <SignIn />}</Porch>;
}

function SignedIn({ route: shown }: { route: Route }) {
  const me = useReading("me", readMe);
  if (me.state !== "ready") {
    return (
      <Porch>
        <Read reading={me} title={en.brand}>{() => null}</Read>
      </Porch>
    );
  }
  return (
    <MeContext.Provider value={me.value}>
      <Shell>
        <Screen route={shown} />
      </Shell>
    </MeContext.Provider>
  );
}
