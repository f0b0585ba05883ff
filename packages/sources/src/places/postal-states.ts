import { STATES } from '@careergraph/domain';

/** Served by the US post, but neither states nor territories for which there are figures. */
const SERVED_ONLY = ['AS', 'FM', 'MH', 'MP', 'PW'];

/** `US-FL` by `FL`: every state, territory, or country whose places have ZIP codes. */
export const POSTAL_STATES: Readonly<Record<string, string>> = Object.fromEntries([
  ...STATES.map(({ code }) => [code.slice('US-'.length), code]),
  ...SERVED_ONLY.map((usps) => [usps, `US-${usps}`]),
]);
