import { exp, ln } from './elementary.ts';
import { uniform53 } from './stream.ts';
import { standardExponential, standardNormal } from './ziggurat.ts';

/**
 * A draw of the gamma distribution with the given shape (> 0) and scale 1: squeeze and rejection on
 * a cubed normal (Marsaglia & Tsang 2000, "A simple method for generating gamma variables", ACM
 * TOMS 26:363-372). Below shape 1: gamma(shape + 1) · U^(1/shape), as they advise.
 */
export function standardGamma(shape: number, states: Int32Array, row: number): number {
  // U^(1/shape) = e^(-E/shape): no logarithm, and exact where U would underflow.
  const boost = shape < 1 ? exp(-standardExponential(states, row) / shape) : 1;
  const d = (shape < 1 ? shape + 1 : shape) - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = standardNormal(states, row);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = uniform53(states, row);
    const x2 = x * x;
    if (u < 1 - 0.0331 * x2 * x2 || ln(u) < 0.5 * x2 + d * (1 - v + ln(v))) return d * v * boost;
  }
}
