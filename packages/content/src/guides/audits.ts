import { STATES } from '@careergraph/domain';
import type { Fault } from '../faults.js';
import { suggestion } from '../nearest.js';
import type { ContentFile } from '../yaml-file.js';
import { stateClaimId } from './claims.js';
import type { GuideFiles } from './parse.js';
import { numbersIn } from './printed.js';
import type { DocumentFile } from './schema.js';

const states = new Set(STATES.map(({ code }) => code));

/** Checks what a schema cannot: references between files, duplicates, and figures that differ from the printed text. */
export function auditGuides(guides: GuideFiles, occupations: ReadonlySet<string>): readonly Fault[] {
  return [
    ...auditNames(guides),
    ...guides.documents.flatMap((document) => auditDocument(guides, document, occupations)),
    ...auditCareers(guides, occupations),
    ...auditProfiles(guides),
    ...auditRatings(guides),
  ];
}

/** Two careers cannot both be the career of one Handbook profile. */
function auditProfiles({ careers }: GuideFiles): readonly Fault[] {
  const claimed = new Map<string, string>();
  return [...careers].flatMap(([slug, career]) => {
    const { handbook } = career.value;
    if (handbook?.relation !== 'SAME') return [];
    const other = claimed.get(handbook.profile);
    claimed.set(handbook.profile, other ?? slug);
    return other === undefined
      ? []
      : [
          career.at(
            ['handbook', 'profile'],
            `handbook: "${handbook.profile}" is already the same career as ${other}; make one of them NARROWER`,
          ),
        ];
  });
}

/** A stated rating names a document, and one of its claims is that rating. */
function auditRatings({ careers, documents, unreadable }: GuideFiles): readonly Fault[] {
  return [...careers.values()].flatMap((career) =>
    career.value.ratings.flatMap((stated, index) => {
      const { aspect, claims } = stated;
      const double = career.value.ratings.findIndex((other) => other.aspect === aspect) !== index;
      const faults = double ? [career.at(['ratings', index], `ratings: "${aspect}" is there twice`)] : [];
      if (stated.aspect !== 'SATISFACTION' || unreadable.has(stated.source)) return faults;
      const document = documents.find(({ value }) => value.slug === stated.source);
      if (!document)
        return [...faults, ...unknown(career, ['ratings', index, 'source'], stated.source, new Set(), 'a document')];
      const states = document.value.claims.some(
        ({ id, measure, text }) =>
          measure === 'RATING' && text === stated.rating && claims.includes(`${document.value.slug}/${id}`),
      );
      return states
        ? faults
        : [
            ...faults,
            career.at(
              ['ratings', index, 'rating'],
              `ratings: no claim of ${stated.source} listed here states the rating ${stated.rating}`,
            ),
          ];
    }),
  );
}

function auditNames({ credentials, organizations, documents }: GuideFiles): readonly Fault[] {
  const issuers = new Set(organizations.value.organizations.map(({ slug }) => slug));
  return [
    ...duplicates(credentials, 'credentials', credentials.value.credentials),
    ...duplicates(organizations, 'organizations', organizations.value.organizations),
    ...documents
      .filter((document, index) => documents.findIndex((other) => other.value.slug === document.value.slug) !== index)
      .map((document) => document.at(['slug'], `slug: "${document.value.slug}" is the slug of another document`)),
    ...credentials.value.credentials.flatMap((credential, index) => [
      ...unknown(
        credentials,
        ['credentials', index, 'issuer'],
        credential.issuer,
        issuers,
        'an organization of organizations.yaml',
      ),
      ...(credential.issuer === undefined && credential.issuerNote === undefined
        ? [
            credentials.at(
              ['credentials', index],
              `${credential.slug}: it has no issuer; name one, or say in issuerNote why there is none`,
            ),
          ]
        : []),
    ]),
  ];
}

function auditDocument(
  { careers, credentials, unreadable }: GuideFiles,
  document: ContentFile<DocumentFile>,
  occupations: ReadonlySet<string>,
): readonly Fault[] {
  const { claims, stateWages, career } = document.value;
  const known = new Set(credentials.value.credentials.map(({ slug }) => slug));
  const ids = [...claims.map(({ id }) => id), ...(stateWages?.rows ?? []).map(({ area }) => stateClaimId(area))];
  return [
    ...unknown(document, ['career'], career, new Set([...careers.keys(), ...unreadable]), 'a career'),
    ...ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((id) =>
        document.at(
          ['claims', claims.findLastIndex((claim) => claim.id === id)],
          `claims: the ID "${id}" appears twice`,
        ),
      ),
    ...claims.flatMap((claim, index) => {
      const at = ['claims', index];
      const single = claim.value !== undefined;
      const range = claim.low !== undefined || claim.high !== undefined;
      const numbers = single ? [claim.value as number] : range ? [claim.low, claim.high] : [];
      return [
        ...unknown(document, [...at, 'credential'], claim.credential, known, 'a credential of credentials.yaml'),
        ...(single && range ? [document.at(at, `${claim.id}: it has a value and a range; keep one`)] : []),
        ...(!single && !range && claim.text === undefined
          ? [document.at(at, `${claim.id}: it has no value, no range and no text`)]
          : []),
        ...(range && (claim.low === undefined || claim.high === undefined)
          ? [document.at(at, `${claim.id}: a range has low and high`)]
          : []),
        ...(claim.low !== undefined && claim.high !== undefined && claim.low > claim.high
          ? [document.at([...at, 'low'], `${claim.id}: low ${claim.low} is above high ${claim.high}`)]
          : []),
        // A rank is a position in a list, which is not printed.
        ...(claim.unit === 'RANK' ? [] : numbers.flatMap((number) => misprint(document, at, claim.printed, number))),
      ];
    }),
    ...unknown(
      document,
      ['stateWages', 'occupation'],
      stateWages?.occupation,
      occupations,
      'an occupation of the starter figures or of an official file in the database',
    ),
    ...(stateWages?.rows ?? []).flatMap((row, index) => [
      ...unknown(document, ['stateWages', 'rows', index, 'area'], row.area, states, 'a state or territory'),
      ...misprint(document, ['stateWages', 'rows', index], row.printed, row.value),
    ]),
  ];
}

function misprint(
  document: ContentFile<DocumentFile>,
  at: readonly PropertyKey[],
  printed: string,
  value: number | undefined,
): readonly Fault[] {
  if (value === undefined || numbersIn(printed).includes(value)) return [];
  return [document.at(at, `the value ${value} is not what is printed: ${JSON.stringify(printed)}`)];
}

function auditCareers(
  { careers, credentials, organizations, documents, unreadable }: GuideFiles,
  occupations: ReadonlySet<string>,
): readonly Fault[] {
  const slugs = new Set([...careers.keys(), ...unreadable]);
  const credentialSlugs = new Set(credentials.value.credentials.map(({ slug }) => slug));
  const organizationSlugs = new Set(organizations.value.organizations.map(({ slug }) => slug));
  const claims = new Set(
    documents.flatMap(({ value }) => [
      ...value.claims.map(({ id }) => `${value.slug}/${id}`),
      ...(value.stateWages?.rows ?? []).map(({ area }) => `${value.slug}/${stateClaimId(area)}`),
    ]),
  );
  return [...careers].flatMap(([slug, career]) => {
    const { value } = career;
    const primaries = value.occupations.filter(({ role }) => role === 'PRIMARY').length;
    return [
      ...(primaries === 1 ? [] : [career.at(['occupations'], `occupations: one is PRIMARY, here ${primaries} are`)]),
      ...value.occupations.flatMap(({ code }, index) =>
        unknown(
          career,
          ['occupations', index, 'code'],
          code,
          occupations,
          'an occupation of the starter figures or of an official file in the database',
        ),
      ),
      ...value.credentials.flatMap(({ credential }, index) =>
        unknown(
          career,
          ['credentials', index, 'credential'],
          credential,
          credentialSlugs,
          'a credential of credentials.yaml',
        ),
      ),
      ...duplicates(
        career,
        'credentials',
        value.credentials.map(({ credential }) => ({ slug: credential })),
      ),
      ...value.organizations.flatMap((name, index) =>
        unknown(career, ['organizations', index], name, organizationSlugs, 'an organization of organizations.yaml'),
      ),
      ...duplicates(
        career,
        'organizations',
        value.organizations.map((name) => ({ slug: name })),
      ),
      ...value.resources.flatMap(({ organization }, index) =>
        unknown(
          career,
          ['resources', index, 'organization'],
          organization,
          organizationSlugs,
          'an organization of organizations.yaml',
        ),
      ),
      ...value.related.flatMap((name, index) => unknown(career, ['related', index], name, slugs, 'a career')),
      ...value.related.flatMap((name, index) =>
        name === slug ? [career.at(['related', index], `related: ${slug} is related to itself`)] : [],
      ),
      ...duplicates(
        career,
        'related',
        value.related.map((name) => ({ slug: name })),
      ),
      ...claimReferences(value).flatMap(([path, id]) =>
        unreadable.has(id.split('/')[0] as string) ? [] : unknown(career, path, id, claims, 'a claim of a document'),
      ),
    ];
  });
}

/** All claim IDs in `claims: [...]` anywhere in a guide, with their paths. */
function claimReferences(
  value: unknown,
  path: readonly PropertyKey[] = [],
): readonly (readonly [readonly PropertyKey[], string])[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => claimReferences(item, [...path, index]));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === 'claims'
      ? (item as string[]).map((id, index) => [[...path, key, index], id] as const)
      : claimReferences(item, [...path, key]),
  );
}

function unknown(
  file: ContentFile<unknown>,
  path: readonly PropertyKey[],
  value: string | undefined,
  known: ReadonlySet<string>,
  what: string,
): readonly Fault[] {
  return value === undefined || known.has(value)
    ? []
    : [file.at(path, `"${value}" is not ${what}${isCode(value) ? '' : suggestion(value, known)}`)];
}

/** Any other code is near to a code that means something else. */
const isCode = (value: string) => /^\d/.test(value);

function duplicates(
  file: ContentFile<unknown>,
  list: string,
  items: readonly { readonly slug: string }[],
): readonly Fault[] {
  return items.flatMap(({ slug }, index) =>
    items.findIndex((other) => other.slug === slug) === index
      ? []
      : [file.at([list, index], `${list}: "${slug}" appears twice`)],
  );
}
