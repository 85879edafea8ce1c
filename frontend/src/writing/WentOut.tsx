/** After a hand-over we ask once whether it went out, because only the user knows. */

import { HowItEnded } from "../advice/StepActions.tsx";
import type { Reached, StepKind } from "../api/types.ts";
import { en } from "../text.ts";
import { useSaving } from "../ui/saving.ts";

interface WentOutProps {
  kind: StepKind;
  asking: boolean;
  onLog: (reached?: Reached) => Promise<void>;
  onNotYet: () => void;
}

export function WentOut({ kind, asking, onLog, onNotYet }: WentOutProps) {
  const saving = useSaving("press");
  const log = (reached?: Reached) => void saving.run(() => onLog(reached));
  return (
    <>
      <p class="sr" role="status">
        {asking && (kind === "follow_up_call" ? en.call.question : en.handOver.question)}
      </p>
      {asking && kind === "follow_up_call" && <HowItEnded onReached={log} onCancel={onNotYet} />}
      {asking && kind !== "follow_up_call" && (
        <div class="ask">
          <p id="went-out">{en.handOver.question}</p>
          <div class="actions" role="group" aria-labelledby="went-out">
            <button class="btn quiet" type="button" aria-disabled={saving.busy} onClick={() => log()}>
              {en.handOver.yes}
            </button>
            <button class="btn text" type="button" onClick={onNotYet}>
              {en.handOver.notYet}
            </button>
          </div>
        </div>
      )}
      <div role="alert">{saving.sentence && <p class="wrong">{saving.sentence}</p>}</div>
    </>
  );
}
