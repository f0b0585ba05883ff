import type { LoadedRows } from '@careergraph/db';
import {
  flag,
  matching,
  optionalFlag,
  optionalMonth,
  optionalScaled,
  optionalText,
  optionalWhole,
  optionalWord,
  refuse,
  scaled,
  text,
  whole,
  word,
} from './cells.js';
import type { Field } from './columns.js';
import type { RawRow } from './parse.js';

/** Work styles' impact, which runs from -3 to 3. No other scale goes below zero. */
const SIGNED_SCALE = 'WI';

const place = (raw: RawRow) => ({ sheet: raw.sheet, row: raw.number });
const code = (raw: RawRow, field: Field = 'code') =>
  matching(raw, field, /^\d{2}-\d{4}\.\d{2}$/, 'an O*NET-SOC code, as 11-9111.00');
const elementId = (raw: RawRow) => matching(raw, 'elementId', /^\d+(\.\w+)*$/, 'an element id, as 2.A.1.a');
const scaleId = (raw: RawRow) => matching(raw, 'scaleId', /^[A-Z]{2,3}$/, 'a scale id, as IM');
const dated = (raw: RawRow) => ({
  date: optionalMonth(raw, 'date'),
  domainSource: optionalText(raw, 'domainSource'),
});

export function occupation(raw: RawRow): LoadedRows['FileOccupation'] {
  const found = code(raw);
  return {
    code: found,
    title: text(raw, 'title'),
    level: 'ONET',
    parentCode: found.slice(0, 'NN-NNNN'.length),
    definition: text(raw, 'description'),
    ...place(raw),
  };
}

export function alternateTitle(raw: RawRow): LoadedRows['OccupationTitle'] {
  const sources = matching(raw, 'sources', /^\d{2}(,\d{2})*$/, 'a list of two-digit codes, as 02,10');
  return {
    ...place(raw),
    occupationCode: code(raw),
    kind: 'ALTERNATE',
    title: text(raw, 'title'),
    shortTitle: optionalText(raw, 'shortTitle'),
    sources: sources.split(','),
    shownInMyNextMove: null,
  };
}

export function reportedTitle(raw: RawRow): LoadedRows['OccupationTitle'] {
  return {
    ...place(raw),
    occupationCode: code(raw),
    kind: 'REPORTED',
    title: text(raw, 'title'),
    shortTitle: null,
    sources: [],
    shownInMyNextMove: flag(raw, 'shown'),
  };
}

export function task(raw: RawRow): LoadedRows['OnetTask'] {
  return {
    ...place(raw),
    occupationCode: code(raw),
    taskId: whole(raw, 'taskId', { min: 1 }),
    task: text(raw, 'task'),
    type: optionalWord(raw, 'taskType', ['Core', 'Supplemental']),
    incumbentsResponding: optionalWhole(raw, 'incumbentsResponding', { min: 0 }),
    ...dated(raw),
  };
}

/** A rating, whichever of its columns the file has: what it has not is null. */
export function rating(raw: RawRow): LoadedRows['OnetRating'] {
  const scale = scaleId(raw);
  const valueHundredths = scaled(raw, 'value', 2);
  if (valueHundredths < 0 && scale !== SIGNED_SCALE) refuse(raw, 'value', `is below zero on the scale ${scale}.`);
  const lower = optionalScaled(raw, 'lower', 4);
  const upper = optionalScaled(raw, 'upper', 4);
  if (lower !== null && upper !== null && lower > upper) {
    refuse(raw, 'upper', `is below the ${raw.columnOf('lower')}, ${raw.cells.get('lower')}.`);
  }
  return {
    ...place(raw),
    occupationCode: code(raw),
    elementId: elementId(raw),
    scaleId: scale,
    category: optionalWhole(raw, 'category', { min: 1 }),
    valueHundredths,
    sampleSize: optionalWhole(raw, 'sampleSize', { min: 0 }),
    standardErrorTenThousandths: optionalScaled(raw, 'standardError', 4),
    lowerTenThousandths: lower,
    upperTenThousandths: upper,
    recommendSuppress: optionalFlag(raw, 'recommendSuppress'),
    notRelevant: optionalFlag(raw, 'notRelevant'),
    ...dated(raw),
  };
}

/** Up to 30.2 it has a commodity, from 30.3 on an element of the content model. */
export function technology(raw: RawRow): LoadedRows['OnetTechnology'] {
  const hasElement = raw.cells.has('elementId');
  return {
    ...place(raw),
    occupationCode: code(raw),
    example: text(raw, 'example'),
    commodityCode: hasElement ? null : whole(raw, 'commodityCode', { min: 10_000_000, max: 99_999_999 }),
    commodityTitle: hasElement ? null : text(raw, 'commodityTitle'),
    elementId: hasElement ? elementId(raw) : null,
    hot: flag(raw, 'hot'),
    inDemand: flag(raw, 'inDemand'),
  };
}

export function jobZone(raw: RawRow): LoadedRows['OnetJobZone'] {
  return {
    ...place(raw),
    occupationCode: code(raw),
    jobZone: whole(raw, 'jobZone', { min: 1, max: 5 }),
    ...dated(raw),
  };
}

export function related(raw: RawRow): LoadedRows['OnetRelated'] {
  return {
    ...place(raw),
    occupationCode: code(raw),
    relatedCode: code(raw, 'relatedCode'),
    tier: word(raw, 'tier', ['Primary-Short', 'Primary-Long', 'Supplemental']),
    index: whole(raw, 'index', { min: 1 }),
  };
}

export function element(raw: RawRow): LoadedRows['OnetElement'] {
  return {
    row: raw.number,
    elementId: elementId(raw),
    name: text(raw, 'name'),
    description: optionalText(raw, 'description'),
  };
}

export function scale(raw: RawRow): LoadedRows['OnetScale'] {
  const minimum = scaled(raw, 'minimum', 0);
  const maximum = scaled(raw, 'maximum', 0);
  if (maximum <= minimum) refuse(raw, 'maximum', `is not above the ${raw.columnOf('minimum')}, ${minimum}.`);
  return { row: raw.number, scaleId: scaleId(raw), name: text(raw, 'name'), minimum, maximum };
}

export function category(raw: RawRow): LoadedRows['OnetCategory'] {
  return {
    row: raw.number,
    elementId: elementId(raw),
    scaleId: scaleId(raw),
    category: whole(raw, 'category', { min: 1 }),
    description: text(raw, 'description'),
  };
}

export function jobZoneName(raw: RawRow): LoadedRows['OnetJobZoneName'] {
  return {
    row: raw.number,
    jobZone: whole(raw, 'jobZone', { min: 1, max: 5 }),
    name: text(raw, 'name'),
    experience: text(raw, 'experience'),
    education: text(raw, 'education'),
    jobTraining: text(raw, 'jobTraining'),
    svpRange: text(raw, 'svpRange'),
  };
}
