/** What Afterview hears from, and who hears from it. */

import { en } from "../text.ts";
import { Head } from "../ui/Head.tsx";
import { href } from "../routing/routes.ts";
import { useTitle } from "../ui/title.ts";
import { DailyLetter } from "./DailyLetter.tsx";
import { Feeds } from "./Feeds.tsx";
import { Integrations } from "./Integrations.tsx";
import { Webhooks } from "./Webhooks.tsx";

export function Connections() {
  useTitle(en.connections.title);
  return (
    <div class="narrow">
      <Head
        title={en.connections.title}
        lede={en.connections.lede}
        crumb={{ to: href({ screen: "settings" }), words: en.settings.title }}
      />
      <Feeds />
      <DailyLetter />
      <Integrations />
      <Webhooks />
    </div>
  );
}
