/** How many statements a process has Postgres answer at the same time. */
export const DEFAULT_CONNECTIONS = 10;
