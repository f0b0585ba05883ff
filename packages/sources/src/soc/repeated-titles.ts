/** A direct match title that the agency lists twice for an occupation. The second row is left out. */
interface RepeatedTitle {
  readonly code: string;
  readonly title: string;
  /** Whether the first and the second row are marked as an illustrative example. Other marks are an error. */
  readonly illustrative: readonly [first: boolean, second: boolean];
  readonly reason: string;
}

const UNMARKED = 'The same title again. Only the first one is marked as an illustrative example.';
const IDENTICAL = 'The same row again.';

/** The known ones by release. Any other is an error. */
export const REPEATED_TITLES: Readonly<Record<string, readonly RepeatedTitle[]>> = {
  '2018': [
    { code: '19-4012', title: 'Feed Research Technician', illustrative: [true, true], reason: IDENTICAL },
    { code: '29-1223', title: 'Forensic Psychiatrist', illustrative: [true, false], reason: UNMARKED },
    { code: '29-1223', title: 'Geriatric Psychiatrist', illustrative: [true, true], reason: IDENTICAL },
    { code: '47-4011', title: 'Home Inspector', illustrative: [true, false], reason: UNMARKED },
    { code: '49-3023', title: 'Auto Transmission Specialist', illustrative: [true, false], reason: UNMARKED },
  ],
};
