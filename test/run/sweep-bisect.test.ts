import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/analysis/report.ts';
import { bisect } from '../../src/run/sweep-bisect.ts';

describe('halving a range', () => {
  it('finds the last step that is met, the first that is missed and the borders of what is undecided, in either direction', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 300 }), fc.nat(300), fc.nat(300), fc.boolean(), async (last, a, b, turned) => {
        // Met up to `met`, missed from `missed` on; possibly none of the steps are.
        const met = Math.min(a, b) - 1;
        const missed = Math.max(Math.max(a, b), met + 1);
        const verdictAt = (place: number): Verdict => (place <= met ? 'met' : place >= missed ? 'missed' : 'undecided');
        const at = (step: number) => verdictAt(turned ? last - step : step);
        const asked: number[] = [];
        const turn = await bisect(last, (step) => {
          asked.push(step);
          return Promise.resolve(at(step));
        });
        expect(new Set(asked).size).toBe(asked.length);
        expect(asked.length).toBeLessThanOrEqual(2 + 2 * Math.ceil(Math.log2(last + 1)));
        expect(turn!.ends).toEqual([at(0), at(last)]);
        if (at(0) === at(last)) {
          expect(turn).toMatchObject({ met: null, missed: null });
          return;
        }
        const steps = Array.from({ length: last + 1 }, (_, step) => step);
        const nearest = (verdict: Verdict, first: boolean) => {
          const found = steps.filter((step) => at(step) === verdict);
          return (first ? found[0] : found.at(-1)) ?? null;
        };
        expect(turn!.met).toBe(nearest('met', turned));
        expect(turn!.missed).toBe(nearest('missed', !turned));
        // Of what is undecided some are asked, all of them ascending; once one is seen, both borders are found.
        expect(turn!.undecided).toEqual(asked.filter((step) => at(step) === 'undecided').sort((x, y) => x - y));
        if (turn!.undecided.length > 0) {
          const all = steps.filter((step) => at(step) === 'undecided');
          expect([turn!.undecided[0], turn!.undecided.at(-1)]).toEqual([all[0], all.at(-1)]);
        }
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('says that there is nothing between two ends that are alike', async () => {
    for (const verdict of ['met', 'missed'] as const) {
      expect(await bisect(8, () => Promise.resolve(verdict))).toEqual({ ends: [verdict, verdict], met: null, missed: null, undecided: [] });
    }
    expect(await bisect(8, () => Promise.resolve('undecided'))).toEqual({ ends: ['undecided', 'undecided'], met: null, missed: null, undecided: [0, 8] });
  });

  it('keeps what it has when it is ended', async () => {
    let left = 4;
    const turn = await bisect(128, (step) => Promise.resolve(left-- > 0 ? (step < 40 ? 'met' : 'missed') : null));
    expect(turn).toEqual({ ends: ['met', 'missed'], met: 32, missed: 64, undecided: [] });
    expect(await bisect(128, () => Promise.resolve(null))).toBeNull();
  });

  it('takes what is met behind the first that is missed for chance', async () => {
    const odd = new Map<number, Verdict>([[0, 'met'], [8, 'missed'], [4, 'missed'], [2, 'met'], [3, 'met']]);
    expect(await bisect(8, (step) => Promise.resolve(odd.get(step)!))).toMatchObject({ met: 3, missed: 4 });
  });
});
