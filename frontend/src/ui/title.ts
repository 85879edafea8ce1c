import { useEffect } from "preact/hooks";
import { en } from "../text.ts";

/** Name the window after the screen. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    document.title = title ? `${title} · ${en.brand}` : en.brand;
  }, [title]);
}
