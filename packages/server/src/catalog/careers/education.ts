import type { EducationLevel } from '@careergraph/domain';

/** The categories of Employment Projections, https://www.bls.gov/emp/documentation/education/tech.htm. */
const LEVELS: Readonly<Record<string, EducationLevel>> = {
  'No formal educational credential': 'NONE',
  'High school diploma or equivalent': 'HIGH_SCHOOL',
  'Some college, no degree': 'SOME_COLLEGE',
  'Postsecondary nondegree award': 'POSTSECONDARY_CERTIFICATE',
  "Associate's degree": 'ASSOCIATE',
  "Bachelor's degree": 'BACHELOR',
  "Master's degree": 'MASTER',
  'Doctoral or professional degree': 'DOCTORAL',
};

/** Null if the projections state none. */
export function educationLevelOf(entryEducation: string | null): EducationLevel | null {
  return entryEducation === null ? null : (LEVELS[entryEducation.replaceAll('’', "'")] ?? null);
}
