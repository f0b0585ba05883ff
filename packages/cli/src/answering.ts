import type { Answering, AnsweringRelease } from '@careergraph/releases';

/** `bls-oews answers with May 2025 (2025-05, published); where it is named, with 2024-05 (starter), 2023-05.` */
export function answeringText(source: string, { active, named }: Answering): string {
  const also = named.length === 0 ? '' : ` Where it is named: ${named.map(shown).join(', ')}.`;
  if (!active) return `Now nothing of ${source} answers where no release is named.${also}`;
  return `Now ${source} answers with ${active.label}, ${shown(active)}.${also}`;
}

function shown({ key, edition }: AnsweringRelease): string {
  return edition === 'starter' ? `${key} (starter)` : key;
}
