import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Address } from './address.js';
import { aboutOf, conditions, continues, lengthOf, range, refuseOther } from './answer.js';
import { BY_HAND, onDisk, SnapshotError } from './errors.js';
import { adoptPart, sweepParts } from './leftovers.js';
import { hashFile } from './local.js';
import { Part } from './part.js';
import { Interrupted, Patience, request } from './request.js';
import type { Limits, SnapshotOptions } from './snapshot.js';
import { type Entry, putContent, putEntry, removed } from './store.js';

const TRIES = 3;
const MAX_RETRY_AFTER_S = 60;

/**
 * Fetches the address into the store.
 *
 * @param known what the store has of it: the server is asked whether that has changed
 * @returns the new entry, or the known one where the server says that it still holds
 */
export async function download(
  address: Address,
  known: Entry | null,
  options: SnapshotOptions,
  limits: Limits,
): Promise<Entry> {
  const one = new Download(address, known, options, limits);
  try {
    return await one.run();
  } finally {
    await one.leave();
  }
}

class Download {
  readonly #address: Address;
  readonly #known: Entry | null;
  readonly #options: SnapshotOptions;
  readonly #limits: Limits;
  readonly #parts: string;
  #part: Part | null = null;

  constructor(address: Address, known: Entry | null, options: SnapshotOptions, limits: Limits) {
    this.#address = address;
    this.#known = known;
    this.#options = options;
    this.#limits = limits;
    this.#parts = join(options.store, 'parts');
  }

  async run(): Promise<Entry> {
    const { signal } = this.#options;
    this.#part = await this.#onDisk(() => adoptPart(this.#parts, this.#address.key));
    for (let tries = 1; ; tries++) {
      signal?.throwIfAborted();
      try {
        const came = await this.#try();
        return came instanceof Part ? await this.#keep(came) : came;
      } catch (error) {
        if (!(error instanceof Interrupted)) throw error;
        if (tries === TRIES) throw this.#failed(error);
        await this.#pause(error, tries);
      }
    }
  }

  /** One request and its bytes: the whole file, or what is known of it where that has not changed. */
  async #try(): Promise<Part | Entry> {
    const patience = new Patience(this.#limits.stallMs, this.#options.signal);
    try {
      const { response, url } = await request(
        this.#options.fetch ?? fetch,
        this.#address,
        { ...conditions(this.#known), ...range(this.#part) },
        patience,
      );
      if (response.status === 304 && this.#known !== null) {
        await this.#drop();
        return this.#known;
      }
      if (this.#part !== null && response.status === 206 && continues(this.#part, response)) {
        return await this.#receive(this.#part, response, patience);
      }
      if (this.#part !== null && (response.status === 206 || response.status === 416)) {
        patience.end();
        await this.#drop();
        return await this.#try();
      }
      refuseOther(this.#address, response, url, this.#now());
      const about = aboutOf(response, url);
      if (about.totalBytes !== null && about.totalBytes > this.#limits.maxBytes) throw this.#tooLarge(about.totalBytes);
      await this.#drop();
      this.#part = await this.#onDisk(() => Part.create(this.#parts, this.#address.key, about));
      return await this.#receive(this.#part, response, patience);
    } finally {
      patience.end();
    }
  }

  async #receive(part: Part, response: Response, patience: Patience): Promise<Part> {
    const { onProgress } = this.#options;
    const length = lengthOf(response.headers);
    const total = part.about.totalBytes ?? (length === null ? null : part.bytes + length);
    const reader = response.body?.getReader();
    onProgress?.(part.bytes, total);
    for (;;) {
      const { done, value } = reader ? await patience.wait(reader.read()) : { done: true, value: undefined };
      if (done || value === undefined) break;
      const received = part.bytes + value.length;
      if (received > this.#limits.maxBytes) throw await this.#dropped(this.#tooLarge(received));
      if (total !== null && received > total) {
        throw await this.#dropped(new Interrupted(`more than the announced ${total} bytes came`));
      }
      await this.#onDisk(() => part.append(value));
      onProgress?.(part.bytes, total);
    }
    if (total !== null && part.bytes < total) throw new Interrupted(`only ${part.bytes} of ${total} bytes came`);
    if (part.bytes === 0) {
      throw await this.#dropped(
        new SnapshotError(`${this.#address.shown} answered with an empty file (0 bytes): try later, or ${BY_HAND}.`),
      );
    }
    return part;
  }

  async #keep(part: Part): Promise<Entry> {
    const { signal, store } = this.#options;
    await this.#onDisk(() => part.sync());
    const { sha256, bytes } = await this.#onDisk(() => hashFile(part.data, signal));
    const { name, etag, lastModified } = part.about;
    const fetchedAt = this.#now().toISOString();
    const entry: Entry = { url: this.#address.shown, sha256, bytes, name, etag, lastModified, fetchedAt };
    return this.#onDisk(async () => {
      await part.close();
      this.#part = null;
      try {
        await putContent(store, part.data, sha256);
        await putEntry(store, this.#address, entry, part.folder);
      } finally {
        await removed(part.folder);
      }
      await sweepParts(this.#parts, this.#address.key);
      return entry;
    });
  }

  async #pause({ message, retryAfterS: asked }: Interrupted, tries: number): Promise<void> {
    if (asked !== null && asked > MAX_RETRY_AFTER_S) {
      throw new SnapshotError(
        `${this.#address.shown} could not be fetched: ${message} and asks to wait ${asked} s. ` +
          `Ask again after that, or ${BY_HAND}.`,
      );
    }
    const backoffMs = this.#limits.backoffMs * 2 ** (tries - 1);
    const ms = asked === null ? backoffMs : Math.max(backoffMs, asked * 1000);
    const { signal } = this.#options;
    await sleep(ms, undefined, signal && { signal }).catch((error: unknown) => {
      signal?.throwIfAborted();
      throw error;
    });
  }

  #failed({ message }: Interrupted): SnapshotError {
    const part = this.#part;
    const next = part?.canBeResumed
      ? `The first ${part.bytes} bytes are kept: ask again and it goes on from there`
      : 'Try later';
    return new SnapshotError(
      `${this.#address.shown} could not be fetched in ${TRIES} tries; the last time: ${message}. ${next}, or ${BY_HAND}.`,
    );
  }

  #tooLarge(bytes: number): SnapshotError {
    return new SnapshotError(
      `${this.#address.shown} has ${bytes} bytes or more; at most ${this.#limits.maxBytes} are taken. ` +
        'Check the address: no file that is imported is so large.',
    );
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }

  /** What a full disk has cut is of no use, and its room is needed. */
  async #onDisk<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await onDisk(this.#options.store, work);
    } catch (error) {
      if (error instanceof SnapshotError) await this.#drop();
      throw error;
    }
  }

  async #dropped<E extends Error>(error: E): Promise<E> {
    await this.#drop();
    return error;
  }

  async #drop(): Promise<void> {
    const part = this.#part;
    this.#part = null;
    await part?.discard();
  }

  /** What came before a fault is left to the next download; that fault is told, whatever happens here. */
  async leave(): Promise<void> {
    const part = this.#part;
    this.#part = null;
    await part?.release(this.#parts).catch(() => {});
  }
}
