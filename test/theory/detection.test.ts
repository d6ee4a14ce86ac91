import { describe, expect, test } from 'vitest';
import { expectExact, expectTells, HOUR, live } from './harness.ts';

/** One member's cycle under a health check, by renewal–reward; hours. */
interface Cycle {
  /** Up and in rotation; failed and not yet noticed; out of rotation. */
  readonly serving: number;
  readonly unnoticed: number;
  readonly out: number;
}

/**
 * Failures exponential with rate λ, repair constant and longer than any detection; a member out of rotation may fail
 * again before it is taken back, with chance q = 1 − E[e^−λB].
 */
function cycle(mtbf: number, repair: number, interval: number, unhealthy: number, healthy: number, timeout: number, slowStart: number): Cycle {
  const lambda = 1 / mtbf;
  const detection = interval / 2 + (unhealthy - 1) * interval + timeout;
  const fixed = (healthy - 1) * interval + slowStart;
  const q = 1 - (Math.exp(-lambda * fixed) * -Math.expm1(-lambda * interval)) / (lambda * interval);
  const serving = mtbf;
  const out = repair - detection + (repair * q) / (1 - q) + (q / lambda) / (1 - q);
  const total = serving + detection + out;
  return { serving: serving / total, unnoticed: detection / total, out: out / total };
}

const model = (retry: boolean) => `components: { app: { failures: { crash: { mtbf: 200 h, mttr: constant(20 h) } } } }
services:
  web:
    component: app
    replicas: 3
    retry: ${retry}
    health-check: { interval: 2 h, unhealthy-threshold: 3, healthy-threshold: 4, timeout: 30 min, slow-start: 3 h }
entry: web`;
const { serving, unnoticed, out } = cycle(200, 20, 2, 3, 4, 0.5, 3);

describe('a health check takes its time', () => {
  test('down while a failed member is still in rotation, as a third of the requests fails', () => {
    const { availability } = live(model(false), { replications: 200, years: 10 });
    expectExact(availability, (serving + out) ** 3 - out ** 3);
    expectTells(availability, (serving + out) ** 3 - out ** 3, 0.01);
    // Answered: a share of those in rotation that work.
    let answered = 0;
    for (let s = 1; s <= 3; s++) {
      for (let u = 0; s + u <= 3; u++) {
        const o = 3 - s - u;
        const ways = [1, 1, 2, 6];
        answered += (6 / (ways[s] * ways[u] * ways[o])) * serving ** s * unnoticed ** u * out ** o * (s / (s + u));
      }
    }
    expectExact(availability.requests, answered);
  });

  test('with retry the others answer', () => {
    const { availability } = live(model(true), { replications: 300, years: 10 });
    expectExact(availability, 1 - (1 - serving) ** 3);
    expectTells(availability, 1 - (1 - serving) ** 3, 0.04);
  });
});

test('a blip shorter than the detection ends by itself', () => {
  const { recoveryTime } = live(
    `components: { app: { failures: { crash: { mtbf: 100 h, mttr: constant(1 h) } } } }
services: { web: { component: app, health-check: { interval: 1 h, unhealthy-threshold: 5 } } }
entry: web`,
    { replications: 100, years: 10 },
  );
  expect(recoveryTime.max).toBeCloseTo(HOUR, 3);
});

test("each member that a domain takes is detected by itself", () => {
  // Two members fall together; the service has two more. It is down until the second of two uniform detections.
  const { recoveryTime } = live(
    `domains:
  a: { kind: zone, failures: { outage: { mtbf: 30 days, mttr: constant(1 day) } } }
  b: { kind: zone }
components: { app: {} }
services: { web: { component: app, replicas: 4, across: zone, health-check: { interval: 1 h, unhealthy-threshold: 1 } } }
entry: web`,
    { replications: 400, years: 10 },
  );
  // The larger of two U(0, 1 h) has mean 2/3 h.
  expectExact({ mean: recoveryTime.mean!, ci95: recoveryTime.ci95! }, (2 / 3) * HOUR);
});
