/** What surrounds every screen: brand, navigation, the reader's clock, and the notice. */

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useReader } from "../account/me.ts";
import { route } from "../routing/router.ts";
import { href } from "../routing/routes.ts";
import type { Route } from "../routing/routes.ts";
import { en } from "../text.ts";
import { dayParts } from "../time/days.ts";
import { clock, dayOf } from "../time/words.ts";
import { place } from "../time/zones.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./Icon.tsx";
import { NoticeBar } from "./NoticeBar.tsx";
import { useShared } from "./shared.ts";

const DESTINATIONS: { to: Route; words: string; icon: IconName; screens: Route["screen"][] }[] = [
  { to: { screen: "today" }, words: en.nav.today, icon: "sun", screens: ["today"] },
  {
    to: { screen: "applications" },
    words: en.nav.applications,
    icon: "stack",
    screens: ["applications", "application", "edit-application", "interview", "contact", "write"],
  },
  { to: { screen: "import" }, words: en.nav.import, icon: "in", screens: ["import"] },
  { to: { screen: "settings" }, words: en.nav.settings, icon: "gear", screens: ["settings", "connections", "templates", "template"] },
];

export function Shell({ children }: { children: ComponentChildren }) {
  const { screen } = useShared(route);
  return (
    <>
      <SkipLink />
      <div class="shell">
        <header class="bar">
          <Brand />
          <nav class="nav" aria-label={en.nav.label}>
            <ul>
              {DESTINATIONS.map(({ to, words, icon, screens }) => (
                <li key={words}>
                  <a href={href(to)} aria-current={screens.includes(screen) ? "page" : undefined}>
                    <Icon name={icon} />
                    {words}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <YourTime />
        </header>
        <NoticeBar />
        <Main>{children}</Main>
      </div>
    </>
  );
}

/** The same without navigation, for people who have not come in yet. */
export function Porch({ children }: { children: ComponentChildren }) {
  return (
    <>
      <SkipLink />
      <div class="porch">
        <header class="bar">
          <Brand />
        </header>
        <NoticeBar />
        <Main>{children}</Main>
      </div>
    </>
  );
}

function Brand() {
  return (
    <a class="brand" href={href({ screen: "today" })}>
      <svg viewBox="0 0 26 26" aria-hidden="true">
        <circle cx="11" cy="13" r="8.6" fill="none" stroke="currentColor" stroke-width="2" />
        <circle cx="21.5" cy="20.5" r="3.2" fill="var(--accent)" />
      </svg>
      {en.brand}
    </a>
  );
}

/** The address holds the screen, so this moves the focus itself instead of changing the address. */
function SkipLink() {
  return (
    <a
      class="skip"
      href="#main"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById("main")?.focus();
      }}
    >
      {en.skip}
    </a>
  );
}

function Main({ children }: { children: ComponentChildren }) {
  const main = useRef<HTMLElement>(null);
  const shown = href(useShared(route));
  const first = useRef(shown);
  useEffect(() => {
    if (first.current === shown) return; // a page that was just opened keeps the browser's own focus
    first.current = "";
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [shown]);
  return (
    <main class="page" id="main" tabIndex={-1} ref={main}>
      {children}
    </main>
  );
}

function YourTime() {
  const reader = useReader();
  const today = dayParts(dayOf(reader.now, reader.zone)).weekday;
  return (
    <p class="bar-note">
      {en.yourTime(`${today} ${clock(reader.now, reader.zone)}`, place(reader.zone))}
      <br />
      {en.nothingSent}
    </p>
  );
}
