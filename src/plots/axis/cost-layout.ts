import { scaleLinear, scaleLog } from 'd3';
import { textWidth } from './labels.ts';
import { ninesScale, type NinesScale } from './nines-scale.ts';
import { shortMoney } from './short-money.ts';

/** Cost up the page, nines along the bottom. */
export interface CostLayout {
  readonly nines: NinesScale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly y: (cost: number) => number;
  readonly ticks: readonly number[];
}

export interface CostRange {
  readonly lowest: number;
  readonly highest: number;
  /** On a logarithmic axis: costs are far apart. */
  readonly isLog: boolean;
  /** Ends of an axis that is not. */
  readonly ends: readonly [number, number];
}

/** @param unavailabilities that the axis of nines has to hold */
export function layOutCosts(
  { lowest, highest, isLog, ends }: CostRange,
  unavailabilities: readonly number[],
  size: { readonly width: number; readonly height: number },
): CostLayout {
  const [top, bottom] = [34, size.height - 54];
  const y = isLog
    ? scaleLog([lowest * 0.7, highest * 1.4], [bottom, top]).clamp(true)
    : scaleLinear(ends, [bottom, top]).clamp(true);
  const isRound = highest / lowest < 1000 ? /^[125]e/ : /^1e/;
  const ticks = y.ticks(5).filter((tick) => !isLog || isRound.test(tick.toExponential()));
  const left = Math.max(0, ...ticks.map((tick) => textWidth(shortMoney(tick, '').trim()))) + 14;
  const right = size.width - 14;
  return { nines: ninesScale(unavailabilities, [left + 6, right]), left, right, top, bottom, y, ticks };
}
