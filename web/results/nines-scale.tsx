import type { Report } from '../../src/analysis/report.ts';
import { percent, percentUp } from '../../src/units/figure.ts';
import { NinesBar, type NinesMark } from './nines-bar.tsx';

/** A report's availability with its interval, the target and the arithmetic's claim on one axis. */
export function NinesScale({ report: { availability, targets } }: { readonly report: Report }) {
  const { mean, ci95, arithmeticUnavailability, doubt } = availability;
  const goal = targets.find((each) => each.target === 'availability')?.goal ?? null;
  const marks: NinesMark[] = [{ shape: 'dot', unavailability: 1 - mean, name: 'simulated, 95% interval' }];
  const texts: string[] = [];
  if (arithmeticUnavailability !== null) {
    marks.push({ shape: 'diamond', unavailability: arithmeticUnavailability, name: 'arithmetic' });
    texts.push(`arithmetic ${percentUp(arithmeticUnavailability)}`);
  }
  if (goal !== null) {
    marks.push({ shape: 'rule', unavailability: 1 - goal, name: 'target' });
    texts.push(`target ${percent(goal, null)}`);
  }
  if (doubt !== undefined) texts.push(`nine worlds of ten ${percentUp(1 - doubt.p5)} to ${percentUp(1 - doubt.p95)}`);
  const between = doubt && ([1 - doubt.p95, 1 - doubt.p5] as const);
  const text =
    `Scale of nines: simulated ${percent(mean, ci95)}, interval ${percent(ci95[0], ci95)} to ` +
    `${[percent(ci95[1], ci95), ...texts].join('; ')}.`;
  return <NinesBar marks={marks} interval={[1 - ci95[1], 1 - ci95[0]]} doubt={between} text={text} />;
}
