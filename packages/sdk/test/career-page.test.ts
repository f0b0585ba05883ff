import { readFileSync } from 'node:fs';
import type { CareerPageQuery } from '@careergraph/sdk';
import { careerPage } from '@careergraph/sdk';
import { recorded } from '@careergraph/sdk/testing';
import { buildSchema, isEnumType } from 'graphql';
import { expect, test } from 'vitest';

type Career = NonNullable<CareerPageQuery['career']>;

/** Where the answer has each section. */
const VALUE_OF: Readonly<Record<string, (career: Career) => unknown>> = {
  SUMMARY: ({ summary }) => summary,
  DESCRIPTION: ({ description }) => description,
  DUTIES: ({ duties }) => duties,
  SPECIALTIES: ({ specialties }) => specialties,
  WORK_ENVIRONMENT: ({ workEnvironment }) => workEnvironment,
  STEPS: ({ steps }) => steps,
  EDUCATION: ({ education }) => education?.overview ?? null,
  EDUCATION_SHARES: ({ education }) => education?.shares ?? null,
  HOW_TO_BECOME: ({ howToBecome }) => howToBecome,
  TRAINING: ({ training }) => training,
  LICENSES: ({ licenses }) => licenses,
  LICENSING: ({ licensing }) => licensing,
  EXPERIENCE: ({ experience }) => experience,
  ADVANCEMENT: ({ advancement }) => advancement,
  CURRICULUM: ({ curriculum }) => curriculum,
  CREDENTIALS: ({ credentials }) => credentials,
  SKILLS: ({ personalSkills }) => personalSkills,
  RATED_SKILLS: ({ skills }) => skills.nodes,
  KNOWLEDGE: ({ knowledge }) => knowledge.nodes,
  WORK_STYLES: ({ workStyles }) => workStyles.nodes,
  TECHNOLOGY: ({ technology }) => technology.nodes,
  JOB_ZONE: ({ jobZone }) => jobZone.zone,
  ALTERNATE_TITLES: ({ alternateTitles }) => alternateTitles.nodes,
  SALARY: ({ salary }) => salary,
  QUICK_FACTS: ({ quickFacts }) => quickFacts,
  PAY_OVERVIEW: ({ payOverview }) => payOverview,
  PAY_BY_INDUSTRY: ({ payByIndustry }) => payByIndustry,
  PAY_BY_EXPERIENCE: ({ payByExperience }) => payByExperience,
  PAY_BY_PLACE: ({ payByPlace }) => payByPlace,
  GROWTH: ({ growth }) => growth,
  OUTLOOK_OVERVIEW: ({ outlookOverview }) => outlookOverview,
  RATINGS: ({ ratings }) => ratings,
  NETWORKING: ({ networking }) => networking,
  ORGANIZATIONS: ({ organizations }) => organizations,
  CONTACTS: ({ contacts }) => contacts,
  RESOURCES: ({ resources }) => resources,
  FAQS: ({ faqs }) => faqs,
  VIDEO: ({ videoUrl }) => videoUrl,
  RELATED: ({ related }) => related,
};

test('the career page has every section of the schema', () => {
  const contract = buildSchema(readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8'));
  const sections = contract.getType('CareerSectionName');
  if (!isEnumType(sections)) throw new Error('CareerSectionName is not an enum.');
  expect(Object.keys(VALUE_OF).sort()).toEqual(
    sections
      .getValues()
      .map(({ name }) => name)
      .sort(),
  );
});

test.each(['medical-office-manager', 'medical-assistant'])(
  '%s: a section is there with its origin, or absent with a reason',
  (slug) => {
    const { career } = recorded(careerPage, { slug });
    if (!career) throw new Error(`${slug} has no recorded answer.`);
    const from = new Set<string>(career.origins.map(({ section }) => section));
    const absent = new Map<string, string>(career.absentSections.map(({ section, reason }) => [section, reason]));
    for (const [section, find] of Object.entries(VALUE_OF)) {
      const value = find(career);
      const isThere = Array.isArray(value) ? value.length > 0 : value !== null;
      expect(value, section).toBeDefined();
      expect({ section, from: from.has(section), absent: absent.has(section) }).toEqual({
        section,
        from: isThere,
        absent: !isThere,
      });
    }
  },
);
