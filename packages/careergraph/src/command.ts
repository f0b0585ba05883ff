/** A command of `careergraph`. What it needs is loaded when it runs, so that `--help` does not wait for it. */
export interface Command {
  readonly summary: string;
  /** Runs it with the arguments after its name, and gives the exit code. */
  run(argv: readonly string[]): Promise<number>;
  /** What a shell can complete after its name. */
  describe(): Promise<Described>;
}

/** What may follow a command. */
export interface Described {
  /** Its parameters as its help shows them: `<source> <path or URL>`. */
  readonly parameters: string;
  readonly options: Readonly<Record<string, DescribedOption>>;
  /** Its own commands: those of `data`. */
  readonly commands?: Readonly<Record<string, Described & { readonly summary: string }>>;
}

export interface DescribedOption {
  readonly help: string;
  /** What its value is, as its help shows it: `SOURCES`. Undefined if it takes none. */
  readonly value?: string | undefined;
}
