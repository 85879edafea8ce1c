/** A deletion that asks once, in words, and moves the focus to the question. */

import { useEffect, useRef, useState } from "preact/hooks";
import { useSaving } from "./saving.ts";

interface CertainProps {
  ask: string;
  /** Which one of several it is about, for those who hear the button alone. */
  named?: string;
  question: string;
  yes: string;
  no: string;
  onYes: () => Promise<unknown>;
}

export function Certain({ ask, named, question, yes, no, onYes }: CertainProps) {
  const [asking, setAsking] = useState(false);
  const saving = useSaving("press");
  const box = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (asking) box.current?.focus();
  }, [asking]);
  if (!asking) {
    return (
      <button class="btn text stop" type="button" aria-label={named && `${ask}: ${named}`} onClick={() => setAsking(true)}>
        {ask}
      </button>
    );
  }
  return (
    <div class="certain">
      <p ref={box} tabIndex={-1}>
        {question}
      </p>
      <div class="actions">
        <button class="btn stop" type="button" aria-disabled={saving.busy} onClick={() => void saving.run(onYes)}>
          {yes}
        </button>
        <button class="btn text" type="button" onClick={() => setAsking(false)}>
          {no}
        </button>
      </div>
      <div role="alert">{saving.sentence && <p class="wrong">{saving.sentence}</p>}</div>
    </div>
  );
}
