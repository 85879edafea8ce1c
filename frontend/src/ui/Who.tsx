/** A company's tile with its name and a second line. */

import type { ComponentChildren } from "preact";

const TONES = ["", "b", "c", "d"];

/** The same company has the same colour everywhere. */
function toneOf(company: string): string {
  let sum = 0;
  for (const character of company) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return TONES[sum % TONES.length] ?? "";
}

function initial(company: string): string {
  return (company.match(/[\p{L}\p{N}]/u)?.[0] ?? "·").toLocaleUpperCase();
}

export function Who({ company, to, children }: { company: string; to?: string; children?: ComponentChildren }) {
  return (
    <div class="who">
      <span class={`tile ${toneOf(company)}`} aria-hidden="true">
        {initial(company)}
      </span>
      <div>
        <b>{to ? <a href={to}>{company}</a> : company}</b>
        {children && <span>{children}</span>}
      </div>
    </div>
  );
}
