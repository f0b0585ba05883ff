import type { PothosTypes } from '@careergraph/db';
import type { FileEntry, ReleaseEntry } from '../catalog/entries.js';
import type { CareerCredentialRow, CredentialRow } from '../content/loaders.js';
import type { GrowthShape } from '../figures/growth.js';
import type { SalaryShape } from '../figures/salary.js';
import type { JobZoneRow, RelatedRow, TaskRow, TechnologyRow, TitleRow } from '../onet/loaders.js';
import type { InRelease } from '../onet/place.js';
import type { Rating } from '../onet/ratings.js';

/**
 * What resolvers get of a model where that is not just its row: the catalog omits columns that nothing reads, text
 * columns hold the words of a vocabulary, and a row of a file comes with the release it was requested from, because
 * several revisions of a release may share the file.
 */
interface Shapes {
  Release: ReleaseEntry;
  File: FileEntry;
  Credential: CredentialRow;
  CareerCredential: CareerCredentialRow;
  WageEstimate: SalaryShape;
  Projection: GrowthShape;
  OccupationTitle: InRelease<TitleRow>;
  OnetTask: InRelease<TaskRow>;
  OnetRating: Rating;
  OnetTechnology: InRelease<TechnologyRow>;
  OnetJobZone: InRelease<JobZoneRow>;
  OnetRelated: InRelease<RelatedRow>;
}

/** The models as the schema builder knows them. */
export type Models = {
  [Model in keyof PothosTypes]: Model extends keyof Shapes
    ? Omit<PothosTypes[Model], 'Shape'> & { Shape: Shapes[Model] }
    : PothosTypes[Model];
};
