/** The rules that every suggestion comes from: where a source chip leads. */

import { useEffect, useRef } from "preact/hooks";
import { readPolicy } from "../api/advice.ts";
import { useReading } from "../api/reading.ts";
import type { Reason, Rule } from "../api/types.ts";
import { en } from "../text.ts";
import { Head } from "../ui/Head.tsx";
import { Read } from "../ui/Read.tsx";
import { useTitle } from "../ui/title.ts";

const BASES: Reason["basis"][] = ["article", "reading", "courtesy", "preference"];

export function Guide({ rule }: { rule: string | null }) {
  useTitle(en.guide.title);
  const policy = useReading("policy", readPolicy);
  return (
    <div class="narrow">
      <Head title={en.guide.title} lede={en.guide.lede} />
      <Read reading={policy}>
        {({ rules }) =>
          BASES.map((basis) => (
            <section key={basis} class="section" aria-labelledby={basis}>
              <h2 id={basis}>{en.guide.bases[basis]}</h2>
              <ul class="rows">
                {rules
                  .filter((one) => one.basis === basis)
                  .map((one) => (
                    <RuleRow key={one.id} rule={one} wanted={one.id === rule} />
                  ))}
              </ul>
            </section>
          ))
        }
      </Read>
    </div>
  );
}

function RuleRow({ rule, wanted }: { rule: Rule; wanted: boolean }) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!wanted) return;
    row.current?.scrollIntoView({ block: "center" });
    row.current?.focus({ preventScroll: true });
  }, [wanted]);
  return (
    <li ref={row} class={wanted ? "rule wanted" : "rule"} tabIndex={wanted ? -1 : undefined}>
      <div>{rule.statement}</div>
      {rule.sections.length > 0 && (
        <div class="cites">
          {rule.sections.map((section) => (
            <span key={section} class="cite">
              {en.sections[section] ?? section}
            </span>
          ))}
        </div>
      )}
    </li>
  );
}
