import { en } from "../text.ts";
import { DroppedFile } from "./DroppedFile.tsx";
import { ThreeFields } from "./ThreeFields.tsx";

/** The two ways to bring an interview in. */
export function BothWays() {
  return (
    <div class="both">
      <DroppedFile />
      <section class="card panel" aria-labelledby="three">
        <h2 id="three">{en.bringIn.formTitle}</h2>
        <ThreeFields />
      </section>
    </div>
  );
}
