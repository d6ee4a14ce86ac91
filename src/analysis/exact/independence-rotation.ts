import type { HealthCheck, Service } from '../../model/model.ts';
import { MODES } from '../../model/modes.ts';
import { mean } from '../../random/moments.ts';
import { isConstantZero } from '../../random/parameters.ts';
import { formatDuration } from '../../units/index.ts';
import type { Obstacle } from './independence-losses.ts';

/** How a health check delays what an active-active service makes of its members. */
export function rotationObstacles(service: Service): Obstacle[] {
  const { mode, healthCheck: check, placement, required, belowRequired, retry } = service;
  if (!MODES[mode].spreads || check === null) return [];
  // A member that is gone and not noticed costs nothing where requests are sent on, nor where the service is down
  // without it.
  const isHarmless = retry || (required === placement.length && belowRequired === 'down');
  const removal = isHarmless
    ? []
    : checkTakes(service, check, check.unhealthyThreshold, check.timeoutSeconds, 'to notice that a member is gone');
  const slowStart = isConstantZero(check.slowStart) ? 0 : mean(check.slowStart);
  return [
    ...removal,
    ...checkTakes(service, check, check.healthyThreshold, slowStart, 'to take a member back that works again'),
  ];
}

/** A check's verdict comes after U(0, interval), the checks beyond the first, and what else there is. */
export function checkTakes(
  { name }: Service,
  { intervalSeconds }: HealthCheck,
  threshold: number,
  moreSeconds: number,
  what: string,
): Obstacle[] {
  const seconds = (threshold - 0.5) * intervalSeconds + moreSeconds;
  return seconds === 0 ? [] : [{ reason: `${name} takes ${formatDuration(seconds)} on average ${what}`, seconds }];
}
