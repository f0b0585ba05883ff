import { ImportError, type RowFault } from '@careergraph/extract';
import type { Profile } from './profile.js';

/** A profile with what the layout has and this profile lacks. */
export interface Reading {
  readonly profile: Profile;
  readonly notices: readonly RowFault[];
}

/** Gathers what is wrong with one profile, so that an operator sees more than the first fault. */
export class Report {
  readonly #file: string;
  readonly #within: string;
  readonly notices: RowFault[] = [];
  readonly #faults: RowFault[] = [];

  /** @param occupation the profile's title, where the file has several */
  constructor(file: string, occupation: string | null = null) {
    this.#file = file;
    this.#within = occupation === null ? '' : `${occupation}: `;
  }

  fault(section: string | null, line: number | null, message: string, value?: string): void {
    this.#faults.push(this.#at(section, line, message, value));
  }

  notice(section: string, line: number | null, message: string, value?: string): void {
    this.notices.push(this.#at(section, line, message, value));
  }

  /** @throws ImportError at once: nothing further can be read */
  refuse(section: string | null, line: number | null, message: string, value?: string): never {
    this.fault(section, line, message, value);
    this.end();
    throw new Error('unreachable');
  }

  /** @throws ImportError where anything is wrong */
  end(): void {
    if (this.#faults.length > 0) {
      throw new ImportError(`${this.#within}${this.#file} cannot be read as a profile of the Handbook.`, this.#faults);
    }
  }

  #at(section: string | null, line: number | null, message: string, value: string | undefined): RowFault {
    return {
      file: this.#file,
      section: `${this.#within}${section ?? ''}`.replace(/: $/, '') || null,
      line,
      value,
      message,
    };
  }
}
