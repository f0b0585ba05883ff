/** Words that say how someone is employed and not what the work is. They count only if a query has no other words. */
const CIRCUMSTANCES = new Set(
  'sr snr senior jr junior trainee apprentice intern internship entry level part full time temporary temp seasonal i ii iii iv v 1 2 3'.split(
    ' ',
  ),
);

const FUNCTION_WORDS = new Set(
  'a an the and or of in for to on with at by from as all other except including nec not elsewhere classified'.split(
    ' ',
  ),
);

/** British spellings that no rule of {@link stemOf} covers. */
const AMERICAN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    aeroplane: 'airplane',
    aluminium: 'aluminum',
    catalogue: 'catalog',
    centre: 'center',
    cheque: 'check',
    counselling: 'counseling',
    counsellor: 'counselor',
    defence: 'defense',
    draughtsman: 'drafter',
    draughtsperson: 'drafter',
    enameller: 'enameler',
    enamelling: 'enameling',
    enquiry: 'inquiry',
    fibre: 'fiber',
    fibreboard: 'fiberboard',
    fibreglass: 'fiberglass',
    gaol: 'jail',
    gaoler: 'jailer',
    gemmologist: 'gemologist',
    gemmology: 'gemology',
    grey: 'gray',
    jeweller: 'jeweler',
    jewellery: 'jewelry',
    labelling: 'labeling',
    licence: 'license',
    litre: 'liter',
    manoeuvre: 'maneuver',
    metre: 'meter',
    modeller: 'modeler',
    modelling: 'modeling',
    mould: 'mold',
    moulder: 'molder',
    moulding: 'molding',
    panelling: 'paneling',
    plough: 'plow',
    practise: 'practice',
    programme: 'program',
    pyjama: 'pajama',
    sceptic: 'skeptic',
    signalling: 'signaling',
    signalman: 'signaler',
    storey: 'story',
    sulphur: 'sulfur',
    theatre: 'theater',
    traveller: 'traveler',
    travelling: 'traveling',
    tunnelling: 'tunneling',
    tyre: 'tire',
    woollen: 'woolen',
  }),
);

/** Families of British spellings: "colourist", "paediatrician". */
const BRITISH_OUR = /^(behavi|col|fav|flav|harb|hon|hum|lab|neighb|od|parl|vap)our/;
const BRITISH_AE = /^(an|arch|gyn|h|orthop|p)ae(?=[cdmos])/;

/** Endings of words of the same family, such as "welder" and "welding"; the longest first. */
const ENDINGS: readonly (readonly [ending: string, stays: string])[] = [
  ['ization', 'iz'],
  ['ologist', 'olog'],
  ['ology', 'olog'],
  ['ician', 'ic'],
  ['icist', 'ic'],
  ['ation', 'at'],
  ['ional', 'ion'],
  ['ator', 'at'],
  ['ment', ''],
  ['ness', ''],
  ['ate', 'at'],
  ['ing', ''],
  ['ist', ''],
  ['ive', ''],
  ['ion', ''],
  ['ant', ''],
  ['ent', ''],
  ['er', ''],
  ['or', ''],
  ['ed', ''],
  ['al', ''],
  ['y', ''],
  ['e', ''],
];

/** Small letters without accents; ligatures and full-width letters become plain ones. */
export function foldOf(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** The words of a text, in small letters, as written. */
export function wordsIn(text: string): readonly string[] {
  return (
    foldOf(text)
      .replaceAll(/['’]s\b/g, '')
      .replaceAll(/['’.]/g, '')
      .match(/[\p{L}\p{N}+#]+/gu) ?? []
  );
}

/** The words that say what the work is. If a text has no such words, all of its words. */
export function contentOf(words: readonly string[]): readonly string[] {
  const content = words.filter((word) => !FUNCTION_WORDS.has(word));
  const work = content.filter((word) => !CIRCUMSTANCES.has(word));
  if (work.length > 0) return work;
  return content.length > 0 ? content : words;
}

/** The singular, in American spelling; "-woman" is "-man". */
export function stemOf(word: string): string {
  const singular = singularOf(word);
  const american = (AMERICAN.get(singular) ?? singular).replace(BRITISH_OUR, '$1or').replace(BRITISH_AE, '$1e');
  return american.replace(/isation$/, 'ization').replace(/(?<=.{4})is(e|er|ing)$/, 'iz$1');
}

function singularOf(word: string): string {
  if (word.length <= 3 || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word;
  if (/(?<=..)wom[ae]n$/.test(word)) return word.replace(/wom[ae]n$/, 'man');
  if (word.endsWith('men') && word.length > 4) return `${word.slice(0, -3)}man`;
  if (/(ch|sh|ss|x)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** What words of one family share. */
export function rootOf(stem: string): string {
  if (stem.length <= 4) return stem;
  const [ending, stays] = ENDINGS.find(([end]) => stem.endsWith(end) && stem.length - end.length >= 3) ?? ['', ''];
  const root = ending === '' ? stem : stem.slice(0, -ending.length) + stays;
  return root.length > 4 && /([bdgklmnprt])\1$/.test(root) ? root.slice(0, -1) : root;
}

/** The stems of the words that count. */
export function stemsOf(text: string): readonly string[] {
  return contentOf(wordsIn(text)).map(stemOf);
}
