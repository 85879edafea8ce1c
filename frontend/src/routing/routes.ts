/** The addresses of the screens, both ways. Pure: the browser's part is in router.ts. */

import type { StepKind } from "../api/types.ts";

export type Route =
  | { screen: "today" }
  | { screen: "applications" }
  | { screen: "application"; id: string }
  | { screen: "edit-application"; id: string }
  | { screen: "interview"; id: string; interviewId: string | null }
  | { screen: "contact"; id: string; contactId: string | null }
  | { screen: "write"; id: string; kind: StepKind; contactId: string | null }
  | { screen: "templates" }
  /** One of one's own; without an id a new one, like the built-in one of that kind and language, if one is named. */
  | { screen: "template"; id: string | null; kind: StepKind | null; language: string | null }
  | { screen: "import" }
  | { screen: "settings" }
  | { screen: "connections" }
  | { screen: "guide"; rule: string | null }
  | { screen: "sign-in" }
  | { screen: "sign-up" }
  | { screen: "nowhere" };

/** The route that the part after # names. */
export function parse(hash: string): Route {
  const [first = "", id, part, partId, personId] = hash.replace(/^#?\/?/, "").split("/");
  if (first === "" && id === undefined) return { screen: "today" };
  if (first === "applications") return id ? candidacyRoute(id, part, partId, personId) : { screen: "applications" };
  if (first === "templates") return id ? templateRoute(id, part, partId) : { screen: "templates" };
  if (first === "guide") return { screen: "guide", rule: id ?? null };
  if (id === undefined && isPlain(first)) return { screen: first };
  return { screen: "nowhere" };
}

const PLAIN = ["import", "settings", "connections", "sign-in", "sign-up"] as const;

function isPlain(word: string): word is (typeof PLAIN)[number] {
  return PLAIN.some((plain) => plain === word);
}

type Part = string | undefined;

function candidacyRoute(id: string, part: Part, partId: Part, personId: Part): Route {
  if (part === undefined) return { screen: "application", id };
  if (part === "edit") return { screen: "edit-application", id };
  if (part === "write") return writingRoute(id, partId, personId);
  const which = partId === "new" ? null : partId;
  if (which === undefined) return { screen: "nowhere" };
  if (part === "interviews") return { screen: "interview", id, interviewId: which };
  if (part === "contacts") return { screen: "contact", id, contactId: which };
  return { screen: "nowhere" };
}

export const KINDS: StepKind[] = [
  "answer",
  "rejection_thanks_email",
  "thank_you_email",
  "check_in_email",
  "follow_up_call",
  "additional_information_email",
  "handwritten_note",
  "linkedin_request",
];

function writingRoute(id: string, word: Part, personId: Part): Route {
  const kind = KINDS.find((one) => one === word);
  return kind ? { screen: "write", id, kind, contactId: personId ?? null } : { screen: "nowhere" };
}

function templateRoute(id: string, word: Part, language: Part): Route {
  if (id !== "new") return { screen: "template", id, kind: null, language: null };
  const kind = KINDS.find((one) => one === word) ?? null;
  return { screen: "template", id: null, kind, language: language ?? null };
}

/** The address of a route, for a link. */
export function href(route: Route): string {
  switch (route.screen) {
    case "today":
    case "nowhere":
      return "#/";
    case "application":
      return `#/applications/${route.id}`;
    case "edit-application":
      return `#/applications/${route.id}/edit`;
    case "interview":
      return `#/applications/${route.id}/interviews/${route.interviewId ?? "new"}`;
    case "contact":
      return `#/applications/${route.id}/contacts/${route.contactId ?? "new"}`;
    case "write":
      return `#/applications/${route.id}/write/${route.kind}${route.contactId ? `/${route.contactId}` : ""}`;
    case "template":
      return `#/templates/${[route.id ?? "new", route.kind, route.language].filter(Boolean).join("/")}`;
    case "guide":
      return route.rule ? `#/guide/${route.rule}` : "#/guide";
    default:
      return `#/${route.screen}`;
  }
}
