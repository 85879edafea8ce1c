/** A field for the source of a template: it offers the names that fit as they are typed, and leads to a mistake. */

import type { RefObject, TargetedEvent } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Variable } from "../api/types.ts";
import { en } from "../text.ts";
import { Labelled } from "../ui/Field.tsx";
import { caretAt, completion, fitting, typingAt } from "./completing.ts";
import type { Typing } from "./completing.ts";
import { insert } from "./inserting.ts";
import type { SourceInput } from "./inserting.ts";
import type { Mistake } from "./previewing.ts";
import { Suggestions } from "./Suggestions.tsx";

interface SourceFieldProps {
  label: string;
  hint: string;
  value: string;
  onValue: (value: string) => void;
  variables: Variable[];
  mistake: Mistake | undefined;
  /** One line, unless this says how many. */
  rows?: number;
  field?: RefObject<SourceInput | null>;
}

export function SourceField({ label, hint, value, onValue, variables, mistake, rows, field }: SourceFieldProps) {
  const own = useRef<SourceInput | null>(null);
  const input = field ?? own;
  const { typing, place, fits, look, close, move } = useTyping(variables, input);
  const list = useId();
  const wrong = fits.length > 0 ? undefined : mistake; // whoever is choosing a name knows that it is not closed yet

  function take(name: string) {
    const it = input.current;
    if (!it || !typing) return;
    const { start, end, put } = completion(it.value, it.selectionEnd ?? 0, typing, name);
    close();
    insert(it, put, start, end);
  }

  function press(event: KeyboardEvent) {
    const chosen = fits[place];
    if (!chosen) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter") take(chosen.name);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  }

  function goThere() {
    const it = input.current;
    if (!it || !mistake?.spot) return;
    const caret = caretAt(it.value, mistake.spot.line, mistake.spot.column);
    it.focus();
    it.setSelectionRange(caret, caret);
  }

  const listening = {
    value,
    ref: input as RefObject<never>,
    spellcheck: true,
    "aria-autocomplete": "list",
    "aria-haspopup": "listbox",
    "aria-controls": fits.length ? list : undefined,
    "aria-activedescendant": fits.length ? `${list}-${place}` : undefined,
    onKeyDown: press,
    onClick: look,
    onBlur: close,
    onInput: (event: TargetedEvent<SourceInput>) => {
      onValue(event.currentTarget.value);
      look();
    },
  } as const;

  return (
    <div class="source-field">
      <Labelled label={label} hint={hint} wrong={wrong && worded(wrong)}>
        {(wiring) => (
          <div class="completed">
            {rows ? <textarea {...wiring} {...listening} rows={rows} /> : <input {...wiring} {...listening} type="text" />}
            {fits.length > 0 && <Suggestions id={list} names={fits} place={place} onTake={take} />}
          </div>
        )}
      </Labelled>
      {wrong?.spot && (
        <button class="btn text" type="button" onClick={goThere}>
          {en.template.goThere}
        </button>
      )}
      <p class="sr" role="status">
        {fits.length > 0 && en.template.fitting(fits.length)}
      </p>
    </div>
  );
}

function worded({ spot, detail }: Mistake): string {
  return spot ? `${en.template.at(spot.line, spot.column)} ${detail}` : detail;
}

/** Which names fit where the caret stands, and which of them is chosen. */
function useTyping(variables: Variable[], input: RefObject<SourceInput | null>) {
  const [typing, setTyping] = useState<Typing | null>(null);
  const [place, setPlace] = useState(0);
  const fits = typing ? fitting(variables, typing.typed) : [];
  useEffect(() => setPlace(0), [typing?.typed]);

  function look() {
    const it = input.current;
    setTyping(it && typingAt(it.value, it.selectionEnd ?? 0));
  }

  return {
    typing,
    place: Math.min(place, Math.max(fits.length - 1, 0)),
    fits,
    look,
    close: () => setTyping(null),
    move: (step: number) => setPlace((place + step + fits.length) % fits.length),
  };
}
