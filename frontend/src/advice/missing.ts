/** Where the user can add what is missing: "contacts/{id}/email" leads to that person. Pure. */

import type { Missing } from "../api/types.ts";
import { href } from "../routing/routes.ts";

export function whereToAdd({ field }: Missing, applicationId: string): string {
  const [part, id] = field.split("/");
  if (part === "interviews" && id) return href({ screen: "interview", id: applicationId, interviewId: id });
  if (part === "contacts") return href({ screen: "contact", id: applicationId, contactId: id ?? null });
  return href({ screen: "application", id: applicationId });
}
