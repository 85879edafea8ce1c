/** The plan as an ordered list: the picture on a phone, the words beside the picture elsewhere. */

import type { Contact } from "../api/types.ts";
import type { Reader } from "../time/words.ts";
import { Icon } from "../ui/Icon.tsx";
import type { IconName } from "../ui/Icon.tsx";
import { kindIcons } from "../ui/kind-icons.ts";
import type { Entry } from "./entries.ts";
import { entryWords } from "./words.ts";

export function PlanPath({ entries, contacts, reader }: { entries: Entry[]; contacts: Contact[]; reader: Reader }) {
  return (
    <ol class="path">
      {entries.map((entry, index) => {
        const words = entryWords(entry, contacts, reader);
        return (
          <li key={index} class={entry.state}>
            <span class="mark">
              <Icon name={iconOf(entry)} />
            </span>
            <span class="when">{words.when}</span>
            <b>{words.what}</b>
            {words.more && <p>{words.more}</p>}
          </li>
        );
      })}
    </ol>
  );
}

function iconOf({ event, state }: Entry): IconName {
  if (state === "done") return "check";
  switch (event.what) {
    case "step":
      return kindIcons[event.kind];
    case "promise":
      return "clock";
    case "rest":
      return "leaf";
    default:
      return "chat";
  }
}
