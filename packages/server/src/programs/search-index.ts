import type { Institution } from '@careergraph/db';
import { STATES } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { Context } from '../context.js';
import { bytesOfWords } from '../search/bytes.js';
import { othersTurn } from '../search/others-turn.js';
import { type Postings, PostingsBuilder } from '../search/postings.js';
import { Speller } from '../search/spelling.js';
import { rootOf, stemsOf } from '../search/words.js';
import type { StoreSize, StoreState } from '../store-state.js';
import type { Directory } from './directory.js';
import { NO_FILE } from './files.js';
import { type ProgramIndex, type ProgramsOfField, programIndexOf } from './program-index.js';

/** A field of study with its programs. */
export interface SearchedField {
  readonly cipCode: string;
  readonly title: string | null;
  readonly programs: ProgramsOfField;
  /** Of each program, the place of its institution in the index; {@link CLOSED} if it is closed. */
  readonly institutions: Uint16Array;
}

export const CLOSED = 0xffff;

/** A city or a state, with its institutions. */
export interface SearchedPlace {
  /** The words of its name: a query names it with all of them. */
  readonly roots: readonly string[];
  readonly institutions: Uint16Array;
  /** Whether titles of fields of study have its words too, as with Media in Pennsylvania. */
  readonly isFieldToo: boolean;
}

/** Words of fields of study, institutions, and places, in memory. */
export interface ProgramSearchIndex {
  readonly fields: readonly SearchedField[];
  readonly institutions: readonly Institution[];
  /**
   * Which names have a word: those of the fields, those of the institutions, and then those of the institutions up to the
   * hyphen ("University of Michigan-Ann Arbor"), which many people leave out.
   */
  readonly names: Postings;
  /** Of each name, the rarities of its words, added up. */
  readonly lengths: Float32Array;
  /** By the first word of their names. */
  readonly places: ReadonlyMap<string, readonly SearchedPlace[]>;
  readonly placeWords: ReadonlySet<string>;
  readonly speller: Speller;
  /** About how much memory it takes beside the index of programs, in bytes. */
  readonly bytes: number;
}

/** How many institutions are indexed before other requests get their turn. */
const AT_ONCE = 500;

/** Built at the first search for programs, and kept as long as the files that it is made of answer. */
export function programSearchIndexOf(context: Context, directory: Directory): Promise<ProgramSearchIndex> {
  const { kept } = context.catalog;
  const { institutions, completions, crosswalk, fieldsOfStudy } = directory.files;
  const inputs = [institutions, completions, crosswalk, fieldsOfStudy].map((file) => file?.fileId ?? NO_FILE).join(' ');
  return kept.get(NAME, inputs, async () => {
    const index = await buildIndex(directory, await programIndexOf(context, directory));
    SIZES.set(kept, { entries: index.fields.length + index.institutions.length, bytes: index.bytes });
    return index;
  });
}

const NAME = 'search index of programs';

/** The sizes of the indexes that were built. */
const SIZES = new WeakMap<Catalog['kept'], StoreSize>();

/** How many fields and institutions the index has, and its memory; how often it served a search, and was built. */
export function programSearchIndexState({ kept }: Catalog): StoreState {
  return { ...(SIZES.get(kept) ?? { entries: 0, bytes: 0 }), ...kept.countsOf(NAME) };
}

async function buildIndex(
  { institutions: all, titles }: Directory,
  programs: ProgramIndex,
): Promise<ProgramSearchIndex> {
  const institutions = [...all.values()].filter(({ active }) => active).sort((a, b) => a.unitId - b.unitId);
  const placeOf = new Map(institutions.map(({ unitId }, place) => [unitId, place]));
  const fields = [...programs].map(([cipCode, ofField]) => ({
    cipCode,
    title: titles.get(cipCode)?.title ?? null,
    programs: ofField,
    institutions: Uint16Array.from(ofField.unitIds, (unitId) => placeOf.get(unitId) ?? CLOSED),
  }));
  const builder = new PostingsBuilder();
  const vocabulary = new Map<string, number>();
  const rootsIn = (text: string) => {
    const stems = stemsOf(text);
    for (const stem of stems) vocabulary.set(stem, (vocabulary.get(stem) ?? 0) + 1);
    return [...new Set(stems.map(rootOf))];
  };
  for (const [place, { cipCode, title }] of fields.entries()) {
    // The code is a name too, written without its point as words are.
    builder.add(place, [...(title === null ? [] : rootsIn(title)), cipCode.replace('.', '')]);
  }
  const inFields = new Set(fields.flatMap(({ title }) => (title === null ? [] : rootsIn(title))));
  const ofPlaces = new Map<string, number[]>();
  const addTo = (name: string, place: number) => {
    const key = rootsIn(name).join(' ');
    const list = ofPlaces.get(key);
    if (list) list.push(place);
    else ofPlaces.set(key, [place]);
  };
  for (const [place, { name, city, stateCode }] of institutions.entries()) {
    if (place % AT_ONCE === 0) await othersTurn();
    builder.add(fields.length + place, rootsIn(name));
    const [start = '', ...rest] = name.split('-');
    if (rest.length > 0) builder.add(fields.length + institutions.length + place, rootsIn(start));
    addTo(city, place);
    addTo(stateCode.slice(3), place);
    const state = STATES.find(({ code }) => code === stateCode);
    if (state) addTo(state.name, place);
  }
  await othersTurn();
  const names = builder.plain(fields.length + 2 * institutions.length);
  const places = new Map<string, SearchedPlace[]>();
  for (const [key, list] of ofPlaces) {
    const roots = key.split(' ');
    const [first = ''] = roots;
    const place = {
      roots,
      institutions: Uint16Array.from(list),
      isFieldToo: roots.every((root) => inFields.has(root)),
    };
    places.set(first, [...(places.get(first) ?? []), place]);
  }
  const arrays = [...fields, ...[...places.values()].flat()].map((entry) => entry.institutions.byteLength);
  return {
    fields,
    institutions,
    names,
    lengths: lengthsOf(names),
    places,
    placeWords: new Set([...places.values()].flatMap((list) => list.flatMap(({ roots }) => roots))),
    speller: new Speller(vocabulary.keys(), (stem) => vocabulary.get(stem) ?? 0),
    bytes:
      names.bytes +
      4 * names.places +
      arrays.reduce((sum, bytes) => sum + bytes, 0) +
      bytesOfWords(vocabulary.keys()) +
      bytesOfWords(ofPlaces.keys()),
  };
}

function lengthsOf(names: Postings): Float32Array {
  const lengths = new Float32Array(names.places);
  for (const term of names.terms.keys()) {
    const rarity = names.rarityOf(term);
    names.forEach(term, (place) => {
      lengths[place] = (lengths[place] as number) + rarity;
    });
  }
  return lengths;
}
