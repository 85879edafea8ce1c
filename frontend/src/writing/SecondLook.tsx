/** What there is to look at again in one text, told politely whenever that changes. */

import type { Finding, MessageToCheck, Span } from "../api/types.ts";
import { en } from "../text.ts";
import { quoted } from "./characters.ts";
import { useLook } from "./checking.ts";
import type { Looked } from "./checking.ts";

interface SecondLookProps {
  question: MessageToCheck;
  /** What was found when the draft was made. */
  first: Looked;
  /** What only the draft can tell: it could not say this, because nobody has told us. */
  lacks: Finding[];
  onShow: (span: Span) => void;
}

export function SecondLook({ question, first, lacks, onShow }: SecondLookProps) {
  const { body } = question;
  const looked = useLook(question, first);
  const findings = looked && [...looked.findings.filter((one) => !isLack(one)), ...lacks];
  const unworded = looked !== null && !looked.wordingRead && body.trim() !== "";
  const said = summary(body, findings, unworded);
  return (
    <>
      <p role="status" class={findings?.length ? "sr" : undefined}>
        {said === en.checks.nothing && <span class="chip now">{en.checks.good}</span>} {said}
      </p>
      <ul>
        {findings?.map((finding) => (
          <Row key={`${finding.rule} ${finding.span?.start}`} finding={finding} body={body} onShow={onShow} />
        ))}
      </ul>
      {unworded && <p class="foot">{en.checks.unworded}</p>}
    </>
  );
}

/** Of a draft alone. */
export function isLack({ rule }: Finding): boolean {
  return rule === "missing_value";
}

function summary(body: string, findings: Finding[] | null, unworded: boolean): string {
  if (!findings) return en.checks.unread;
  if (!body.trim()) return en.checks.empty;
  if (findings.length) return en.checks.summary(findings.length);
  return unworded ? en.checks.nothingUnworded : en.checks.nothing;
}

interface RowProps {
  finding: Finding;
  body: string;
  onShow: (span: Span) => void;
}

function Row({ finding: { severity, message, span, suggestion, section }, body, onShow }: RowProps) {
  const quote = span && quoted(body, span);
  return (
    <li>
      <span class={severity === "advice" ? "chip" : "chip wait"}>
        {severity === "advice" ? en.checks.idea : en.checks.lookAgain}
      </span>
      <p>{message}</p>
      {span && quote && (
        <button class="quote" type="button" aria-label={en.checks.show(quote)} onClick={() => onShow(span)}>
          {quote}
        </button>
      )}
      {suggestion && <p class="soft">{suggestion}</p>}
      {section && <p class="foot">{en.cite.article(section)}</p>}
    </li>
  );
}
