import type { CareerField, EducationLevel, GuideToPlan } from '@careergraph/domain';
import type { CareerEntry, OccupationEntry, ReleaseEntry } from '../entries.js';
import type { NationalFigures } from './national-figures.js';
import type { Profiles } from './profiles.js';

export interface GuideEntry
  extends GuideToPlan,
    Pick<CareerEntry, 'title' | 'summary' | 'summaryPlace' | 'occupations' | 'organizations' | 'related'> {
  readonly handbook: (NonNullable<GuideToPlan['handbook']> & { readonly reason?: string }) | null;
  readonly field: CareerField;
  readonly typicalEducation: EducationLevel;
}

export interface CareerSources {
  readonly guides: readonly GuideEntry[];
  /** Codes of the detailed occupations of the active wages and projections. */
  readonly detailed: readonly string[];
  readonly onet: ReleaseEntry | null;
  readonly occupations: readonly OccupationEntry[];
  readonly figures: NationalFigures;
  readonly profiles: Profiles;
}

/** The sources, and each occupation by its code. */
export interface Known extends CareerSources {
  readonly known: ReadonlyMap<string, OccupationEntry>;
}
