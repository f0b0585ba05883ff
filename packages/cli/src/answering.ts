import type { Answering, AnsweringRelease } from '@careergraph/releases';

/**
 * `bls-oews now answers with May 2025 (2025-05); state with May 2024 (2024-05). Figures it lacks come
 * from the newest of these that has them: 2024-05, 2023-05 (starter). Also loaded, if named: …`
 */
export function answeringText(source: string, { active, named, otherParts }: Answering, verb = 'now answers'): string {
  const keys = (onlyNamed: boolean) => named.filter((release) => release.onlyNamed === onlyNamed).map(keyText);
  const [older, onlyNamed] = [keys(false), keys(true)];
  const parts = otherParts.map((release) => `; ${release.part} with ${labelText(release)}`).join('');
  return [
    active ? `${source} ${verb} with ${labelText(active)}${parts}.` : `${source} now has no default release.`,
    ...(older.length === 0
      ? []
      : [`Figures it lacks come from the newest of these that has them: ${older.join(', ')}.`]),
    ...(onlyNamed.length === 0 ? [] : [`Also loaded, if named: ${onlyNamed.join(', ')}.`]),
  ].join(' ');
}

/** Why a release that was imported is not the default; null if it is. */
export function whySuperseded(release: string, { active, named }: Answering): string | null {
  if (!active || active.key === release) return null;
  if (active.key > release) return `The default stays ${active.label}, which is newer.`;
  return named.find(({ key }) => key === release)?.onlyNamed
    ? `The default stays ${active.label}, which an operator has activated.`
    : `The default stays ${active.label}: this release has no national part.`;
}

function labelText({ label, key, edition }: AnsweringRelease): string {
  return `${label} (${edition === 'starter' ? `${key}, starter` : key})`;
}

function keyText({ key, edition }: AnsweringRelease): string {
  return edition === 'starter' ? `${key} (starter)` : key;
}
