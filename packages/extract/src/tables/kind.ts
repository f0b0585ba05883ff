import { open } from 'node:fs/promises';
import { quoted, TableError, unreadable } from './errors.js';

/** What a file is by its first bytes; its name says nothing. */
export type Kind = 'zip' | 'gzip' | 'other';

/** Enough for the header line of any published text, and for the title of a web page. */
const HEAD_BYTES = 64 * 1024;

const startsWith = (bytes: Buffer, ...start: number[]) => start.every((byte, index) => bytes[index] === byte);

/** The first bytes of a file, up to 64 KiB. */
export async function headOf(path: string, name: string): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const bytes = Buffer.alloc(HEAD_BYTES);
      let length = 0;
      for (;;) {
        const { bytesRead } = await file.read(bytes, length, HEAD_BYTES - length, length);
        length += bytesRead;
        if (bytesRead === 0 || length === HEAD_BYTES) return bytes.subarray(0, length);
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(path, name, error);
  }
}

export function kindOf(head: Buffer): Kind {
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04) || startsWith(head, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
  return startsWith(head, 0x1f, 0x8b) ? 'gzip' : 'other';
}

/**
 * Lets pass what may be a table in text form.
 *
 * @throws TableError that names what the file is instead
 */
export async function refuseOtherKinds(head: Buffer, path: string, file: string): Promise<void> {
  const refuse = (problem: string): never => {
    throw new TableError({ file }, problem);
  };
  if (head.length === 0) refuse('is empty (0 bytes). Download it again.');
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
    if (await isEncryptedPackage(path)) {
      refuse('is a workbook protected by a password. Open it with the password and save it without one.');
    }
    refuse(
      `is in the old Excel format (.xls), which is not read. Convert it: run soffice --headless --convert-to xlsx "${file}" ` +
        '(LibreOffice), or open it in Excel and save it as "Excel Workbook (*.xlsx)". Then give the new file, alone if it ' +
        'was in an archive.',
    );
  }
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46, 0x2d)) {
    refuse('is a PDF document. Get the table as an Excel workbook (.xlsx) or as text.');
  }
  for (const [mark, encoding] of [
    [[0xff, 0xfe], 'UTF-16 (little-endian)'],
    [[0xfe, 0xff], 'UTF-16 (big-endian)'],
  ] as const) {
    if (startsWith(head, ...mark)) refuse(`is text in ${encoding}. Save it as UTF-8.`);
  }
  const text = head.toString('latin1').replace(/^\xef\xbb\xbf/, '');
  if (text.trim() === '') refuse(`is empty: ${head.length} bytes of blank space. Download it again.`);
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|title)\b/i.test(text)) {
    const [, title] = /<title[^>]*>([^<]*)/i.exec(head.toString('utf8')) ?? [];
    const named = title?.trim() ? ` with the title ${quoted(title.trim().replace(/\s+/g, ' '))}` : '';
    refuse(`is a web page${named}, not a table: the server gave an error or an index. Download the file itself.`);
  }
  if (/^\s*<\?xml\b/i.test(text)) refuse('is an XML file, not a table. Save it as an Excel workbook (.xlsx).');
}

/** A protected workbook is an old container with one stream of this name. */
async function isEncryptedPackage(path: string): Promise<boolean> {
  const wanted = Buffer.from('EncryptedPackage', 'utf16le');
  const file = await open(path);
  try {
    let end = Buffer.alloc(0);
    for await (const chunk of file.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>) {
      const bytes = Buffer.concat([end, chunk]);
      if (bytes.includes(wanted)) return true;
      end = Buffer.from(bytes.subarray(-wanted.length));
    }
    return false;
  } finally {
    await file.close();
  }
}
