/** A published file on this disk: by itself, or taken out of an archive or folder. */
export interface PublishedFile {
  readonly name: string;
  readonly archive: string | null;
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly modified: Date | null;
}
