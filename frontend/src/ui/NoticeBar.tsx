import { en } from "../text.ts";
import { Icon } from "./Icon.tsx";
import { dismissNotice, notice, undoNoticed } from "./notice.ts";
import { useShared } from "./shared.ts";

/** Stays until the next notice, a change of screen, or its own button: nobody is hurried. */
export function NoticeBar() {
  const shown = useShared(notice);
  return (
    <div class={shown ? "notice shown" : "notice"}>
      <p role="status">{shown?.text}</p>
      {shown?.undo && (
        <button class="btn text" type="button" onClick={() => void undoNoticed()}>
          {en.notice.undo}
        </button>
      )}
      {shown && (
        <button class="btn icon" type="button" aria-label={en.notice.close} onClick={dismissNotice}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
