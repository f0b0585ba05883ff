import { type FieldOf, flag, inSome, optional, type Values } from '@careergraph/extract';
import type { Output } from '../../define/file-kind.js';
import { RENAMED } from '../releases.js';
import { count, DATED, dated, elementId, occupationCode, ordinal, precise, rating, scaleId } from './cells.js';
import { databaseFile } from './database-file.js';

/** The impact of a work style, from -3 to 3. No other scale goes below zero. */
const SIGNED_SCALE = 'WI';

/** The columns of every file of ratings. */
const rated = {
  code: ['O*NET-SOC Code'],
  elementId: ['Element ID'],
  scaleId: ['Scale ID'],
  value: ['Data Value'],
  ...DATED,
};
const category = { category: ['Category'] };
const statistics = {
  sampleSize: ['N'],
  standardError: ['Standard Error'],
  lower: ['Lower CI Bound'],
  upper: ['Upper CI Bound'],
  recommendSuppress: ['Recommend Suppress'],
};
const notRelevant = { notRelevant: ['Not Relevant'] };
/** Names of codes. The Excel edition repeats all of them, the text edition fewer. */
const ignored = ['Title', 'Element Name', 'Scale Name'];

const optionalFlag = inSome(optional(flag('Y', 'N')), null);
const optionalPrecise = inSome(optional(precise), null);

const cells = {
  code: occupationCode,
  elementId,
  scaleId,
  category: inSome(optional(ordinal), null),
  value: rating,
  sampleSize: inSome(optional(count), null),
  standardError: optionalPrecise,
  lower: optionalPrecise,
  upper: optionalPrecise,
  recommendSuppress: optionalFlag,
  notRelevant: optionalFlag,
  ...dated,
};

/** What files of ratings have in common: a row is an element of an occupation on a scale, or a category of it. */
const ratings = {
  cells,
  key: ['code', 'elementId', 'scaleId', 'category'] as const,
  row({ code, value, standardError, lower, upper, ...rest }: Values<typeof cells>, out: Output<FieldOf<typeof cells>>) {
    if (value < 0 && rest.scaleId !== SIGNED_SCALE) {
      return out.fault('value', `is negative, on the scale ${rest.scaleId}.`);
    }
    if (lower !== null && upper !== null && lower > upper) {
      return out.fault('upper', `is less than the lower bound, ${out.cell('lower')}.`);
    }
    out.add('OnetRating', {
      sheet: out.sheet,
      row: out.row,
      occupationCode: code,
      valueHundredths: value,
      standardErrorTenThousandths: standardError,
      lowerTenThousandths: lower,
      upperTenThousandths: upper,
      ...rest,
    });
  },
};

export const skillsAndKnowledge = databaseFile({
  ...ratings,
  what: 'skills and knowledge',
  files: [
    { name: 'Skills', role: 'skills', until: RENAMED },
    { name: 'Essential Skills', role: 'essential-skills', from: RENAMED },
    { name: 'Transferable Skills', role: 'transferable-skills', from: RENAMED },
    { name: 'Knowledge', role: 'knowledge' },
  ],
  layouts: [{ columns: { ...rated, ...statistics, ...notRelevant }, ignored }],
});

/** In a category, the value is the percentage of answers. */
export const educationAndExperience = databaseFile({
  ...ratings,
  what: 'education, training and experience',
  files: [
    { name: 'Education, Training, and Experience', role: 'education-training-experience', until: RENAMED },
    { name: 'Education', role: 'education', from: RENAMED },
    { name: 'Training and Experience', role: 'training-and-experience', from: RENAMED },
  ],
  layouts: [{ columns: { ...rated, ...category, ...statistics }, ignored }],
});

export const workStyles = databaseFile({
  ...ratings,
  what: 'work styles',
  files: [{ name: 'Work Styles', role: 'work-styles' }],
  layouts: [
    { until: '30.1', columns: { ...rated, ...statistics }, ignored },
    { from: '30.1', columns: rated, ignored },
  ],
});

export const interests = databaseFile({
  ...ratings,
  what: 'interests',
  files: [
    { name: 'Interests', role: 'interests', until: RENAMED },
    { name: 'Career Interest Types', role: 'interests', from: RENAMED },
  ],
  layouts: [{ columns: rated, ignored }],
});
