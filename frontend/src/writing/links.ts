/** The links that hand a text over, made anew with every change of it. Pure; the API makes the same of its drafts. */

/** In characters: beyond this a mail program or a mail page may cut a link off without a word. */
export const LONGEST_LINK = 1900;

export interface Links {
  mailto: string | null;
  gmail: string | null;
  outlook: string | null;
}

const LINE_BREAK = /\r\n|\r|\n/;
const HALF_A_CHARACTER = /\p{Surrogate}/gu;
const LEFT_ALONE = /[!'()*]/g;

/** All but letters, digits and `-._~` as percent signs. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(HALF_A_CHARACTER, "\ufffd")).replace(
    LEFT_ALONE,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function short(link: string): string | null {
  return link.length <= LONGEST_LINK ? link : null;
}

export function linksOf(address: string | null, subject: string, body: string): Links {
  const to = encoded(address ?? "");
  const title = encoded(subject.split(LINE_BREAK).join(" "));
  const text = encoded(body.split(LINE_BREAK).join("\r\n"));
  return {
    mailto: short(`mailto:${to.replace("%40", "@")}?subject=${title}&body=${text}`),
    gmail: short(`https://mail.google.com/mail/?view=cm&fs=1&to=${to}&su=${title}&body=${text}`),
    outlook: short(`https://outlook.live.com/mail/0/deeplink/compose?to=${to}&subject=${title}&body=${text}`),
  };
}
