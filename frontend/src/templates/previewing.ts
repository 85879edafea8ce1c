/** What a source makes of an application or an example, a moment after the last keystroke. */

import { useEffect, useState } from "preact/hooks";
import { asRefused } from "../api/problem.ts";
import type { Refused, Spot } from "../api/problem.ts";
import { preview } from "../api/templates.ts";
import type { Message, TemplatePreview } from "../api/types.ts";

/** Milliseconds after typing stops. */
const PAUSE = 250;

export interface Mistake {
  detail: string;
  /** Null for one that is in the whole of it. */
  spot: Spot | null;
}

export interface Previewed {
  /** The last that could be made. */
  message: Message | null;
  subject: Mistake | undefined;
  body: Mistake | undefined;
  /** It could not be asked for. */
  unread: boolean;
}

const NOTHING: Previewed = { message: null, subject: undefined, body: undefined, unread: false };

export function usePreview(source: TemplatePreview): Previewed {
  const [previewed, setPreviewed] = useState(NOTHING);
  const asked = JSON.stringify(source);
  useEffect(() => {
    let wanted = true;
    const tell = (now: Partial<Previewed>) => wanted && setPreviewed((before) => ({ ...NOTHING, message: before.message, ...now }));
    const body = JSON.parse(asked) as TemplatePreview;
    const ask = () =>
      void preview(body).then(
        (message) => tell({ message }),
        (thrown: unknown) => tell(mistakesIn(asRefused(thrown))),
      );
    const timer = setTimeout(() => (body.body.trim() ? ask() : tell({ message: null })), PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [asked]);
  return previewed;
}

function mistakesIn(why: Refused): Partial<Previewed> {
  const at = (pointer: string): Mistake | undefined => {
    const detail = why.fields.get(pointer);
    return detail === undefined ? undefined : { detail, spot: why.spots.get(pointer) ?? null };
  };
  const [subject, body] = [at("/subject"), at("/body") ?? at("")];
  return subject || body ? { subject, body } : { unread: true };
}
