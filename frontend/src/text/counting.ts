/** Numbers and names as people say them. */

const plurals = new Intl.PluralRules("en-GB");

/** "1 interview", "3 interviews". */
export function count(number: number, one: string, other: string): string {
  return `${number} ${plurals.select(number) === "one" ? one : other}`;
}

/** Small numbers in words. */
export const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** "two things", in words up to nine. */
export function counted(number: number, one: string, other: string): string {
  return `${SMALL[number] ?? number} ${plurals.select(number) === "one" ? one : other}`;
}

/** "Priya", "Priya and Tomás", "Priya, Tomás and 2 others". */
export function names(list: string[]): string {
  if (list.length <= 2) return list.join(" and ");
  const [first, second, third, ...others] = list;
  return `${first}, ${second} and ${others.length ? `${others.length + 1} others` : third}`;
}

/** Capital letter first. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
