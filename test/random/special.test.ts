import { describe, expect, it } from 'vitest';
import { betaLower, betaQuantile } from '../../src/random/special/incomplete-beta.ts';
import { gammaLower, gammaQuantile, gammaUpper } from '../../src/random/special/incomplete-gamma.ts';
import { lnGamma, lnGamma1p, stirlingError } from '../../src/random/special/gamma-function.ts';
import { NORMAL_P95, normalCdf, normalQuantile, normalUpper } from '../../src/random/special/normal.ts';
import { studentQuantile } from '../../src/random/special/student.ts';

// References from mpmath 1.3 at 40 digits, correctly rounded.
const LN_GAMMA = [
  [1e-05, 11.512919692895826],
  [0.1, 2.252712651734206],
  [0.5, 0.5723649429247001],
  [0.99, 0.005854806764709781],
  [1.0001, -5.771334222047127e-05],
  [1.49, -0.12110025854219772],
  [1.51, -0.12037073533396486],
  [2.01, 0.004260022907098346],
  [4.7, 2.7364051463155667],
  [8.99, 10.583202365866665],
  [10.01, 12.824350262448247],
  [100.5, 361.4355404677776],
  [1000000.0, 12815504.569147611],
];
const GAMMA = [
  [0.001, 1e-09, 0.9800547199039311, 0.01994528009606891],
  [0.05, 0.2, 0.939209088699221, 0.06079091130077897],
  [0.5, 0.1, 0.345279153981423, 0.654720846018577],
  [0.5, 8.0, 0.9999366575163338, 6.334248366623985e-05],
  [1.7, 0.3, 0.06941884661897428, 0.9305811533810258],
  [3.0, 9.0, 0.9937678048936227, 0.006232195106377317],
  [50.5, 20.0, 7.774823911053214e-09, 0.9999999922251761],
  [50.5, 90.0, 0.9999977559654378, 2.2440345622210746e-06],
  [300.0, 310.0, 0.7224887541718611, 0.2775112458281389],
  [100000.0, 99000.0, 0.0007574199211747679, 0.9992425800788253],
  [900000.0, 902000.0, 0.9824402050557706, 0.017559794944229455],
  [1000000.0, 1002000.0, 0.9771959041012301, 0.022804095898769864],
  [1000000.0, 995500.0, 3.2963040141976454e-06, 0.9999967036959858],
];
const NORMAL = [
  [-38.0, 2.88542835e-316],
  [-20.0, 2.7536241186062337e-89],
  [-5.5, 1.8989562465887718e-08],
  [-2.01, 0.022215594429431485],
  [-1.99, 0.023295467750211823],
  [-0.1, 0.460172162722971],
  [0.3, 0.6179114221889527],
  [1.0, 0.8413447460685429],
  [2.2, 0.9860965524865014],
  [6.0, 0.9999999990134123],
];
const BETA = [
  [0.5, 0.5, 0.25, 0.3333333333333333],
  [2, 3, 0.0625, 0.0215301513671875],
  [0.1, 5, 0.5, 0.998744026761861],
  [20, 3, 0.75, 0.06064942833211262],
  [300, 0.5, 0.984375, 0.002121699953062668],
  [1000, 1000, 0.46875, 0.0025752215535874263],
  [3, 100000, 6.103515625e-05, 0.9425039086270968],
];

const close = (value: number, reference: number, relative: number): void =>
  expect(Math.abs(value - reference), `${value} against ${reference}`).toBeLessThanOrEqual(relative * Math.abs(reference));

describe('special functions', () => {
  it('lnGamma is good to the last digits, also beside its zeros at 1 and 2', () => {
    for (const [x, y] of LN_GAMMA) close(lnGamma(x), y, 1e-15);
    expect(lnGamma(1)).toBe(0);
    expect(lnGamma(2)).toBe(0);
    expect(lnGamma1p(0)).toBe(0);
    close(lnGamma1p(1e-12), -0.5772156649007107e-12, 1e-12);
    expect([lnGamma(0), lnGamma(-1), lnGamma(Infinity)]).toEqual([Infinity, NaN, Infinity]);
  });

  it('what Stirling leaves out is 1 / 12x for large x and joins at 10', () => {
    close(stirlingError(1e5), 1 / 1.2e6, 1e-10);
    close(stirlingError(10 - 1e-12), stirlingError(10), 1e-11);
  });

  it('both incomplete gamma functions keep the digits of their small tails', () => {
    for (const [a, x, p, q] of GAMMA) {
      close(gammaLower(a, x), p, 2e-12);
      close(gammaUpper(a, x), q, 2e-12);
    }
    expect([gammaLower(3, 0), gammaUpper(3, 0), gammaLower(3, Infinity), gammaUpper(3, Infinity)]).toEqual([0, 1, 1, 0]);
  });

  it('the incomplete gamma function follows its Edgeworth expansion at huge shapes', () => {
    for (const a of [1e7, 1e10, 1e12]) {
      for (const z of [-4, -2, -0.5, 0, 1, 3]) {
        const x = a + z * Math.sqrt(a);
        const at = (x - a) / Math.sqrt(a);
        const density = Math.exp((-at * at) / 2) / Math.sqrt(2 * Math.PI);
        const expected = normalCdf(at) - (density * (at * at - 1)) / (3 * Math.sqrt(a));
        expect(Math.abs(gammaLower(a, x) - expected)).toBeLessThan(2 / a + 1e-9 / Math.sqrt(a));
        expect(gammaLower(a, x) + gammaUpper(a, x)).toBeCloseTo(1, 14);
      }
    }
  });

  it('gammaQuantile inverts the incomplete gamma function, from shape 0.001 to 1e12', () => {
    for (const a of [1e-3, 0.05, 0.5, 1, 2.7, 40, 1000, 1e5, 9.9e5, 1.01e6, 1e9, 1e12]) {
      for (const p of [1e-12, 1e-3, 0.025, 0.3, 0.5, 0.8, 0.975, 1 - 1e-9]) {
        const x = gammaQuantile(a, p);
        if (x < 1e-290) continue;
        // An ulp of ln x moves a small tail by about a / sqrt(a) of them, times its distance out: that cannot be had.
        const grain = 2e-14 * Math.sqrt(a);
        if (p < 0.5) close(gammaLower(a, x), p, 1e-11 + 10 * grain);
        else close(gammaUpper(a, x), 1 - p, 1e-11 + 10 * grain);
      }
    }
    expect([gammaQuantile(2, 0), gammaQuantile(2, 1), gammaQuantile(2, -1)]).toEqual([0, Infinity, NaN]);
    expect(gammaQuantile(1e-3, 0.01)).toBeGreaterThanOrEqual(0);
  });

  it('chi-square quantiles are those of the printed tables', () => {
    const table = [
      [1, 0.95, 3.841459],
      [1, 0.975, 5.023886],
      [2, 0.95, 5.991465],
      [10, 0.025, 3.246973],
      [10, 0.95, 18.307038],
      [30, 0.05, 18.492661],
      [100, 0.975, 129.561197],
    ];
    for (const [degrees, p, x] of table) close(2 * gammaQuantile(degrees / 2, p), x, 3e-7);
  });

  it('the normal distribution function and its tails', () => {
    for (const [x, p] of NORMAL) {
      close(normalCdf(x), p, 2e-14);
      close(normalUpper(-x), p, 2e-14);
    }
    expect([normalCdf(-Infinity), normalCdf(0), normalCdf(Infinity)]).toEqual([0, 0.5, 1]);
  });

  it('normal quantiles are those of the printed tables, and invert the distribution function', () => {
    close(normalQuantile(0.975), 1.959963984540054, 1e-15);
    close(normalQuantile(0.95), NORMAL_P95, 1e-15);
    close(normalQuantile(0.9999), 3.719016485455709, 1e-14);
    for (const p of [1e-300, 1e-20, 1e-6, 0.01, 0.074, 0.076, 0.3, 0.499]) {
      close(normalCdf(normalQuantile(p)), p, 1e-12);
      close(normalQuantile(p), -normalQuantile(1 - p), p < 1e-3 ? Infinity : 1e-13);
    }
    expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1), normalQuantile(2)]).toEqual([
      -Infinity, 0, Infinity, NaN,
    ]);
  });

  it('the incomplete beta function and its mirror image', () => {
    for (const [a, b, x, p] of BETA) {
      close(betaLower(a, b, x, 1 - x), p, 2e-12);
      expect(betaLower(b, a, 1 - x, x)).toBeCloseTo(1 - p, 12);
    }
    expect([betaLower(2, 3, 0, 1), betaLower(2, 3, 1, 0)]).toEqual([0, 1]);
  });

  it('betaQuantile inverts the incomplete beta function', () => {
    for (const [a, b] of [[0.5, 0.5], [1, 1], [2, 30], [0.2, 7], [500, 3], [1e4, 1e6], [1, 1e9], [1e9, 1]]) {
      for (const p of [1e-6, 0.025, 0.5, 0.975, 1 - 1e-6]) {
        const x = betaQuantile(a, b, p);
        // 1 - x is not known to more than a grain of 1e-16; b of them fit into the slope.
        expect(Math.abs(betaLower(a, b, x, 1 - x) - p), `${a} ${b} ${p} ${x}`).toBeLessThan(1e-11 + 4e-16 * b * (x > 0.5 ? 1 : x) * p + 2e-16 * a);
      }
    }
    expect([betaQuantile(2, 2, 0), betaQuantile(2, 2, 1), betaQuantile(2, 2, 2)]).toEqual([0, 1, NaN]);
    close(betaQuantile(1, 1e9, 0.025), -Math.expm1(Math.log1p(-0.025) / 1e9), 1e-12);
  });

  it("Student's t quantiles are those of the printed tables", () => {
    const table = [
      [1, 0.975, 12.70620474],
      [2, 0.975, 4.30265273],
      [5, 0.95, 2.015048373],
      [10, 0.995, 3.169272673],
      [30, 0.975, 2.042272456],
      [120, 0.975, 1.979930405],
    ];
    for (const [degrees, p, t] of table) {
      close(studentQuantile(degrees, p), t, 1e-9);
      close(studentQuantile(degrees, 1 - p), -t, 1e-9);
    }
    close(studentQuantile(9999.999999, 0.975), studentQuantile(10000, 0.975), 1e-13);
    close(studentQuantile(1e9, 0.975), 1.959963984540054, 1e-8);
    expect([studentQuantile(3, 0.5), studentQuantile(3, 1), studentQuantile(0, 0.9)]).toEqual([0, Infinity, NaN]);
  });
});
