import { useEffect, useRef } from "preact/hooks";
import type { Variable } from "../api/types.ts";
import { en } from "../text.ts";

interface SuggestionsProps {
  id: string;
  names: Variable[];
  /** Which of them is chosen. */
  place: number;
  onTake: (name: string) => void;
}

/** The names that fit; the focus stays in the field. */
export function Suggestions({ id, names, place, onTake }: SuggestionsProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.scrollIntoView({ block: "nearest" }), []);
  return (
    <ul
      ref={list}
      class="suggestions"
      id={id}
      role="listbox"
      aria-label={en.template.suggestions}
      onMouseDown={(event) => event.preventDefault()}
    >
      {names.map(({ name, meaning }, row) => (
        <li
          key={name}
          id={`${id}-${row}`}
          role="option"
          aria-selected={row === place}
          onClick={() => onTake(name)}
        >
          <code>{name}</code> <small>{meaning}</small>
        </li>
      ))}
    </ul>
  );
}
