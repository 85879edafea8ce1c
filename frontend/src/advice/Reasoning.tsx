/** The reasoning: a numbered argument, each step with the source it rests on. */

import type { Missing, Reason } from "../api/types.ts";
import { href } from "../routing/routes.ts";
import { en } from "../text.ts";
import { whereToAdd } from "./missing.ts";

export function citation(reason: Pick<Reason, "basis" | "section">): string {
  const words = en.cite[reason.basis];
  return typeof words === "string" ? words : words(reason.section);
}

export function Cite({ reason }: { reason: Reason }) {
  return (
    <a class="cite" href={href({ screen: "guide", rule: reason.rule })}>
      {citation(reason)}
    </a>
  );
}

interface ReasoningProps {
  applicationId: string;
  title: string;
  reasons: Reason[];
  missing?: Missing[];
}

export function Reasoning({ applicationId, title, reasons, missing = [] }: ReasoningProps) {
  return (
    <details class="why">
      <summary>{title}</summary>
      <div class="reveal">
        <ol class="argument">
          {reasons.map((reason) => (
            <li key={reason.rule}>
              <div>
                {reason.because} <span class="soft">{reason.statement}</span> <Cite reason={reason} />
              </div>
            </li>
          ))}
        </ol>
        <p class="foot">{en.step.rulesLooked(reasons.length)}</p>
        {missing.length > 0 && (
          <>
            <p class="lead-in">{en.step.missing}</p>
            <ul class="missing">
              {missing.map((one) => (
                <li key={one.field}>
                  {one.why}{" "}
                  <a href={whereToAdd(one, applicationId)} aria-label={en.step.addNamed(one.why)}>
                    {en.step.add}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </details>
  );
}
