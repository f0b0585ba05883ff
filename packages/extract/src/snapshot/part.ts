import { randomUUID } from 'node:crypto';
import { copyFile, type FileHandle, mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { removed, writeSynced } from './store.js';

export const aboutSchema = z.object({
  name: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  totalBytes: z.int().nullable(),
});

/** What the server said of the file when the download began. */
export type About = z.infer<typeof aboutSchema>;

/** In place of a process: closed in order, every byte of it on the disk. */
export const RELEASED = 0;

/** `<SHA-256 of the URL>.<process>.<random>.part`, a folder: what was said of the file, and its first bytes. */
const partName = (key: string, pid: number): string => `${key}.${pid}.${randomUUID()}.part`;

/** The value for If-Range: a weak ETag does not say that bytes are the same. */
export function validatorOf({ etag, lastModified }: Pick<About, 'etag' | 'lastModified'>): string | null {
  return etag !== null && !etag.startsWith('W/') ? etag : lastModified;
}

/** A download under way: only ever appended to, by one process, so that a copy of it is the beginning of the file. */
export class Part {
  readonly folder: string;
  readonly about: About;
  readonly #key: string;
  readonly #file: FileHandle;
  #bytes: number;

  private constructor(folder: string, key: string, about: About, file: FileHandle, bytes: number) {
    this.folder = folder;
    this.about = about;
    this.#key = key;
    this.#file = file;
    this.#bytes = bytes;
  }

  static async create(parts: string, key: string, about: About, from?: string): Promise<Part> {
    const folder = join(parts, partName(key, process.pid));
    try {
      await mkdir(folder, { recursive: true });
      await writeSynced(join(folder, 'about.json'), JSON.stringify(about));
      if (from !== undefined) await copyFile(from, join(folder, 'data'));
      const file = await open(join(folder, 'data'), 'a');
      const { size } = await file.stat();
      // The last byte is asked for again: a range must not be empty, and the server confirms that the file is the same.
      const bytes = about.totalBytes === null ? size : Math.max(Math.min(size, about.totalBytes - 1), 0);
      if (bytes < size) await file.truncate(bytes);
      return new Part(folder, key, about, file, bytes);
    } catch (error) {
      await removed(folder);
      throw error;
    }
  }

  get data(): string {
    return join(this.folder, 'data');
  }

  get bytes(): number {
    return this.#bytes;
  }

  get canBeResumed(): boolean {
    return this.#bytes > 0 && validatorOf(this.about) !== null;
  }

  async append(chunk: Uint8Array): Promise<void> {
    await this.#file.appendFile(chunk);
    this.#bytes += chunk.length;
  }

  async sync(): Promise<void> {
    await this.#file.sync();
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  async discard(): Promise<void> {
    await this.#file.close();
    await removed(this.folder);
  }

  /** Leaves it for the next download of the address, where that can go on from it. */
  async release(parts: string): Promise<void> {
    if (!this.canBeResumed) return this.discard();
    await this.sync();
    await this.close();
    await rename(this.folder, join(parts, partName(this.#key, RELEASED)));
  }
}
