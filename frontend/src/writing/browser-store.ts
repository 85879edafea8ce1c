/** What this browser keeps of what is being written, until somebody signs out of it. */

const PREFIX = "afterview ";

/** What is kept under that name; null where there is nothing, or where the browser keeps nothing for us. */
export function readKept<T>(name: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name) ?? "null") as T | null;
  } catch {
    return null;
  }
}

export function keepAs(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // full, or switched off: what was written is still on the screen
  }
}

export function forgetKept(name: string): void {
  for (const one of keptNames()) if (one === name) localStorage.removeItem(PREFIX + name);
}

export function keptNames(): string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length));
  } catch {
    return [];
  }
}

export function forgetAll(): void {
  for (const name of keptNames()) localStorage.removeItem(PREFIX + name);
}
