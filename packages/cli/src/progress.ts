import type { Progress } from '@careergraph/extract';
import { clipped, count } from './table.js';

/** Progress of a command; one that imports several releases says which of its steps runs. */
export interface CommandProgress extends Omit<Progress, 'phase'> {
  readonly phase: Progress['phase'] | 'counting' | 'copying' | 'checking' | 'packing';
  /** `3/18` */
  readonly step?: string;
}

/** The part of stderr that the display uses. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface ProgressDisplay {
  show(progress: CommandProgress): void;
  /** Prints a separate line. */
  say(line: string): void;
  /** Stops the display. */
  end(): void;
}

const LINE_MS = 5_000;
const REDRAW_MS = 200;
const CLEAR = '\r\u001b[2K';

/** Redraws one line on a terminal; prints a line every five seconds elsewhere. */
export function displayProgress(screen: Screen, now: () => number): ProgressDisplay {
  const isTerminal = screen.isTTY === true;
  let current: CommandProgress | null = null;
  let since = now();
  let isDrawn = false;
  const clear = () => {
    if (isDrawn) screen.write(CLEAR);
    isDrawn = false;
  };
  const draw = () => {
    if (!current) return;
    const line = progressLine(current, now() - since);
    if (!isTerminal) return void screen.write(`${line}\n`);
    screen.write(`${CLEAR}${clipped(line, (screen.columns ?? 80) - 1)}`);
    isDrawn = true;
  };
  const timer = setInterval(draw, isTerminal ? REDRAW_MS : LINE_MS);
  return {
    show: (progress) => {
      const isOther =
        progress.phase !== current?.phase || progress.what !== current.what || progress.step !== current.step;
      if (isOther && progress.phase !== 'auditing') since = now();
      current = progress;
      if (isTerminal && isOther) draw();
    },
    say: (line) => {
      clear();
      screen.write(`${line}\n`);
    },
    end: () => {
      clearInterval(timer);
      clear();
    },
  };
}

/** `reading national_M2025_dl.xlsx: 120,000 of about 400,000 rows (30%), 15,000 rows/s, 19 s left` */
export function progressLine({ step, phase, what, done, total, unit }: CommandProgress, elapsedMs: number): string {
  const subject = unit === 'audits' ? `"${what.replace(/\.$/, '')}"` : what;
  const head = `${step === undefined ? '' : `[${step}] `}${phase} ${subject}`;
  if (unit === 'steps' || (done === 0 && unit !== 'audits')) return `${head} …`;
  // An estimate that has been exceeded is not shown.
  const known = total !== null && total >= done && total > 0 ? total : null;
  const amounts = [
    known === null
      ? amount(done, unit)
      : `${amount(done, null, unit)} of ${unit === 'rows' ? 'about ' : ''}${amount(known, unit)}`,
  ];
  if (known !== null) amounts[0] += ` (${Math.floor((100 * done) / known)}%)`;
  const perSecond = (1_000 * done) / elapsedMs;
  if (unit !== 'audits' && elapsedMs >= 1_000 && done > 0) {
    amounts.push(`${amount(Math.round(perSecond), unit)}/s`);
    if (known !== null) amounts.push(`${duration((known - done) / perSecond)} left`);
  }
  return `${head}: ${amounts.join(', ')}`;
}

function amount(value: number, unit: Progress['unit'] | null, quantity = unit): string {
  if (quantity === 'bytes') return `${(value / 1e6).toFixed(1)}${unit === null ? '' : ' MB'}`;
  return unit === null ? count(value) : `${count(value)} ${unit}`;
}

/** `2 min 5 s` */
function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
