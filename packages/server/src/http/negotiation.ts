import { ENCODINGS, type Encoding } from '../answers/encodings.js';

export const MEDIA_TYPES = ['application/graphql-response+json', 'application/json'] as const;

/** The media types of GraphQL over HTTP. */
export type MediaType = (typeof MEDIA_TYPES)[number];

/**
 * The first media type in `Accept` that an answer can have; `application/json` where any is accepted. Undefined if there
 * is none, such as for a stream of events. As in yoga, quality values do not count.
 */
export function mediaTypeOf(accept = '*/*'): MediaType | undefined {
  for (const item of accept.toLowerCase().split(',')) {
    const [range, ...parameters] = item.split(';').map((part) => part.trim());
    if (parameters.some((parameter) => parameter.startsWith('charset=') && parameter !== 'charset=utf-8')) continue;
    if (range === '*/*' || range === 'application/*') return 'application/json';
    const found = MEDIA_TYPES.find((type) => type === range);
    if (found) return found;
  }
  return undefined;
}

/** The smallest encoding that `Accept-Encoding` names. */
export function encodingOf(acceptEncoding = ''): Encoding {
  const accepted = acceptEncoding
    .toLowerCase()
    .split(',')
    .map((item) => item.split(';').map((part) => part.trim()))
    .filter(([, quality = '']) => !/^q=0(\.0*)?$/.test(quality))
    .map(([name]) => name);
  return ENCODINGS.find((encoding) => accepted.includes(encoding)) ?? 'identity';
}
