/** Another draft in the place of this one; what was written in it is not lost. */

import { asRefused } from "../api/problem.ts";
import { en } from "../text.ts";
import { tell } from "../ui/notice.ts";
import { readDraft } from "./drafts.ts";
import type { Place } from "./kept.ts";
import { remember } from "./source.ts";
import type { Source } from "./source.ts";
import type { Desk } from "./text.ts";

interface Change {
  place: Place;
  text: Desk;
  from: Source;
  to: Source;
  onSource: (source: Source) => void;
}

/** Only once the other draft is known to be there does this one go. */
export async function chooseDraft({ place, text, from, to, onSource }: Change): Promise<void> {
  try {
    await readDraft(place, to);
  } catch (thrown) {
    tell(asRefused(thrown).offline ? en.problem.offlinePress : en.problem.unchanged);
    return;
  }
  const take = (source: Source) => {
    remember(place.kind, source);
    onSource(source);
  };
  const edited = text.changed;
  const bringBack = text.startAgain();
  take(to);
  if (!edited) return;
  tell(en.write.otherDraft, async () => {
    take(from);
    bringBack();
  });
}
