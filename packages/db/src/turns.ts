/** Lets so many work at the same time. The others wait, and the one that waits longest is next. */
export class Turns {
  #free: number;
  readonly #waiting = new Set<() => void>();

  constructor(count: number) {
    this.#free = count;
  }

  /** Whether there was a turn to take at once. */
  tryTake(): boolean {
    if (this.#free === 0) return false;
    this.#free -= 1;
    return true;
  }

  /** Calls back when it is this one's turn, unless the returned function was called before. */
  wait(onTurn: () => void): () => void {
    this.#waiting.add(onTurn);
    return () => this.#waiting.delete(onTurn);
  }

  give(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#free += 1;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
