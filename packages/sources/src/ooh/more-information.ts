import { isElement, textOf } from './clean.js';
import { SECTION_HEADINGS } from './headings.js';
import { type Part, placedBlocks } from './part.js';
import type { Contact, OnetOccupation } from './profile.js';
import { linksIn } from './tables.js';

const ONET_CODE = /onetonline\.org\/link\/summary\/(\d\d-\d{4}\.\d\d)$/;

/** Sites with statistics, videos, and lists of licenses and certifications. Other links are of organizations to contact. */
const REFERENCES = /(^|\.)(careeronestop\.org|bls\.gov|onetonline\.org)$/;

/** The organizations and references that the part links to, and the O*NET occupations. */
export function moreInformationOf(part: Part): {
  readonly contacts: readonly Contact[];
  readonly references: readonly Contact[];
  readonly onetOccupations: readonly OnetOccupation[];
} {
  const contacts: Contact[] = [];
  const references: Contact[] = [];
  const onetOccupations: OnetOccupation[] = [];
  let lead: string | null = null;
  let under: string | null = null;
  for (const { block, heading, place } of placedBlocks(part)) {
    if (heading !== under) lead = null;
    under = heading;
    const isOnet = heading !== null && SECTION_HEADINGS.MORE_INFORMATION[heading.toLowerCase()] === 'ONET';
    const links = linksIn(block);
    const text = textOf(block);
    const isLead = isElement(block, 'p') && (links.length === 0 || !onlyLinks(text, links));
    if (isLead) lead = text;
    for (const { text: name, url } of links) {
      if (!isOnet) {
        const isReference = REFERENCES.test(new URL(url).hostname);
        (isReference ? references : contacts).push({ name, url, about: lead, ...place });
        continue;
      }
      const [, code] = ONET_CODE.exec(url) ?? [];
      if (code === undefined)
        part.report.fault(place.section, place.line, 'is not the address of an O*NET occupation', url);
      else onetOccupations.push({ code, title: name, url, ...place });
    }
  }
  return { contacts, references, onetOccupations };
}

/** Whether a block is links alone, perhaps with a remark in parentheses such as "(PDF)". */
function onlyLinks(text: string, links: readonly { readonly text: string }[]): boolean {
  const rest = links.reduce((left, link) => left.replace(link.text, ''), text);
  return rest.replace(/\([^)]*\)/g, '').replace(/[\s,;.]/g, '') === '';
}
