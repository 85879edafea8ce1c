/** The addresses of the screens, both ways. Pure: the browser's part is in router.ts. */

export type Route =
  | { screen: "today" }
  | { screen: "applications" }
  | { screen: "application"; id: string }
  | { screen: "edit-application"; id: string }
  | { screen: "interview"; id: string; interviewId: string | null }
  | { screen: "contact"; id: string; contactId: string | null }
  | { screen: "import" }
  | { screen: "settings" }
  | { screen: "guide"; rule: string | null }
  | { screen: "sign-in" }
  | { screen: "sign-up" }
  | { screen: "nowhere" };

/** The route that the part after # names. */
export function parse(hash: string): Route {
  const [first = "", id, part, partId] = hash.replace(/^#?\/?/, "").split("/");
  if (first === "" && id === undefined) return { screen: "today" };
  if (first === "applications") return id ? candidacyRoute(id, part, partId) : { screen: "applications" };
  if (first === "guide") return { screen: "guide", rule: id ?? null };
  if (id === undefined && isPlain(first)) return { screen: first };
  return { screen: "nowhere" };
}

const PLAIN = ["import", "settings", "sign-in", "sign-up"] as const;

function isPlain(word: string): word is (typeof PLAIN)[number] {
  return PLAIN.some((plain) => plain === word);
}

function candidacyRoute(id: string, part: string | undefined, partId: string | undefined): Route {
  if (part === undefined) return { screen: "application", id };
  if (part === "edit") return { screen: "edit-application", id };
  const which = partId === "new" ? null : partId;
  if (which === undefined) return { screen: "nowhere" };
  if (part === "interviews") return { screen: "interview", id, interviewId: which };
  if (part === "contacts") return { screen: "contact", id, contactId: which };
  return { screen: "nowhere" };
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
    case "guide":
      return route.rule ? `#/guide/${route.rule}` : "#/guide";
    default:
      return `#/${route.screen}`;
  }
}
