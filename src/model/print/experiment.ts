import { writeTime } from '../../units/index.ts';
import type { Experiment } from '../model.ts';
import { writeConstant } from './times.ts';
import { present, type Printed } from './tree.ts';

/** How long things stay failed is said where it is the same for all of them: else each has its own, as unsaid. */
export function printExperiment({ steps }: Experiment): Printed {
  const failing = steps.filter(({ target }) => target.kind !== 'corrupt');
  const corrupted = steps.filter(({ target }) => target.kind === 'corrupt');
  const durations = new Set(failing.map(({ down }) => writeConstant(down)));
  const texts = (of: typeof steps): Printed | undefined =>
    of.length === 0 ? undefined : of.length === 1 ? of[0].target.text : of.map(({ target }) => target.text);
  return present({
    fail: texts(failing),
    corrupt: texts(corrupted),
    for: durations.size === 1 ? [...durations][0] : undefined,
    after: steps.length > 1 ? writeTime(steps[1].delaySeconds) : undefined,
    data: failing.length === 0 ? undefined : failing[0].losesData ? 'lost' : 'kept',
  });
}
