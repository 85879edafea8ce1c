import { useEffect, useRef, useState } from "preact/hooks";
import type { Contact, Status } from "../api/types.ts";
import { en } from "../text.ts";
import { ReplyForm } from "./ReplyForm.tsx";

interface WaitActionsProps {
  applicationId: string;
  status: Status;
  contacts: Contact[];
}

/** While waiting there is one thing to tell us: that they replied. */
export function WaitActions(props: WaitActionsProps) {
  const [asking, setAsking] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asking) box.current?.querySelector("input")?.focus();
  }, [asking]);
  const stop = () => setAsking(false);
  return (
    <>
      <div class="actions">
        <button class="btn quiet" type="button" aria-expanded={asking} onClick={() => setAsking(!asking)}>
          {en.step.theyReplied}
        </button>
      </div>
      <div ref={box}>{asking && <ReplyForm {...props} onDone={stop} onCancel={stop} />}</div>
    </>
  );
}
