const FEWEST_STEPS = 20;
const MOST_STEPS = 100;

/**
 * Equal steps in which clients move over during a DNS time to live. Their number is chosen so that one step ends where
 * the share answered passes 1 − errorRate, as nearly as 100 steps can: the service is then down for the same time as
 * under a continuous move, and the requests answered over all steps are the same exactly.
 */
export function redirectSteps(errorRate: number): number {
  let best = FEWEST_STEPS;
  let bestDistance = Infinity;
  for (let steps = FEWEST_STEPS; steps <= MOST_STEPS; steps++) {
    const distance = Math.abs(Math.round(errorRate * steps) / steps - errorRate);
    if (distance < bestDistance - 1e-12) {
      best = steps;
      bestDistance = distance;
    }
  }
  return best;
}
