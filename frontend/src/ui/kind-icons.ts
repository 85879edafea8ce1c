/** Which icon stands for which kind of step or touch. */

import type { ActionKind, TouchKind } from "../api/types.ts";
import type { IconName } from "./Icon.tsx";

export const kindIcons: Record<ActionKind | TouchKind, IconName> = {
  answer: "mail",
  rejection_thanks_email: "mail",
  thank_you_email: "mail",
  check_in_email: "mail",
  follow_up_call: "call",
  additional_information_email: "mail",
  handwritten_note: "note",
  linkedin_request: "link",
  other_outbound: "mail",
  reply_received: "chat",
  auto_reply_received: "chat",
  wait: "clock",
  no_further_action: "leaf",
};
