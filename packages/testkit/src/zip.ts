import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A small zip archive in memory, its members in this order. */
export async function zipOf(members: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const zip = new ZipFile();
  const mtime = new Date('2025-04-02T10:00:00Z');
  for (const [path, content] of Object.entries(members)) zip.addBuffer(Buffer.from(content), path, { mtime });
  zip.end();
  return buffer(zip.outputStream);
}
