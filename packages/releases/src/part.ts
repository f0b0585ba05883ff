import type { PublishedFile } from '@careergraph/extract';

/** A published file as a part of a release. */
export interface Part {
  readonly file: PublishedFile;
  readonly release: string;
  /** `national`, `state`, `alternate-titles` …: a release has one file a role. */
  readonly role: string;
}
