import type { Variable } from "../api/types.ts";
import { en } from "../text.ts";

/** Everything that a template can name, to read and to put in at a press. */
export function NameList({ variables, onInsert }: { variables: Variable[]; onInsert: (name: string) => void }) {
  return (
    <details class="fold">
      <summary>{en.template.names}</summary>
      <ul class="reveal names">
        {variables.map(({ name, meaning }) => (
          <li key={name}>
            <button class="btn text" type="button" aria-label={en.template.insert(name)} onClick={() => onInsert(name)}>
              <code>{name}</code>
            </button>
            <small>{meaning}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
