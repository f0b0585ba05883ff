interface Keep {
  readonly inputs: string;
  readonly value: Promise<unknown>;
}

/** What was computed from a part of the releases. It outlives a change of the others. */
export class Kept {
  readonly #kept = new Map<string, Keep>();
  readonly #counts = new Map<string, { hits: number; misses: number }>();

  /**
   * Computes something, or gives what was last computed under its name if that was made of the same inputs; a failure is
   * not kept.
   */
  get<T>(name: string, inputs: string, compute: () => Promise<T>): Promise<T> {
    const counts = this.#counts.get(name) ?? { hits: 0, misses: 0 };
    this.#counts.set(name, counts);
    const last = this.#kept.get(name);
    if (last?.inputs === inputs) {
      counts.hits += 1;
      return last.value as Promise<T>;
    }
    counts.misses += 1;
    const kept = { inputs, value: compute() };
    this.#kept.set(name, kept);
    kept.value.catch(() => {
      if (this.#kept.get(name) === kept) this.#kept.delete(name);
    });
    return kept.value;
  }

  /** How often something was kept (hits) or computed (misses). */
  countsOf(name: string): { readonly hits: number; readonly misses: number } {
    return this.#counts.get(name) ?? { hits: 0, misses: 0 };
  }
}
