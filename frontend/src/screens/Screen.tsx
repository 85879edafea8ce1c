/** The screen of a route. Today comes with the first page, the others when they are asked for. */

import { useEffect } from "preact/hooks";
import { href } from "../routing/routes.ts";
import type { Route } from "../routing/routes.ts";
import { en } from "../text.ts";
import { Head } from "../ui/Head.tsx";
import { useTitle } from "../ui/title.ts";
import { fetchTheRest, later } from "./later.tsx";
import { Today } from "./Today.tsx";

const Applications = later(async () => (await import("./Applications.tsx")).Applications);
const CandidacyScreen = later(async () => (await import("../candidacy/CandidacyScreen.tsx")).CandidacyScreen);
const Composer = later(async () => (await import("../writing/Composer.tsx")).Composer);
const Connections = later(async () => (await import("../connections/Connections.tsx")).Connections);
const EditApplication = later(async () => (await import("../candidacy/EditApplication.tsx")).EditApplication);
const EditContact = later(async () => (await import("../candidacy/EditContact.tsx")).EditContact);
const EditInterview = later(async () => (await import("../candidacy/EditInterview.tsx")).EditInterview);
const EditTemplate = later(async () => (await import("../templates/EditTemplate.tsx")).EditTemplate);
const Guide = later(async () => (await import("./Guide.tsx")).Guide);
const Import = later(async () => (await import("../bringing-in/Import.tsx")).Import);
const Settings = later(async () => (await import("../account/Settings.tsx")).Settings);
const Templates = later(async () => (await import("../templates/Templates.tsx")).Templates);

export function Screen({ route }: { route: Route }) {
  useEffect(fetchTheRest, []);
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
    case "connections":
      return <Connections />;
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
