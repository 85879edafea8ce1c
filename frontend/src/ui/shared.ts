/** A value that several components follow: the smallest thing that does it. */

import { useEffect, useState } from "preact/hooks";

export class Shared<T> {
  #value: T;
  readonly #followers = new Set<(value: T) => void>();

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  set value(value: T) {
    this.#value = value;
    for (const follow of [...this.#followers]) follow(value);
  }

  follow(follower: (value: T) => void): () => void {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }
}

/** The value, and a new drawing whenever it changes. */
export function useShared<T>(shared: Shared<T>): T {
  const [value, setValue] = useState(() => shared.value);
  useEffect(() => {
    const tell = (next: T) => setValue(() => next);
    tell(shared.value); // it may have changed between drawing and following
    return shared.follow(tell);
  }, [shared]);
  return value;
}
