import { en } from "../text.ts";
import { tell } from "./notice.ts";

/** Something to be copied into another program; it is read out as soon as it appears. */
export function CopyBox({ words, value }: { words: string; value: string }) {
  return (
    <div class="secret" role="status">
      <p>{words}</p>
      <code>{value}</code>
      {"clipboard" in navigator && (
        <button
          class="btn quiet"
          type="button"
          onClick={() => void navigator.clipboard.writeText(value).then(() => tell(en.settings.copied))}
        >
          {en.settings.copy}
        </button>
      )}
    </div>
  );
}
