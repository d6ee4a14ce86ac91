import { describe, expect, it } from 'vitest';
import { fitBetween } from '../../src/fit/between.ts';
import { fitDurations } from '../../src/fit/durations.ts';
import { fitLaw, type LawName, type Waited } from '../../src/fit/laws.ts';
import { kaplanMeier, observedQuantile } from '../../src/fit/kaplan-meier.ts';

/*
 * Published data, and what other programs make of them.
 * - ovarian: `survival::ovarian` of R (Edmunson et al. 1979), futime and fustat. `survreg(Surv(futime, fustat) ~ 1,
 *   ovarian, dist = "weibull")` has the intercept 7.111038, scale 0.9024784, log-likelihood -97.9539; as exponential
 *   -98.0322, as lognormal -97.12174.
 * - nist: NIST/SEMATECH e-Handbook 8.4.1.2, ten of twenty units failed within 500 h; R's answer there: shape 1.7208,
 *   scale 606.5280, log-likelihood -75.135; `survreg` has 1.720797, 606.5276, -75.13462.
 * - aircondit: `boot::aircondit` of R (Proschan 1963; Davison & Hinkley 1997, example 1.1): gamma shape 0.71, mean 108.083.
 * R's answers are those of R 4.2.2 with survival, run for this file; aircondit's are from the book. The other figures: scipy 1.17.1, `scipy.stats` densities and survival functions, maximized by `scipy.optimize`.
 */
const seen = (...times: number[]): Waited[] => times.map((seconds) => ({ seconds, isOpen: false }));
const open = (...times: number[]): Waited[] => times.map((seconds) => ({ seconds, isOpen: true }));
const OVARIAN = [
  ...seen(59, 115, 156, 431, 464, 475, 563, 638, 268, 329, 353, 365),
  ...open(421, 448, 477, 744, 769, 770, 803, 855, 1040, 1106, 1129, 1206, 1227, 377),
];
const NIST = [...seen(54, 187, 216, 240, 244, 335, 361, 373, 375, 386), ...open(...Array.from({ length: 10 }, () => 500))];
const AIRCONDIT = seen(3, 5, 7, 18, 43, 85, 91, 98, 100, 130, 230, 487);

describe('laws by maximum likelihood', () => {
  const cases: [string, Waited[], Record<LawName, number>][] = [
    ['ovarian', OVARIAN, { exponential: -98.0322002, lognormal: -97.12174204, weibull: -97.95390105, gamma: -97.86379723 }],
    ['nist', NIST, { exponential: -76.55569042, lognormal: -75.19627078, weibull: -75.13461817, gamma: -75.06907265 }],
    ['aircondit', AIRCONDIT, { exponential: -68.19483041, lognormal: -68.06745664, weibull: -67.61850987, gamma: -67.64542456 }],
  ];
  it.each(cases)('reach the log-likelihoods that scipy reaches: %s', (_, times, expected) => {
    for (const [law, logLikelihood] of Object.entries(expected))
      expect(fitLaw(law as LawName, times).logLikelihood).toBeCloseTo(logLikelihood, 7);
  });

  it("are R's on its own data: Weibull shape and mean of ovarian and of NIST's twenty units", () => {
    const scaleOf = (times: readonly Waited[]) => {
      const { distribution } = fitLaw('weibull', times);
      if (distribution.kind !== 'weibull') throw new Error(distribution.kind);
      return [distribution.shape, distribution.mean / gamma(1 + 1 / distribution.shape)];
    };
    const [shape, scale] = scaleOf(OVARIAN);
    expect(1 / shape).toBeCloseTo(0.9024784, 5);
    expect(Math.log(scale)).toBeCloseTo(7.111038, 5);
    const [nistShape, nistScale] = scaleOf(NIST);
    expect(nistShape).toBeCloseTo(1.720797, 5);
    expect(nistScale).toBeCloseTo(606.5276, 2);
  });

  it("are Davison & Hinkley's for the air-conditioning of an aircraft", () => {
    const { distribution } = fitLaw('gamma', AIRCONDIT);
    expect(distribution).toMatchObject({ kind: 'gamma', mean: expect.closeTo(108.083, 3), shape: expect.closeTo(0.71, 2) });
  });

  it('are the same for the same times in other units', () => {
    const [one, other] = [NIST, NIST.map((each) => ({ ...each, seconds: each.seconds * 3600 }))].map((times) => fitLaw('gamma', times));
    if (one.distribution.kind !== 'gamma' || other.distribution.kind !== 'gamma') throw new Error('not gamma');
    expect(other.distribution.shape).toBeCloseTo(one.distribution.shape, 6);
    expect(other.distribution.mean / 3600).toBeCloseTo(one.distribution.mean, 4);
  });
});

describe('exponential against Weibull', () => {
  it('is decided by the likelihood ratio: wear-out is seen, a constant rate is left alone', () => {
    const wearOut = fitBetween(seen(90, 95, 100, 102, 104, 108, 110, 115))!;
    expect(wearOut.chosen).toBe('weibull');
    expect(fitBetween(AIRCONDIT)).toMatchObject({
      chosen: 'exponential',
      likelihoodRatio: expect.closeTo(2 * (68.19483041 - 67.61850987), 6),
      // pchisq(1.152641, 1, lower.tail = FALSE)
      p: expect.closeTo(0.28299, 4),
    });
  });

  it('is not asked of two gaps, nor of gaps that are all the same', () => {
    expect(fitBetween(seen(1, 2))).toBeNull();
    expect(fitBetween(seen(5, 5, 5, 5))).toBeNull();
  });
});

describe('the Kaplan–Meier estimate', () => {
  it("is R's for survival::aml, the maintained group (summary(survfit(Surv(time, status) ~ x, aml)))", () => {
    const steps = kaplanMeier([...seen(9, 13, 18, 23, 31, 34, 48), ...open(13, 28, 45, 161)]);
    const printed = [
      [9, 11, 0.909, 0.7541, 1],
      [13, 10, 0.818, 0.6192, 1],
      [18, 8, 0.716, 0.4884, 1],
      [23, 7, 0.614, 0.3769, 0.999],
      [31, 5, 0.491, 0.2549, 0.946],
      [34, 4, 0.368, 0.1549, 0.875],
      [48, 2, 0.184, 0.0359, 0.944],
    ];
    expect(steps.map(({ seconds, atRisk }) => [seconds, atRisk])).toEqual(printed.map(([time, atRisk]) => [time, atRisk]));
    steps.forEach(({ survival, ci95 }, i) => {
      expect(survival).toBeCloseTo(printed[i][2], 3);
      expect(ci95![0]).toBeCloseTo(printed[i][3], 3);
      expect(ci95![1]).toBeCloseTo(printed[i][4], 3);
    });
    expect(observedQuantile(steps, 0.5)).toBe(31);
    expect(observedQuantile(steps, 0.95)).toBeNull();
  });
});

describe('durations', () => {
  it('are the times themselves where they contradict every law, as two sorts of repairs do', () => {
    const two = seen(...Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? 60 + i / 10 : 36_000 + i * 10)));
    const { chosen, empiricalAic, laws } = fitDurations(two);
    expect(empiricalAic).toBeLessThan(laws[0].aic);
    expect(chosen!.law).toBe('empirical');
  });

  it('are one constant where all are the same, and exponential where there are two', () => {
    expect(fitDurations(seen(600, 600, 600)).chosen).toEqual({ law: 'constant', distribution: { kind: 'constant', value: 600 } });
    expect(fitDurations(seen(600, 1200)).chosen).toMatchObject({ law: 'exponential', distribution: { mean: 900 } });
  });

  it('have no law where none is over', () => {
    expect(fitDurations(open(600))).toMatchObject({ chosen: null, laws: [], open: 1 });
  });
});

/** Γ at the few places that are needed here, by Lanczos's sum with g = 7. */
function gamma(x: number): number {
  const c = [676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7];
  const sum = c.reduce((total, each, i) => total + each / (x + i), 0.9999999999998099);
  const t = x + 6.5;
  return Math.sqrt(2 * Math.PI) * t ** (x - 0.5) * Math.exp(-t) * sum;
}
