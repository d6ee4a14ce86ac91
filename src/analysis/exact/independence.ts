import type { Model } from '../../model/model.ts';
import { bareProgram } from '../structure/bare.ts';
import { failuresPerSecond } from '../structure/frequency.ts';
import { solve } from '../structure/solve.ts';
import { dataObstacles } from './independence-data.ts';
import { failoverObstacles } from './independence-failover.ts';
import { lossesOf, type Obstacle, takes } from './independence-losses.ts';
import { rotationObstacles } from './independence-rotation.ts';
import { refusedBy } from '../theorems.ts';

type Independent =
  { readonly value: number; readonly down: number; readonly failsPerSecond: number } | { readonly reason: string };

/**
 * The entry's long-run availability where all clocks are independent of each other and nothing but they decides what is
 * up: then each is down for its share MTTR / (MTBF + MTTR) of the time whatever its distributions (renewal theory; Cox
 * 1962), and the rest is the structure's. Otherwise one sentence that names what stands against it: the longest of the
 * delays, or else what makes the present depend on the past.
 */
export function independentAvailability(model: Model): Independent {
  const refused = refusedBy(model, 'exact value by independence');
  if (refused !== null) return { reason: refused };
  const { matters } = bareProgram(model);
  const obstacles: Obstacle[] = [];
  const losses = lossesOf(model);
  model.services.forEach((service, index) => {
    if (matters[index] === 0 || service.placement.length === 0) return;
    obstacles.push(...dataObstacles(model, index), ...failoverObstacles(service, losses.canLose(index)));
    if (losses.canLose(index)) obstacles.push(...rotationObstacles(service));
    if (losses.canGoDark(index) && service.component >= 0) {
      obstacles.push(
        ...takes(service, model.components[service.component].restart, 'to restart when its domain is back'),
      );
    }
  });
  // Array.prototype.sort keeps the model's order among equals.
  const [first] = obstacles.sort((a, b) => b.seconds - a.seconds);
  if (first !== undefined) return { reason: first.reason };
  if (model.simulation.warmUpSeconds === 0)
    return { reason: 'its history begins on the day of commissioning (`warm-up: 0 s`), not in the long run' };
  const solved = solve(model);
  if (solved === null) return { reason: 'the structure is too large to go through all that can be down at a time' };
  if (solved.sitesDegrade)
    return {
      reason: 'a site that works may answer some of its requests only, and how many depends on which site serves',
    };
  return {
    value: 1 - solved.chances.total,
    down: solved.chances.total,
    failsPerSecond: failuresPerSecond(model, solved),
  };
}
