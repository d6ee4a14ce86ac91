import { exp, ln } from '../elementary.ts';
import { binomialDensity } from './densities.ts';
import { betaLower } from './incomplete-beta.ts';
import { invertTail } from './invert.ts';
import { normalQuantile } from './normal.ts';

const MANY_DEGREES = 1e4;

/** The t with P(T <= t) = p for Student's distribution with so many degrees of freedom (> 0). */
export function studentQuantile(degrees: number, p: number): number {
  if (!(degrees > 0 && p >= 0 && p <= 1)) return NaN;
  if (p === 0.5) return 0;
  const z = normalQuantile(p);
  if (z === -Infinity || z === Infinity) return z;
  if (degrees >= MANY_DEGREES) return expansion(degrees, z);
  const tail = p < 0.5 ? p : 1 - p;
  // w = t² / degrees is beta-prime(1/2, degrees/2); u = ln w
  const u = invertTail(
    (at, lower, out) => {
      const w = exp(at);
      const x = w / (1 + w);
      const y = 1 / (1 + w);
      const a = 0.5;
      const b = degrees / 2;
      out.tail = lower ? betaLower(a, b, x, y) : betaLower(b, a, y, x);
      out.slope = ((a * b) / (a + b)) * binomialDensity(a, b, x, y);
    },
    1 - 2 * tail,
    -700,
    700,
    ln((z * z) / degrees),
  );
  const t = Math.sqrt(degrees * exp(u));
  return p < 0.5 ? -t : t;
}

/** Cornish–Fisher (Abramowitz & Stegun 1964, 26.7.5): error O(degrees^-4), below 1e-15 here. */
function expansion(n: number, z: number): number {
  const z2 = z * z;
  const g1 = (z * (z2 + 1)) / 4;
  const g2 = (z * (3 + z2 * (16 + z2 * 5))) / 96;
  const g3 = (z * (-15 + z2 * (17 + z2 * (19 + z2 * 3)))) / 384;
  return z + (g1 + (g2 + g3 / n) / n) / n;
}
