/** Puts text into a field as if it had been typed, so that the browser can take it back. */

export type SourceInput = HTMLTextAreaElement | HTMLInputElement;

export function insert(field: SourceInput, put: string, start: number, end: number): void {
  field.focus();
  field.setSelectionRange(start, end);
  if (document.execCommand("insertText", false, put)) return;
  field.setRangeText(put, start, end, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
