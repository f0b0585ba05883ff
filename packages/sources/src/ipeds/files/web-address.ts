const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/**
 * The address of a page that a visitor can open, or null. The directory prints most without `https://`, and some are email
 * addresses of people, which are never passed on.
 */
export function webAddress(printed: string): string | null {
  const text = SCHEME.test(printed) ? printed : `https://${printed}`;
  if (!URL.canParse(text)) return null;
  const { protocol, username, password, hostname, href } = new URL(text);
  const isPage = (protocol === 'https:' || protocol === 'http:') && hostname.includes('.');
  return isPage && username === '' && password === '' ? href : null;
}
