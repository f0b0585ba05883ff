import { optional, scaled, trimmed } from '@careergraph/extract';
import { RENAMED } from '../releases.js';
import { elementId, jobZone, ordinal, scaleId } from './cells.js';
import { databaseFile } from './database-file.js';

const bound = scaled({ what: 'a whole number', perUnit: 1 });

/** The tree of everything that is rated. */
export const contentModel = databaseFile({
  what: 'the Content Model Reference',
  files: [{ name: 'Content Model Reference', role: 'content-model-reference' }],
  layouts: [{ columns: { elementId: ['Element ID'], name: ['Element Name'], description: ['Description'] } }],
  cells: { elementId, name: trimmed, description: optional(trimmed) },
  key: ['elementId'],
  row: (element, out) => out.add('OnetElement', { row: out.row, ...element }),
});

/** The scales of ratings, with their bounds. */
export const scales = databaseFile({
  what: 'the Scales Reference',
  files: [{ name: 'Scales Reference', role: 'scales-reference' }],
  layouts: [{ columns: { scaleId: ['Scale ID'], name: ['Scale Name'], minimum: ['Minimum'], maximum: ['Maximum'] } }],
  cells: { scaleId, name: trimmed, minimum: bound, maximum: bound },
  key: ['scaleId'],
  row(scale, out) {
    if (scale.maximum <= scale.minimum) return out.fault('maximum', `is not above the minimum, ${scale.minimum}.`);
    out.add('OnetScale', { row: out.row, ...scale });
  },
});

/** What the categories of an element mean. */
export const categories = databaseFile({
  what: 'categories of education, training and experience',
  files: [
    { name: 'Education, Training, and Experience Categories', role: 'ete-categories', until: RENAMED },
    { name: 'Education Categories', role: 'education-categories', from: RENAMED },
    { name: 'Training and Experience Categories', role: 'training-and-experience-categories', from: RENAMED },
  ],
  layouts: [
    {
      columns: {
        elementId: ['Element ID'],
        scaleId: ['Scale ID'],
        category: ['Category'],
        description: ['Category Description'],
      },
      ignored: ['Element Name', 'Scale Name'],
    },
  ],
  cells: { elementId, scaleId, category: ordinal, description: trimmed },
  key: ['elementId', 'scaleId', 'category'],
  row: (category, out) => out.add('OnetCategory', { row: out.row, ...category }),
});

/** What the job zones mean. */
export const jobZoneReference = databaseFile({
  what: 'the Job Zone Reference',
  files: [{ name: 'Job Zone Reference', role: 'job-zone-reference' }],
  layouts: [
    {
      columns: {
        jobZone: ['Job Zone'],
        name: ['Name'],
        experience: ['Experience'],
        education: ['Education'],
        jobTraining: ['Job Training'],
        svpRange: ['SVP Range'],
      },
      ignored: ['Examples'],
    },
  ],
  cells: {
    jobZone,
    name: trimmed,
    experience: trimmed,
    education: trimmed,
    jobTraining: trimmed,
    svpRange: trimmed,
  },
  key: ['jobZone'],
  row: (zone, out) => out.add('OnetJobZoneName', { row: out.row, ...zone }),
});
