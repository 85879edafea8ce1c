/** What the API says when it refuses (RFC 9457), and the one error that the pages throw and show. */

interface ProblemDocument {
  status?: number;
  title?: string;
  detail?: string;
  errors?: { pointer: string; detail: string; line?: number | null; column?: number | null }[];
}

/** Where in a text, counted from 1. */
export interface Spot {
  line: number;
  column: number;
}

/** A refusal; `offline` when no answer came at all. `fields` maps a JSON pointer to what to write instead, and `spots` to where. */
export class Refused extends Error {
  readonly status: number;
  readonly offline: boolean;
  readonly fields: ReadonlyMap<string, string>;
  readonly spots: ReadonlyMap<string, Spot>;

  constructor(status: number, document: ProblemDocument = {}) {
    super(document.detail ?? document.title ?? "");
    this.status = status;
    this.offline = status === 0;
    const errors = document.errors ?? [];
    this.fields = new Map(errors.map((error) => [error.pointer, error.detail]));
    this.spots = new Map(errors.flatMap(({ pointer, line, column }) => (line && column ? [[pointer, { line, column }]] : [])));
  }
}

/** The refusal in an answer's parsed error body. */
export function refused(response: Response, body: unknown): Refused {
  return new Refused(response.status, typeof body === "object" && body !== null ? body : {});
}

/** Any thrown value as a refusal: what is no refusal came from the network, or from a defect of ours. */
export function asRefused(thrown: unknown): Refused {
  if (thrown instanceof Refused) return thrown;
  if (thrown instanceof TypeError && /fetch|network|load failed/i.test(thrown.message)) return new Refused(0);
  console.error(thrown);
  return new Refused(500);
}
