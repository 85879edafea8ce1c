/** Our own icons: 24 px grid, 1.7 px stroke, round ends; always beside a word, so hidden from readers. */

import type { JSX } from "preact";

const drawings = {
  mail: (
    <>
      <path d="M3.5 6.5h17v11a1.5 1.5 0 0 1-1.5 1.5H5a1.5 1.5 0 0 1-1.5-1.5z" />
      <path d="m4 7 8 6.2L20 7" />
    </>
  ),
  call: (
    <path d="M6 4h3l1.6 4.2-2 1.6a12 12 0 0 0 5.6 5.6l1.6-2L20 15v3a2 2 0 0 1-2.2 2A15 15 0 0 1 4 6.2 2 2 0 0 1 6 4z" />
  ),
  link: (
    <>
      <circle cx="8" cy="9" r="3" />
      <circle cx="17" cy="10" r="2.3" />
      <path d="M2.8 19c.4-3.2 2.5-5 5.2-5s4.8 1.8 5.2 5M15.5 14.6c2.9-.6 5.1 1 5.7 4" />
    </>
  ),
  note: (
    <>
      <path d="M4 20c3.5-.4 5.5-1.2 7-2.7L20 8.3 15.7 4 6.7 13C5.2 14.5 4.4 16.5 4 20z" />
      <path d="m13.3 6.4 4.3 4.3" />
    </>
  ),
  sun: (
    <>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4" />
    </>
  ),
  stack: (
    <>
      <rect x="4" y="4.5" width="16" height="6" rx="1.8" />
      <rect x="4" y="13.5" width="16" height="6" rx="1.8" />
    </>
  ),
  in: (
    <>
      <path d="M12 4v10m0 0 4-4m-4 4-4-4" />
      <path d="M4 15v3a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-3" />
    </>
  ),
  gear: (
    <>
      <path d="M4 7h9M17 7h3M4 17h3M11 17h9" />
      <circle cx="15" cy="7" r="2.2" />
      <circle cx="9" cy="17" r="2.2" />
    </>
  ),
  check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7v5.3l3.4 2" />
    </>
  ),
  chat: (
    <path d="M4 6.5A1.5 1.5 0 0 1 5.5 5h13A1.5 1.5 0 0 1 20 6.5v8a1.5 1.5 0 0 1-1.5 1.5H11l-4.5 3.5V16h-1A1.5 1.5 0 0 1 4 14.5z" />
  ),
  leaf: (
    <>
      <path d="M5 19c0-8 4-13 14-14 .5 9-4 14-11 13" />
      <path d="M5 19c2-4 5-7 9-9" />
    </>
  ),
  close: <path d="m6.5 6.5 11 11m0-11-11 11" />,
} satisfies Record<string, JSX.Element>;

export type IconName = keyof typeof drawings;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width="1.7"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      {drawings[name]}
    </svg>
  );
}
