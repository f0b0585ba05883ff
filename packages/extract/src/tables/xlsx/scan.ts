import { type Place, TableError } from '../errors.js';
import { Utf8Fault, wholeCharacters } from '../utf8.js';
import type { Member } from '../zip.js';
import { XmlFault, type XmlHandler, XmlScanner } from './xml.js';

/**
 * Feeds a part of a workbook to a handler and stops after each chunk, so that what was found can be taken.
 * Gives the number of bytes read so far.
 *
 * @param place asked when something is wrong, so that it can name the row that was reached
 * @throws TableError when the XML is damaged or cut off
 */
export async function* scan(
  member: Member,
  handler: XmlHandler,
  place: Place | (() => Place),
): AsyncGenerator<number, void, void> {
  const scanner = new XmlScanner(handler);
  let read = 0;
  try {
    for await (const bytes of wholeCharacters(member.read())) {
      scanner.feed(bytes.toString('utf8'));
      read += bytes.length;
      yield read;
    }
    scanner.end();
  } catch (error) {
    if (!(error instanceof XmlFault) && !(error instanceof Utf8Fault)) throw error;
    throw new TableError(
      typeof place === 'function' ? place() : place,
      `has XML in ${member.path} that is damaged or cut off: ${error.message}. Download the file again.`,
      { cause: error },
    );
  }
}
