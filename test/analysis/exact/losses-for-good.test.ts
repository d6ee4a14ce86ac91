import { describe, expect, test } from 'vitest';
import { exactly } from '../../../src/analysis/exact/exact.ts';
import { parseModel } from '../../../src/model/index.ts';

const HOURS = 8766;
const of = (services: string, failures = 'disk: { mtbf: 240 h, mttr: 24 h, data: lost }', more = '') =>
  exactly(parseModel(`nines: 1\nname: losses\ncomponents: { disk: { failures: { ${failures} } } }\nservices: { ${services} }\nentry: s\n${more}`));

describe('how often data are lost for good is calculated', () => {
  test('for one copy: at every failure that destroys it, however soon it is replaced', () => {
    expect(of('s: { component: disk }').dataLoss).toEqual({ permanentPerYear: expect.closeTo(HOURS / 264, 10) as number });
    expect(of('s: { component: disk }', 'disk: { mtbf: 240 h, mttr: 0 s, data: lost }').dataLoss?.permanentPerYear).toBeCloseTo(HOURS / 240, 10);
  });

  test('for mirrored copies by their means alone: constant repairs lose as often as exponential ones', () => {
    const mirrored = (mttr: string) => of('s: { component: disk, replicas: 2 }', `disk: { mtbf: 240 h, mttr: ${mttr}, data: lost }`).dataLoss!.permanentPerYear;
    // Two disks, each struck every 264 h, while the other is being replaced: 1 / 11 of the time.
    expect(mirrored('24 h')).toBeCloseTo((2 / 264 / 11) * HOURS, 10);
    expect(mirrored("'constant(24 h)'")).toBe(mirrored('24 h'));
  });

  test('for all services together, those that the entry does not need included', () => {
    const one = of('s: { component: disk }').dataLoss!.permanentPerYear;
    expect(of('s: { component: disk }, other: { component: disk }').dataLoss!.permanentPerYear).toBeCloseTo(2 * one, 10);
  });
});

describe('it is not', () => {
  test('where a copy is held down for longer than its replacement takes: by a crash, a domain, a shock', () => {
    expect(of('s: { component: disk, replicas: 2 }', 'disk: { mtbf: 240 h, mttr: 24 h, data: lost }, crash: { mtbf: 10 h, mttr: 1 h }').dataLoss).toBeNull();
    expect(of('s: { component: disk, replicas: 2, in: z }', undefined, 'domains: { z: { kind: zone, failures: { out: { mtbf: 1 year, mttr: 1 h } } } }').dataLoss).toBeNull();
    expect(of('s: { component: disk, replicas: 2 }', undefined, 'shocks: { bad: { mtbf: 1 year, mttr: 1 h, hits: [s] } }').dataLoss).toBeNull();
  });

  test('where a backup may give the data back, and before the long run', () => {
    expect(of('s: { component: disk, data: { size: 1 GB }, backup: { full: 1 day } }').dataLoss).toBeNull();
    expect(of('s: { component: disk }', undefined, 'simulation: { warm-up: 0 s }').dataLoss).toBeNull();
  });

  test('where no failure destroys data there is nothing to say', () => {
    expect(of('s: { component: disk }', 'crash: { mtbf: 240 h, mttr: 24 h }').dataLoss).toBeNull();
  });
});
