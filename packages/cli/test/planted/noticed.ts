import type { AuditEntry } from '@careergraph/domain';
import { ImportError } from '@careergraph/extract';

/** What tells a file from the untouched one: a refusal, or an audit that fails otherwise. */
export async function noticed(
  check: () => Promise<readonly AuditEntry[]>,
  usual: readonly AuditEntry[],
): Promise<string | null> {
  try {
    const found = await check();
    const others = found.filter(({ id, failures }) => usual.find((entry) => entry.id === id)?.failures !== failures);
    return others.length === 0 ? null : others.map(({ id }) => id).join(', ');
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const [, must = null] = /\n {2}([a-z]+\/[a-z0-9-]+):/.exec(error.message) ?? [];
    return `refused: ${must ?? error.message.split('\n').at(-1)?.trim().slice(0, 160)}`;
  }
}
