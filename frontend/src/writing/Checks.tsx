import type { Finding, Span } from "../api/types.ts";
import { en } from "../text.ts";
import { quoted } from "./characters.ts";

interface ChecksProps {
  body: string;
  /** Null when nobody could look. */
  findings: Finding[] | null;
  onShow: (span: Span) => void;
}

/** What there is to look at again in the letter, told politely whenever that changes. */
export function Checks({ body, findings, onShow }: ChecksProps) {
  const said = summary(body, findings);
  return (
    <aside class="checks" aria-labelledby="checks">
      <h2 class="h2" id="checks">
        {en.checks.title}
      </h2>
      <p role="status" class={findings?.length ? "sr" : undefined}>
        {said === en.checks.nothing && <span class="chip now">{en.checks.good}</span>} {said}
      </p>
      <ul>
        {findings?.map((finding) => (
          <Row key={`${finding.rule} ${finding.span?.start}`} finding={finding} body={body} onShow={onShow} />
        ))}
      </ul>
    </aside>
  );
}

function summary(body: string, findings: Finding[] | null): string {
  if (!findings) return en.checks.unread;
  if (!body.trim()) return en.checks.empty;
  return findings.length ? en.checks.summary(findings.length) : en.checks.nothing;
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
