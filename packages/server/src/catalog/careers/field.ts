import type { CareerField } from '@careergraph/domain';

/** The field of work by the beginning of a SOC code; the longest that fits decides. */
const FIELDS: Readonly<Record<string, CareerField>> = {
  '11-': 'MANAGEMENT',
  '11-9111': 'ADMINISTRATION',
  '13-': 'BUSINESS_AND_FINANCE',
  '15-': 'COMPUTING_AND_MATHEMATICS',
  '17-': 'ARCHITECTURE_AND_ENGINEERING',
  '19-': 'SCIENCE',
  '21-': 'COMMUNITY_AND_SOCIAL_SERVICE',
  '21-101': 'BEHAVIORAL',
  '21-1023': 'BEHAVIORAL',
  '23-': 'LEGAL',
  '25-': 'EDUCATION',
  '27-': 'ARTS_AND_MEDIA',
  '29-': 'HEALTHCARE',
  '29-102': 'DENTAL',
  '29-1031': 'NUTRITION',
  '29-1041': 'VISION',
  '29-1051': 'PHARMACY',
  '29-112': 'THERAPY',
  '29-1131': 'ANIMAL_CARE',
  '29-1141': 'NURSING',
  '29-1151': 'NURSING',
  '29-1161': 'NURSING',
  '29-1171': 'NURSING',
  '29-1292': 'DENTAL',
  '29-201': 'LABORATORY',
  '29-203': 'IMAGING',
  '29-204': 'EMERGENCY',
  '29-2051': 'NUTRITION',
  '29-2052': 'PHARMACY',
  '29-2053': 'BEHAVIORAL',
  '29-2055': 'SURGICAL',
  '29-2056': 'ANIMAL_CARE',
  '29-2057': 'VISION',
  '29-2061': 'NURSING',
  '29-2072': 'RECORDS',
  '29-2081': 'VISION',
  '29-9021': 'RECORDS',
  '29-9093': 'SURGICAL',
  '31-': 'SUPPORT',
  '31-1131': 'NURSING',
  '31-1133': 'BEHAVIORAL',
  '31-20': 'THERAPY',
  '31-9091': 'DENTAL',
  '31-9093': 'SURGICAL',
  '31-9094': 'RECORDS',
  '31-9095': 'PHARMACY',
  '31-9096': 'ANIMAL_CARE',
  '31-9097': 'LABORATORY',
  '33-': 'PROTECTIVE_SERVICE',
  '35-': 'FOOD_SERVICE',
  '37-': 'CLEANING_AND_GROUNDS',
  '39-': 'PERSONAL_CARE',
  '39-20': 'ANIMAL_CARE',
  '41-': 'SALES',
  '43-': 'OFFICE',
  '45-': 'FARMING_FISHING_AND_FORESTRY',
  '47-': 'CONSTRUCTION_AND_EXTRACTION',
  '49-': 'INSTALLATION_AND_REPAIR',
  '51-': 'PRODUCTION',
  '53-': 'TRANSPORTATION',
  '55-': 'MILITARY',
};

export function fieldOf(occupationCode: string): CareerField {
  const field = findField(occupationCode);
  if (field === null) throw new Error(`The occupation ${occupationCode} is in no major group of the SOC.`);
  return field;
}

export function findField(occupationCode: string): CareerField | null {
  for (let length = 7; length >= 3; length -= 1) {
    const field = FIELDS[occupationCode.slice(0, length)];
    if (field) return field;
  }
  return null;
}
