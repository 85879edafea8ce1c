/** Everything that the composer shows of one step, read together. */

import { readNextAction } from "../api/advice.ts";
import { readApplication } from "../api/applications.ts";
import { draft } from "../api/messages.ts";
import { Refused } from "../api/problem.ts";
import { readTemplates } from "../api/templates.ts";
import type { Application, Message, Recommendation, Template } from "../api/types.ts";
import type { Place } from "./kept.ts";
import type { Source } from "./source.ts";

export interface Draft {
  source: Source;
  message: Message;
  /** What to say to a machine; of a call. */
  voicemail: Message | null;
}

export interface Desktop extends Draft {
  application: Application;
  next: Recommendation;
  /** One's own templates for this kind of step. */
  own: Template[];
}

export async function readDesktop(place: Place, source: Source): Promise<Desktop> {
  const [application, next, templates, drafted] = await Promise.all([
    readApplication(place.applicationId),
    readNextAction(place.applicationId),
    readTemplates({ kind: place.kind }),
    readDraft(place, source),
  ]);
  return { ...drafted, application, next, own: templates.filter((one) => !one.built_in) };
}

/** What the source makes; where one's own template is gone, what ours does. */
export async function readDraft(place: Place, source: Source): Promise<Draft> {
  const { applicationId, kind, contactId } = place;
  const wanted = { application_id: applicationId, contact_id: contactId };
  try {
    const [message, voicemail] = await Promise.all([
      draft(source, wanted),
      kind === "follow_up_call" ? draft(source, { ...wanted, mode: "voicemail" }) : null,
    ]);
    return { source, message, voicemail };
  } catch (thrown) {
    if (!(thrown instanceof Refused) || thrown.status !== 404 || source.template === kind) throw thrown;
    return readDraft(place, { ...source, template: kind });
  }
}
