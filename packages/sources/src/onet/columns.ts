import { isBefore } from './release.js';

/** Files of one shape have the same columns. */
export type Shape =
  | 'occupations'
  | 'alternateTitles'
  | 'reportedTitles'
  | 'tasks'
  | 'ratings'
  | 'categoryRatings'
  | 'workStyles'
  | 'interests'
  | 'technology'
  | 'jobZones'
  | 'related'
  | 'elements'
  | 'scales'
  | 'categories'
  | 'jobZoneNames';

/** A column that is read. */
interface Column {
  readonly field: Field;
  readonly name: string;
  /** First release that has it, if not all. */
  readonly from?: string;
  /** First release that does not have it any more. */
  readonly until?: string;
}

export type Field =
  | 'category'
  | 'code'
  | 'commodityCode'
  | 'commodityTitle'
  | 'date'
  | 'description'
  | 'domainSource'
  | 'education'
  | 'elementId'
  | 'example'
  | 'experience'
  | 'hot'
  | 'inDemand'
  | 'incumbentsResponding'
  | 'index'
  | 'jobTraining'
  | 'jobZone'
  | 'lower'
  | 'maximum'
  | 'minimum'
  | 'name'
  | 'notRelevant'
  | 'recommendSuppress'
  | 'relatedCode'
  | 'sampleSize'
  | 'scaleId'
  | 'shortTitle'
  | 'shown'
  | 'sources'
  | 'standardError'
  | 'svpRange'
  | 'task'
  | 'taskId'
  | 'taskType'
  | 'tier'
  | 'title'
  | 'upper'
  | 'value';

const column = (field: Field, name: string, span: Pick<Column, 'from' | 'until'> = {}): Column => ({
  field,
  name,
  ...span,
});

const CODE = column('code', 'O*NET-SOC Code');
const ELEMENT = column('elementId', 'Element ID');
const SCALE = column('scaleId', 'Scale ID');
const CATEGORY = column('category', 'Category');
const VALUE = column('value', 'Data Value');
const STATISTICS = [
  column('sampleSize', 'N'),
  column('standardError', 'Standard Error'),
  column('lower', 'Lower CI Bound'),
  column('upper', 'Upper CI Bound'),
  column('recommendSuppress', 'Recommend Suppress'),
];
const NOT_RELEVANT = column('notRelevant', 'Not Relevant');
const DATED = [column('date', 'Date'), column('domainSource', 'Domain Source')];

const COLUMNS: Readonly<Record<Shape, readonly Column[]>> = {
  occupations: [CODE, column('title', 'Title'), column('description', 'Description')],
  alternateTitles: [
    CODE,
    column('title', 'Alternate Title', { until: '30.3' }),
    column('title', 'Job Title', { from: '30.3' }),
    column('shortTitle', 'Short Title'),
    column('sources', 'Source(s)'),
  ],
  reportedTitles: [CODE, column('title', 'Reported Job Title'), column('shown', 'Shown in My Next Move')],
  tasks: [
    CODE,
    column('taskId', 'Task ID'),
    column('task', 'Task'),
    column('taskType', 'Task Type'),
    column('incumbentsResponding', 'Incumbents Responding'),
    ...DATED,
  ],
  ratings: [CODE, ELEMENT, SCALE, VALUE, ...STATISTICS, NOT_RELEVANT, ...DATED],
  categoryRatings: [CODE, ELEMENT, SCALE, CATEGORY, VALUE, ...STATISTICS, ...DATED],
  workStyles: [CODE, ELEMENT, SCALE, VALUE, ...STATISTICS.map((some) => ({ ...some, until: '30.1' })), ...DATED],
  interests: [CODE, ELEMENT, SCALE, VALUE, ...DATED],
  technology: [
    CODE,
    column('example', 'Example', { until: '30.3' }),
    column('example', 'Workplace Example', { from: '30.3' }),
    column('commodityCode', 'Commodity Code', { until: '30.3' }),
    column('commodityTitle', 'Commodity Title', { until: '30.3' }),
    { ...ELEMENT, from: '30.3' },
    column('hot', 'Hot Technology'),
    column('inDemand', 'In Demand'),
  ],
  jobZones: [CODE, column('jobZone', 'Job Zone'), ...DATED],
  related: [
    CODE,
    column('relatedCode', 'Related O*NET-SOC Code'),
    column('tier', 'Relatedness Tier'),
    column('index', 'Index'),
  ],
  elements: [ELEMENT, column('name', 'Element Name'), column('description', 'Description')],
  scales: [SCALE, column('name', 'Scale Name'), column('minimum', 'Minimum'), column('maximum', 'Maximum')],
  categories: [ELEMENT, SCALE, CATEGORY, column('description', 'Category Description')],
  jobZoneNames: [
    column('jobZone', 'Job Zone'),
    column('name', 'Name'),
    column('experience', 'Experience'),
    column('education', 'Education'),
    column('jobTraining', 'Job Training'),
    column('svpRange', 'SVP Range'),
  ],
};

/** Columns that repeat what another file of the release says, the Excel edition more of it than the text, and `Examples`. */
const REPEATED: Partial<Record<Shape, readonly string[]>> = {
  alternateTitles: ['Title'],
  reportedTitles: ['Title'],
  tasks: ['Title'],
  ratings: ['Title', 'Element Name', 'Scale Name'],
  categoryRatings: ['Title', 'Element Name', 'Scale Name'],
  workStyles: ['Title', 'Element Name', 'Scale Name'],
  interests: ['Title', 'Element Name', 'Scale Name'],
  technology: ['Title', 'Element Name'],
  jobZones: ['Title'],
  related: ['Title', 'Related Title'],
  categories: ['Element Name', 'Scale Name'],
  jobZoneNames: ['Examples'],
};

/** The columns of a shape in a release: those that are read, each by its one name, and those that are known beside. */
export function columnsOf(
  shape: Shape,
  release: string,
): { readonly wanted: Readonly<Partial<Record<Field, readonly string[]>>>; readonly ignored: readonly string[] } {
  const columns = COLUMNS[shape].filter(
    ({ from, until }) => !(from && isBefore(release, from)) && !(until && !isBefore(release, until)),
  );
  return {
    wanted: Object.fromEntries(columns.map(({ field, name }) => [field, [name]])),
    ignored: REPEATED[shape] ?? [],
  };
}
