import { gammaQuantile } from '../../src/random/special/incomplete-gamma.ts';

/** For the expected value of a Poisson count, from one observed: Garwood (1936). What rare contributions come to in the limit. */
export function poissonInterval(count: number, confidence = 0.95): [number, number] {
  const tail = (1 - confidence) / 2;
  return [count > 0 ? gammaQuantile(count, tail) : 0, gammaQuantile(count + 1, 1 - tail)];
}
