/** The current route, kept in the part of the address after #: any static host will do. */

import { Shared } from "../ui/shared.ts";
import { href, parse } from "./routes.ts";
import type { Route } from "./routes.ts";

export const route = new Shared<Route>(parse(location.hash));

/** Other fragments, such as the target of a skip link, are no screens. */
function isScreen(hash: string): boolean {
  return hash === "" || hash.startsWith("#/");
}

window.addEventListener("hashchange", () => {
  if (isScreen(location.hash)) route.value = parse(location.hash);
});

export function go(to: Route): void {
  location.hash = href(to);
}
