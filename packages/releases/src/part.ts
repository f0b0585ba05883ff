import type { PublishedFile } from '@careergraph/extract';

/** A published file and its place in a release. */
export interface Part {
  readonly file: PublishedFile;
  readonly release: string;
  /** `national`, `state`, `alternate-titles` …: a release has one file per role. */
  readonly role: string;
}
