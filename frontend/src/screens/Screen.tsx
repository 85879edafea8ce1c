/** The screen of a route. */

import { CandidacyScreen } from "../candidacy/CandidacyScreen.tsx";
import { EditApplication } from "../candidacy/EditApplication.tsx";
import { EditContact } from "../candidacy/EditContact.tsx";
import { EditInterview } from "../candidacy/EditInterview.tsx";
import { Settings } from "../account/Settings.tsx";
import { Import } from "../bringing-in/Import.tsx";
import { href } from "../routing/routes.ts";
import type { Route } from "../routing/routes.ts";
import { en } from "../text.ts";
import { Head } from "../ui/Head.tsx";
import { useTitle } from "../ui/title.ts";
import { EditTemplate } from "../templates/EditTemplate.tsx";
import { Templates } from "../templates/Templates.tsx";
import { Composer } from "../writing/Composer.tsx";
import { Applications } from "./Applications.tsx";
import { Guide } from "./Guide.tsx";
import { Today } from "./Today.tsx";

export function Screen({ route }: { route: Route }) {
  switch (route.screen) {
    case "applications":
      return <Applications />;
    case "application":
      return <CandidacyScreen key={route.id} id={route.id} />;
    case "edit-application":
      return <EditApplication key={route.id} id={route.id} />;
    case "interview":
      return <EditInterview key={route.interviewId} id={route.id} interviewId={route.interviewId} />;
    case "contact":
      return <EditContact key={route.contactId} id={route.id} contactId={route.contactId} />;
    case "write":
      return <Composer key={href(route)} id={route.id} kind={route.kind} contactId={route.contactId} />;
    case "templates":
      return <Templates />;
    case "template":
      return <EditTemplate key={href(route)} id={route.id} kind={route.kind} language={route.language} />;
    case "import":
      return <Import />;
    case "settings":
      return <Settings />;
    case "guide":
      return <Guide rule={route.rule} />;
    case "nowhere":
      return <Nowhere />;
    default:
      return <Today />;
  }
}

function Nowhere() {
  useTitle(en.nowhere.title);
  return <Head title={en.nowhere.title} lede={en.nowhere.lede} crumb={{ to: href({ screen: "today" }), words: en.nav.today }} />;
}
