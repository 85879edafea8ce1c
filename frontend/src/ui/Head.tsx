import type { ComponentChildren } from "preact";

interface HeadProps {
  title: string;
  lede?: ComponentChildren;
  crumb?: { to: string; words: string };
  children?: ComponentChildren;
}

/** The head of a screen: where from, what, and one sentence. */
export function Head({ title, lede, crumb, children }: HeadProps) {
  return (
    <div class="head">
      {crumb && (
        <p class="crumb">
          <a href={crumb.to}>
            <span aria-hidden="true">←</span> {crumb.words}
          </a>
        </p>
      )}
      {children}
      <h1>{title}</h1>
      {lede && <p class="lede">{lede}</p>}
    </div>
  );
}
