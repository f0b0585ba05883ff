import { STATES } from '@careergraph/domain';

/** Served by the US post, but neither states nor territories for which there are figures. */
const SERVED_ONLY: readonly string[] = ['AS', 'FM', 'MH', 'MP', 'PW'];

/** `US-FL` of `FL`, for every state, territory or country whose places have ZIP codes; undefined for another text. */
export function postalState(usps: string): string | undefined {
  const code = `US-${usps}`;
  return SERVED_ONLY.includes(usps) || STATES.some((state) => state.code === code) ? code : undefined;
}
