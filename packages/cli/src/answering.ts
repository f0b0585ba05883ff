import type { Answering, AnsweringRelease } from '@careergraph/releases';

/**
 * `The default release of bls-oews is now May 2025 (2025-05); its state part comes from May 2024 (2024-05). Figures it
 * lacks come from the newest of these that has them: 2024-05, 2023-05 (starter). Queries get figures of these only if
 * they name the release in asOf: …`
 *
 * @param verb how the default release is introduced
 */
export function answeringText(source: string, { active, named, otherParts }: Answering, verb = 'is now'): string {
  const keys = (onlyNamed: boolean) => named.filter((release) => release.onlyNamed === onlyNamed).map(keyText);
  const [older, onlyNamed] = [keys(false), keys(true)];
  const parts = otherParts.map((release) => `; its ${release.part} part comes from ${labelText(release)}`).join('');
  return [
    active
      ? `The default release of ${source} ${verb} ${labelText(active)}${parts}.`
      : `${source} now has no default release.`,
    ...(older.length === 0
      ? []
      : [`Figures it lacks come from the newest of these that has them: ${older.join(', ')}.`]),
    ...(onlyNamed.length === 0
      ? []
      : [`Queries get figures of these only if they name the release in asOf: ${onlyNamed.join(', ')}.`]),
  ].join(' ');
}

/** Why a release that was imported is not the default; null if it is. */
export function whySuperseded(release: string, { active, named }: Answering): string | null {
  if (!active || active.key === release) return null;
  const why = () => {
    if (active.key > release) return `${active.label} is newer`;
    return named.find(({ key }) => key === release)?.onlyNamed
      ? `an operator has activated ${active.label}`
      : 'it has no national part';
  };
  return `This release is not the default, because ${why()}.`;
}

function labelText({ label, key, edition }: AnsweringRelease): string {
  return `${label} (${edition === 'starter' ? `${key}, starter` : key})`;
}

function keyText({ key, edition }: AnsweringRelease): string {
  return edition === 'starter' ? `${key} (starter)` : key;
}
