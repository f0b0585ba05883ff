import type { Answering, AnsweringRelease } from '@careergraph/releases';

/** `bls-oews now answers with May 2025 (2025-05). Also loaded, if named: 2024-05 (starter), 2023-05.` */
export function answeringText(source: string, { active, named }: Answering): string {
  const also = named.length === 0 ? '' : ` Also loaded, if named: ${named.map(keyText).join(', ')}.`;
  if (!active) return `${source} now has no default release.${also}`;
  const key = active.edition === 'starter' ? `${active.key}, starter` : active.key;
  return `${source} now answers with ${active.label} (${key}).${also}`;
}

function keyText({ key, edition }: AnsweringRelease): string {
  return edition === 'starter' ? `${key} (starter)` : key;
}
