/** XML that is not well formed, or has what no workbook has. */
export class XmlFault extends Error {}

/** What a document is told to, element by element. Names are without their namespace prefix. */
export interface XmlHandler {
  /** @param scanner asked for the attributes, which are only valid during the call */
  open(name: string, scanner: XmlScanner): void;
  /** @param text of the element as a whole, children left out; '' where `wantsText` did not ask for it */
  close(name: string, text: string): void;
  /** Whether the text directly in this element is kept for `close`. */
  wantsText(name: string): boolean;
}

/** Above any tag or text of a workbook: a cell has at most 32,767 characters. */
const MAX_TOKEN = 4 * 1024 ** 2;
const MAX_DEPTH = 100;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const [TAB, SPACE, QUOTE, APOSTROPHE, SLASH, EQUALS, GREATER] = [9, 32, 34, 39, 47, 61, 62];

/**
 * Reads the XML of a workbook's part in chunks of any size.
 *
 * It is not a general parser: namespaces are dropped and document types refused. A sheet of 100,000 rows is some 160 MB
 * of XML, and of such XML saxes took 1.8 times and sax 3 times the processor time.
 *
 * @throws XmlFault
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  readonly #open: string[] = [];
  #rest = '';
  #source = '';
  #kept = false;
  #text = '';
  #sawRoot = false;
  /** Start and end of name and value of each attribute of the tag at hand, in `#source`. */
  readonly #attributes: number[] = [];
  #attributeCount = 0;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  /** Tells the handler of every element that ends or begins in what was fed until now. */
  feed(chunk: string): void {
    const source = this.#rest === '' ? chunk : this.#rest + chunk;
    this.#source = source;
    let at = 0;
    for (;;) {
      const tag = source.indexOf('<', at);
      if (tag < 0) break;
      if (tag > at) this.#characters(source, at, tag);
      at = tag;
      const end = this.#markup(source, tag);
      if (end < 0) break;
      at = end;
    }
    this.#rest = source.slice(at);
    if (this.#rest.length > MAX_TOKEN) throw new XmlFault(`a tag or text is over ${MAX_TOKEN} characters long`);
  }

  /** Says that nothing follows. */
  end(): void {
    const unfinished = this.#open.at(-1);
    if (unfinished !== undefined) throw new XmlFault(`the XML ends inside of <${unfinished}>`);
    if (this.#rest.trim() !== '') throw new XmlFault('the XML ends with text or an unfinished tag');
    if (!this.#sawRoot) throw new XmlFault('there is no XML element in it');
  }

  /** An attribute of the tag at hand; `:id` stands for `id` with any prefix. */
  attribute(name: string): string | undefined {
    const source = this.#source;
    for (let index = 0; index < this.#attributeCount; index++) {
      const start = this.#attributes[index * 4] as number;
      const end = this.#attributes[index * 4 + 1] as number;
      if (name[0] === ':' ? end - start > name.length : end - start === name.length) {
        if (source.startsWith(name, end - name.length)) {
          return decoded(source.slice(this.#attributes[index * 4 + 2], this.#attributes[index * 4 + 3]));
        }
      }
    }
    return undefined;
  }

  /** The position after the markup at `tag`, or -1 if its end is not here yet. */
  #markup(source: string, tag: number): number {
    const next = source.charCodeAt(tag + 1);
    if (next === SLASH) {
      const end = source.indexOf('>', tag + 2);
      if (end < 0) return -1;
      this.#close(local(source.slice(tag + 2, end).trimEnd()));
      return end + 1;
    }
    if (next === 33 /* ! */) return this.#declaration(source, tag);
    if (next === 63 /* ? */) {
      const end = source.indexOf('?>', tag + 2);
      return end < 0 ? -1 : end + 2;
    }
    return this.#tag(source, tag);
  }

  #declaration(source: string, tag: number): number {
    if (source.startsWith('<!--', tag)) {
      const end = source.indexOf('-->', tag + 4);
      return end < 0 ? -1 : end + 3;
    }
    if (source.startsWith('<![CDATA[', tag)) {
      const end = source.indexOf(']]>', tag + 9);
      if (end < 0) return -1;
      if (this.#kept) this.#text += source.slice(tag + 9, end).replace(/\r\n?/g, '\n');
      return end + 3;
    }
    if (source.length - tag < 9) return -1;
    throw new XmlFault(`it has a declaration that no workbook has: ${source.slice(tag, tag + 40)}`);
  }

  #tag(source: string, tag: number): number {
    const { length } = source;
    let at = tag + 1;
    while (at < length && !endsName(source.charCodeAt(at))) at++;
    const nameEnd = at;
    this.#attributeCount = 0;
    for (;;) {
      while (isSpace(source.charCodeAt(at))) at++;
      if (at >= length) return -1;
      const code = source.charCodeAt(at);
      if (code === GREATER) break;
      if (code === SLASH) {
        if (at + 1 >= length) return -1;
        if (source.charCodeAt(at + 1) === GREATER) break;
        throw faultyTag(source, tag);
      }
      const nameStart = at;
      while (at < length && !endsName(source.charCodeAt(at))) at++;
      const attributeEnd = at;
      while (isSpace(source.charCodeAt(at))) at++;
      if (at >= length) return -1;
      if (source.charCodeAt(at) !== EQUALS || attributeEnd === nameStart) throw faultyTag(source, tag);
      at++;
      while (isSpace(source.charCodeAt(at))) at++;
      if (at >= length) return -1;
      const quote = source.charCodeAt(at);
      if (quote !== QUOTE && quote !== APOSTROPHE) throw faultyTag(source, tag);
      const valueStart = at + 1;
      at = source.indexOf(quote === QUOTE ? '"' : "'", valueStart);
      if (at < 0) return -1;
      const slot = this.#attributeCount++ * 4;
      this.#attributes[slot] = nameStart;
      this.#attributes[slot + 1] = attributeEnd;
      this.#attributes[slot + 2] = valueStart;
      this.#attributes[slot + 3] = at;
      at++;
    }
    if (nameEnd === tag + 1) throw faultyTag(source, tag);
    const name = local(source.slice(tag + 1, nameEnd));
    if (this.#open.length === 0 && this.#sawRoot) throw new XmlFault(`<${name}> follows after the end of the XML`);
    if (this.#open.length >= MAX_DEPTH) throw new XmlFault(`its elements are nested over ${MAX_DEPTH} deep`);
    this.#sawRoot = true;
    this.#open.push(name);
    this.#kept = this.#handler.wantsText(name);
    this.#text = '';
    this.#handler.open(name, this);
    if (source.charCodeAt(at) === GREATER) return at + 1;
    this.#close(name);
    return at + 2;
  }

  #close(name: string): void {
    const opened = this.#open.pop();
    if (opened !== name) throw new XmlFault(`</${name}> ends <${opened ?? 'nothing'}>`);
    const text = this.#text;
    this.#text = '';
    this.#kept = false;
    this.#handler.close(name, text);
  }

  #characters(source: string, start: number, end: number): void {
    if (this.#kept) {
      const text = decoded(source.slice(start, end));
      this.#text = this.#text === '' ? text : this.#text + text;
    } else if (this.#open.length === 0 && source.slice(start, end).replace('\uFEFF', '').trim() !== '') {
      throw new XmlFault('there is text outside of the XML');
    }
  }
}

function decoded(raw: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]{0,10});?/g, (whole, name: string) => {
    const known = whole.endsWith(';') ? ENTITIES[name] : undefined;
    if (known !== undefined) return known;
    const [, hex, decimal] = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name) ?? [];
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    if (!whole.endsWith(';') || !(code > 0 && code <= 0x10ffff)) throw new XmlFault(`"${whole}" is not a character`);
    return String.fromCodePoint(code);
  });
}

function local(name: string): string {
  const colon = name.length > 2 ? name.indexOf(':') : -1;
  return colon < 0 ? name : name.slice(colon + 1);
}

function isSpace(code: number): boolean {
  return code === SPACE || (code >= TAB && code <= 13);
}

function endsName(code: number): boolean {
  return code === GREATER || code === SLASH || code === EQUALS || isSpace(code);
}

function faultyTag(source: string, tag: number): XmlFault {
  return new XmlFault(`this tag is not XML: ${source.slice(tag, tag + 40)}`);
}
