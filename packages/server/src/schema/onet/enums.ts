import { enumOf } from '../enums.js';

export const JobTitleKind = enumOf('JobTitleKind', 'Which publication has a job title.', {
  DIRECT_MATCH: "SOC's direct match titles: they belong to one occupation only.",
  ALTERNATE: "O*NET's alternate titles, which from 30.3 on it calls job titles.",
  REPORTED: "O*NET's sample of titles that people in the occupation reported.",
});

export const TaskKind = enumOf('TaskKind', 'How a task belongs to an occupation.', {
  CORE: 'Relevant and important for it.',
  SUPPLEMENTAL: 'Less relevant or less important.',
});

export const RelatednessTier = enumOf('RelatednessTier', 'How near a related occupation is.', {
  PRIMARY_SHORT: 'Among the five nearest.',
  PRIMARY_LONG: 'Among the ten nearest, behind the first five.',
  SUPPLEMENTAL: 'Behind the ten nearest.',
});
