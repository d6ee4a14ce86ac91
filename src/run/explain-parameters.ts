import type { Stretch } from '../analysis/sensitivity/stretch.ts';
import type { WrittenParameter } from '../analysis/sensitivity/written.ts';
import { checkModel, type ParsedModel, type ParseOptions } from '../model/index.ts';
import type { Change, ChangedEnd } from './explain-change.ts';
import type { Notice } from './runner.ts';
import { settingOf } from './sweep-vary.ts';

/** What parameters are read from. */
export interface Reading {
  readonly text: string;
  readonly options: ParseOptions;
  readonly written: ReadonlyMap<string, WrittenParameter>;
  readonly onNotice: Notice | undefined;
}

/**
 * A parameter, smaller and larger: of whole numbers the nearest, at least 1; of shares at most 1; and where the model
 * would have errors, as near as it has none. One that says where it may lie goes from there to there.
 * @returns null for one that is zero, of which every multiple is zero
 */
export function readParameter(base: ParsedModel, name: string, factor: number, reading: Reading): Change | null {
  const smaller: Stretch = (value) => value / factor;
  const larger: Stretch = (value) => value * factor;
  const at = (value: number, setting: number | string): ChangedEnd | null => {
    const { model } = checkModel(reading.text, {
      ...reading.options,
      file: base.file,
      set: { ...reading.options.set, [name]: setting },
    });
    return model === null ? null : { value, model };
  };
  const unchanged = (value: number, setting: number | string): ChangedEnd => {
    reading.onNotice?.(`${name} stays as it is where it would be ${setting}: the model would have errors.`);
    return { value, model: base };
  };

  const declared = base.parameters[name];
  const unit = base.parameterUnits[name];
  const { isShare = false, stretch = null } = reading.written.get(name) ?? {};
  if (stretch !== null) {
    const value = stretch((seconds) => seconds).meanSeconds;
    if (value === 0) return null;
    const end = (by: Stretch): ChangedEnd => {
      const { setting, meanSeconds } = stretch(by);
      return at(meanSeconds, setting) ?? unchanged(value, setting);
    };
    return { name, kind: 'parameter', value, unit: 's', low: end(smaller), high: end(larger) };
  }
  if (typeof declared === 'string' || unit === null) return null;
  const { from, to } = endsOf(base, name);
  const isBounded = from !== null || to !== null;
  if (declared === 0 && !isBounded) return null;

  const isPlain = unit === '';
  const isWhole = isPlain && !isShare && Number.isInteger(declared);
  const end = (value: number): ChangedEnd => {
    if (value === declared) return { value, model: base };
    const read = (each: number) => at(each, settingOf(each, unit));
    return (
      read(value) ??
      (isWhole ? nearestValid(declared, value, read) : null) ??
      unchanged(declared, settingOf(value, unit))
    );
  };
  const by = (stretched: number) =>
    isWhole ? nearestWhole(stretched) : isPlain && isShare ? Math.min(1, stretched) : stretched;
  // What is set from outside may lie beyond both ends.
  const low = end(from === null ? by(smaller(declared)) : Math.min(from, declared));
  const high = end(to === null ? by(larger(declared)) : Math.max(to, declared));
  return { name, kind: 'parameter', value: declared, unit, ...(isBounded ? { byRange: true } : {}), low, high };
}

/** Where the model says that it may lie: of what nobody knows the ends that nine chances in ten are between. */
function endsOf(
  { doubts, parameterMeanings }: ParsedModel,
  name: string,
): {
  readonly from: number | null;
  readonly to: number | null;
} {
  if (Object.hasOwn(doubts, name)) return { from: doubts[name].low, to: doubts[name].high };
  const { from = null, to = null } = Object.hasOwn(parameterMeanings, name) ? parameterMeanings[name] : {};
  return { from, to };
}

function nearestWhole(value: number): number {
  return value < 0 ? Math.min(-1, Math.round(value)) : Math.max(1, Math.round(value));
}

/** The whole number nearest to `end` at which the model has no errors, between it and where it has none; null: none. */
function nearestValid(from: number, end: number, read: (value: number) => ChangedEnd | null): ChangedEnd | null {
  let [good, bad] = [from, end];
  let found: ChangedEnd | null = null;
  while (Math.abs(bad - good) > 1) {
    const middle = good + Math.trunc((bad - good) / 2);
    const here = read(middle);
    if (here === null) bad = middle;
    else {
      good = middle;
      found = here;
    }
  }
  return found;
}
