/** A form that says at its end what is wrong, and takes the reader to the first field that needs another look. */

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface FormProps {
  sentence: string | null;
  onSubmit: () => void;
  label?: string;
  class?: string;
  children: ComponentChildren;
}

export function Form({ sentence, onSubmit, label, class: className = "", children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (sentence) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [sentence]);
  return (
    <form
      ref={form}
      class={`form ${className}`}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      <div role="alert">{sentence && <p class="wrong">{sentence}</p>}</div>
    </form>
  );
}
