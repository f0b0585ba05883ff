import { type CellType, Wrong } from './cell-type.js';
import { inSmallestUnit, numberOf } from './number.js';

/** The largest integer that the tables hold. */
const LARGEST = 2 ** 31 - 1;

export interface NumberForm {
  /** For messages: `an hourly wage in dollars, to the cent`. */
  readonly what: string;
  /** Bounds as printed, both included. */
  readonly min?: number;
  readonly max?: number;
}

export interface ScaledForm extends NumberForm {
  /** How many of the smallest unit make one: 100 cents per dollar. */
  readonly perUnit: number;
  /** Rounds what is more precise than the smallest unit. Without it, that is an error. */
  readonly round?: true;
}

/** A published figure: a number in its smallest unit, or the marker that is printed instead. */
export type Figure<Marker extends string> =
  | { readonly value: number; readonly marker: null }
  | { readonly value: null; readonly marker: Marker };

export interface FigureForm<Marker extends string> extends ScaledForm {
  /** What the publisher's signs mean: `{ '#': 'TOP_CODED' }`. */
  readonly markers: Readonly<Record<string, Marker>>;
  /** What an empty cell means. Without it, an empty cell is an error. */
  readonly empty?: Marker;
}

/** A number as printed. */
export function number({ what, min = -Infinity, max = Infinity }: NumberForm): CellType<number> {
  const wrong = new Wrong(`is not ${what}.`);
  const outside = new Wrong(`is not ${what}: it is out of range.`);
  return {
    read(cell) {
      const value = numberOf(cell);
      if (value === null) return wrong;
      return value >= min && value <= max ? value : outside;
    },
  };
}

/** A number in its smallest unit: 33.54 dollars as 3354 cents. */
export function scaled({ what, perUnit, min = -Infinity, max = Infinity, round }: ScaledForm): CellType<number> {
  const [least, most] = [Math.max(Math.round(min * perUnit), -LARGEST), Math.min(Math.round(max * perUnit), LARGEST)];
  const wrong = new Wrong(`is not ${what}.`);
  const finer = new Wrong(`is not ${what}: it is more precise than that.`);
  const outside = new Wrong(`is not ${what}: it is out of range.`);
  return {
    read(cell) {
      const printed = numberOf(cell);
      if (printed === null) return wrong;
      const value = round ? Math.round(printed * perUnit) : inSmallestUnit(printed, perUnit);
      if (value === null) return finer;
      return value >= least && value <= most ? value : outside;
    },
  };
}

/** A number in its smallest unit, or one of the markers that the publisher prints in place of numbers. */
export function figure<const Marker extends string>(form: FigureForm<Marker>): CellType<Figure<Marker>> {
  const { read } = scaled(form);
  const standIns = new Map<unknown, Figure<Marker>>(
    Object.entries(form.markers).map(([sign, marker]) => [sign, { value: null, marker }]),
  );
  const signs = [...standIns.keys()].join(', ');
  if (form.empty !== undefined) standIns.set(null, { value: null, marker: form.empty });
  const wrong = new Wrong(`is neither ${form.what} nor a marker of this column (${signs}).`);
  return {
    read(cell) {
      if (typeof cell !== 'number') {
        const standIn = standIns.get(cell);
        if (standIn !== undefined) return standIn;
        if (numberOf(cell) === null) return wrong;
      }
      const value = read(cell);
      return typeof value === 'number' ? { value, marker: null } : value;
    },
  };
}
