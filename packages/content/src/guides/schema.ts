import {
  CAREER_FIELDS,
  CLAIM_BOUNDS,
  CLAIM_MEASURES,
  CLAIM_POPULATIONS,
  CLAIM_UNITS,
  CREDENTIAL_KINDS,
  EDUCATION_LEVELS,
  EXPERIENCE_STAGES,
  LICENCE_NEEDS,
  NEEDS,
  OCCUPATION_ROLES,
  RATING_ASPECTS,
  RATING_LEVELS,
  WAGE_STATISTICS,
  wordsOf,
} from '@careergraph/domain';
import { z } from 'zod';

/** Schemas of the content files. `npm run guides:schema` writes them as JSON Schemas for editors. */

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a slug has small letters, digits and single hyphens, e.g. medical-assistant');
const line = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\n]*$/, 'one line only');
const markdown = z.string().trim().min(1).describe('Markdown; our own words');
const socCode = z.string().regex(/^\d{2}-\d{4}(\.\d{2})?$/, 'a SOC or O*NET-SOC code, e.g. 11-9111 or 11-9111.00');
const duration = z
  .string()
  .regex(
    /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?$/,
    'an ISO 8601 duration, e.g. P6M, P8W or PT21H',
  );
const url = z.url({ protocol: /^https?$/ });
const claimId = z
  .string()
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'a claim of a document, e.g. definitive-guide/average-salary');
const claimIds = z.array(claimId).default([]).describe('The claims of published pages that this rests on');

const titled = z.strictObject({ title: line, text: markdown, claims: claimIds });

const durationRange = z.strictObject({
  min: duration.optional(),
  max: duration.optional(),
  hours: z.number().positive().optional().describe('Number of hours, if it is stated too'),
  text: line.describe('As a reader would say it: "21 hours", "6 to 8 weeks (160 hours)"'),
  basis: line.optional().describe('Where the figure comes from, if it is not what the claims state'),
  claims: claimIds,
});

export const careerSchema = z.strictObject({
  title: line,
  alsoCalled: z.array(line).default([]),
  summary: line.describe('One sentence in our own words'),
  field: z.enum(wordsOf(CAREER_FIELDS)),
  occupations: z
    .array(
      z.strictObject({
        code: socCode,
        role: z.enum(wordsOf(OCCUPATION_ROLES)),
        reason: line.describe('Why this occupation, and what is uncertain; one or two sentences for readers'),
        evidence: line
          .optional()
          .describe('What the published lists of titles say, and why the code was chosen; for editors, not published'),
      }),
    )
    .min(1),
  handbook: z
    .discriminatedUnion('relation', [
      z.strictObject({ profile: slug, relation: z.literal('SAME') }),
      z.strictObject({
        profile: slug,
        relation: z.literal('NARROWER'),
        reason: line.describe('How the career is part of the profile; a sentence for readers'),
      }),
    ])
    .optional()
    .describe('The profile of the Occupational Outlook Handbook, by its slug in the Handbook'),
  typicalEducation: z.enum(wordsOf(EDUCATION_LEVELS)).describe('What most employers expect at entry'),
  educationDuration: durationRange.optional(),
  description: markdown.optional(),
  duties: z.array(titled).default([]),
  steps: z.array(titled).default([]),
  education: z
    .strictObject({
      overview: markdown,
      requirements: z.array(
        z.strictObject({
          level: line.describe('e.g. "Bachelor\'s degree in healthcare administration"'),
          need: z.enum(wordsOf(NEEDS)).exclude(['OPTIONAL']),
          text: markdown,
          claims: claimIds,
        }),
      ),
      durations: z.array(z.strictObject({ what: line, duration: durationRange })).default([]),
    })
    .optional(),
  curriculum: z.array(z.strictObject({ area: line, topics: z.array(line).min(1) })).default([]),
  credentials: z
    .array(
      z.strictObject({
        credential: slug,
        need: z.enum(wordsOf(NEEDS)),
        note: line.optional(),
        claims: claimIds,
      }),
    )
    .default([]),
  licensing: z
    .array(
      z.strictObject({
        facility: line.describe('The kind of facility, e.g. "Nursing homes"'),
        required: z.enum(wordsOf(LICENCE_NEEDS)),
        text: markdown,
        claims: claimIds,
      }),
    )
    .default([]),
  personalSkills: z.array(titled).default([]),
  ratings: z
    .array(
      z.discriminatedUnion('aspect', [
        z.strictObject({
          aspect: z.literal('SATISFACTION'),
          rating: z.enum(wordsOf(RATING_LEVELS)),
          grounds: markdown,
          source: slug.describe('The document that states the rating'),
          claims: claimIds,
        }),
        z.strictObject({
          aspect: z.enum(wordsOf(RATING_ASPECTS)).exclude(['SATISFACTION']),
          background: markdown.describe('What readers should know beside the calculated rating'),
          claims: claimIds,
        }),
      ]),
    )
    .default([])
    .describe('Satisfaction as a source states it; other ratings are calculated from official figures'),
  networking: z.array(titled).default([]),
  organizations: z.array(slug).default([]),
  resources: z
    .array(z.strictObject({ title: line, url: url.optional(), organization: slug.optional(), text: markdown }))
    .default([]),
  faqs: z.array(z.strictObject({ question: line, answer: markdown, claims: claimIds })).default([]),
  payByExperience: z
    .array(
      z.strictObject({
        stage: z.enum(wordsOf(EXPERIENCE_STAGES)),
        experience: line.describe('e.g. "more than five to eight years"'),
        text: markdown,
        claims: z.array(claimId).min(1).describe('The figures are those of these claims'),
      }),
    )
    .default([]),
  payByPlace: z
    .array(
      z.strictObject({
        places: z.array(line).min(1),
        text: markdown,
        claims: z.array(claimId).min(1).describe('The figures are those of these claims'),
      }),
    )
    .default([]),
  related: z.array(slug).default([]).describe('Slugs of related careers, in the order to show them'),
});
export type CareerFile = z.infer<typeof careerSchema>;

export const credentialsSchema = z.strictObject({
  credentials: z.array(
    z.strictObject({
      slug,
      name: line,
      acronym: line.optional(),
      alsoCalled: z.array(line).default([]).describe('Other names and acronyms under which pages print it'),
      kind: z.enum(wordsOf(CREDENTIAL_KINDS)),
      level: z.enum(['NONE', 'SECONDARY', 'POSTSECONDARY', 'ASSOCIATE', 'BACHELOR', 'MASTER']).optional(),
      issuer: slug.optional().describe('An organization of organizations.yaml'),
      issuerNote: line.optional().describe('Why there is no single issuer'),
      duration: durationRange.optional(),
      needs: z.array(line).default([]).describe('What it requires before'),
      renewal: line.optional(),
      summary: line,
      url: url.optional(),
    }),
  ),
});
export type CredentialsFile = z.infer<typeof credentialsSchema>;

export const organizationsSchema = z.strictObject({
  organizations: z.array(
    z.strictObject({
      slug,
      name: line,
      acronym: line.optional(),
      alsoCalled: z.array(line).default([]),
      url: url.optional(),
      summary: line,
    }),
  ),
});
export type OrganizationsFile = z.infer<typeof organizationsSchema>;

const claimFields = {
  line: z.int().positive().describe('Line of the stored copy'),
  section: line.describe('Heading above the claim'),
  printed: line.describe('The figure as printed on that line'),
  measure: z.enum(wordsOf(CLAIM_MEASURES)),
  unit: z.enum(wordsOf(CLAIM_UNITS)),
  value: z.number().optional(),
  low: z.number().optional(),
  high: z.number().optional(),
  text: line.optional(),
  statistic: z.enum(wordsOf(WAGE_STATISTICS)).optional(),
  population: z.enum(wordsOf(CLAIM_POPULATIONS)).optional(),
  bound: z.enum(wordsOf(CLAIM_BOUNDS)).default('EXACT'),
  roundedTo: z.number().positive().optional().describe('Step of rounding in the claim\'s unit: 1000 for "$77K"'),
  subject: line.optional().describe("Subject of the sentence, if it is not the page's own career"),
  occupation: socCode.optional(),
  area: z
    .string()
    .regex(/^(US(-[A-Z]{2})?|CBSA-\d{5})$/, 'an area code, e.g. US, US-CA or CBSA-36740')
    .optional(),
  credential: slug.optional(),
  period: z
    .string()
    .regex(/^\d{4}(-\d{2})?(\/\d{4}(-\d{2})?)?$/, 'a year, a month or a span, e.g. 2024-05 or 2024/2034')
    .optional(),
  attributedTo: line.optional().describe('Source that the page names, e.g. bls-oews'),
  note: line.optional(),
};

export const documentSchema = z.strictObject({
  slug,
  title: line,
  career: slug.describe('The career that the page is about'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'the SHA-256 of the stored copy'),
  url: url.optional(),
  publishedAs: line.describe('What is known about where and when it was published'),
  claims: z.array(z.strictObject({ id: slug, ...claimFields })),
  stateWages: z
    .strictObject({
      section: line,
      occupation: socCode,
      statistic: z.enum(wordsOf(WAGE_STATISTICS)),
      unit: z.enum(wordsOf(CLAIM_UNITS)).extract(['USD_PER_YEAR', 'USD_PER_HOUR']),
      period: z.string().regex(/^\d{4}-\d{2}$/, 'a month, e.g. 2024-05'),
      attributedTo: line,
      rows: z.array(
        z.strictObject({
          area: z.string().regex(/^US-[A-Z]{2}$/, 'a state or territory, e.g. US-CA'),
          line: z.int().positive(),
          printed: line,
          value: z.number().positive(),
        }),
      ),
      absent: z.array(z.strictObject({ area: z.string().regex(/^US-[A-Z]{2}$/), note: line })).default([]),
    })
    .optional()
    .describe('A table of wages by state; each row becomes a claim and a wage estimate stated by the page'),
});
export type DocumentFile = z.infer<typeof documentSchema>;
