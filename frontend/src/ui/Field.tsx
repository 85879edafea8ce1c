/** A label above, a hint under it, the field, and under that what to write instead. */

import type { ComponentChildren, RefObject } from "preact";
import { useId } from "preact/hooks";
import { en } from "../text.ts";

export interface Common {
  label: string;
  hint?: string | undefined;
  wrong?: string | undefined;
  optional?: boolean;
}

interface Wiring {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: "true";
}

/** What every field has around it. */
export function Labelled({ label, hint, wrong, optional, children }: Common & { children: (wiring: Wiring) => ComponentChildren }) {
  const id = useId();
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(" ");
  const wiring: Wiring = { id };
  if (described) wiring["aria-describedby"] = described;
  if (wrong) wiring["aria-invalid"] = "true";
  return (
    <div class="field">
      <label for={id}>
        {label}
        {optional && <small> {en.optional}</small>}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children(wiring)}
      {wrong && (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
}

interface Valued {
  value: string;
  onValue: (value: string) => void;
}

interface InputProps extends Common, Valued {
  type?: "text" | "email" | "password" | "search" | "tel" | "url" | "date" | "time" | "datetime-local";
  autocomplete?: "on" | "off" | "name" | "username" | "current-password" | "new-password";
  inputMode?: "numeric";
  list?: string;
  min?: string;
  spellcheck?: boolean;
}

export function TextField({ label, hint, wrong, optional = false, value, onValue, type = "text", list, ...rest }: InputProps) {
  const kind = { type, list } as { type: "text"; list?: string }; // the types of inputs cannot be told apart by a variable
  return (
    <Labelled label={label} hint={hint} wrong={wrong} optional={optional}>
      {(wiring) => (
        <input {...rest} {...wiring} {...kind} value={value} onInput={(event) => onValue(event.currentTarget.value)} />
      )}
    </Labelled>
  );
}

interface AreaProps extends Common, Valued {
  rows?: number;
  field?: RefObject<HTMLTextAreaElement | null>;
}

export function TextArea({ label, hint, wrong, optional = false, value, onValue, rows = 3, field }: AreaProps) {
  return (
    <Labelled label={label} hint={hint} wrong={wrong} optional={optional}>
      {(wiring) => (
        <textarea {...wiring} ref={field} rows={rows} value={value} onInput={(event) => onValue(event.currentTarget.value)} />
      )}
    </Labelled>
  );
}

type Choices<V extends string> = Common & { value: V; onValue: (value: V) => void; choices: [V, string][] };

export function SelectField<V extends string>({ label, hint, wrong, optional = false, value, onValue, choices }: Choices<V>) {
  return (
    <Labelled label={label} hint={hint} wrong={wrong} optional={optional}>
      {(wiring) => (
        <select {...wiring} value={value} onChange={(event) => onValue(event.currentTarget.value as V)}>
          {choices.map(([choice, words]) => (
            <option key={choice} value={choice}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

export function RadioField<V extends string>({ label, value, onValue, choices }: Choices<V>) {
  const name = useId();
  return (
    <fieldset class="field choices">
      <legend>{label}</legend>
      {choices.map(([choice, words]) => (
        <label key={choice} class="choice">
          <input type="radio" name={name} checked={value === choice} onChange={() => onValue(choice)} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function CheckField({ label, checked, onChecked }: { label: string; checked: boolean; onChecked: (on: boolean) => void }) {
  return (
    <label class="choice">
      <input type="checkbox" checked={checked} onChange={(event) => onChecked(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
