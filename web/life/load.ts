import type { Model } from '../../src/model/model.ts';
import type { LoadDay, LoadStep } from '../../src/plots/data/load.ts';
import type { Life } from '../../src/run/life.ts';
import { DAY_SECONDS } from '../../src/units/hours.ts';

/** One day of a life: what is asked of each service that has a load, and who works, whenever either is another. */
export function loadDays(
  { events, start, structure }: Pick<Life, 'events' | 'start' | 'structure'>,
  { services, traffic }: Pick<Model, 'services' | 'traffic'>,
  day: number,
): LoadDay[] {
  const [from, to] = [day * DAY_SECONDS, (day + 1) * DAY_SECONDS];
  const share = (time: number) =>
    (traffic.findLast(({ fromSeconds }) => fromSeconds <= time) ?? traffic.at(-1))?.share ?? 1;
  return services.flatMap(({ name, load }, service): LoadDay[] => {
    if (load === null) return [];
    const up = start.membersUp.map((isUp, member) => isUp && structure.memberService[member] === service);
    const steps: LoadStep[] = [];
    const note = (time: number) => {
      const working = up.filter(Boolean).length;
      const step = { time, work: load.worth * share(time), working };
      if (steps.at(-1)?.time === time) steps.pop();
      const last = steps.at(-1);
      if (last === undefined || last.work !== step.work || last.working !== working) steps.push(step);
    };
    const changes = events.filter(({ kind, index }) => kind === 'member' && structure.memberService[index] === service);
    const turn = ({ index, state }: Life['events'][number]) => void (up[index] = state === 'up');
    changes.filter(({ time }) => time <= from).forEach(turn);
    const within = changes.filter(({ time }) => time > from && time < to);
    const hours = traffic.map(({ fromSeconds }) => fromSeconds);
    let next = 0;
    for (const time of [...new Set([0, ...hours, ...within.map((change) => change.time - from)])].sort(
      (a, b) => a - b,
    )) {
      while (next < within.length && within[next].time - from <= time) turn(within[next++]);
      note(time);
    }
    return [{ service: name, above: load.above, crashes: load.crash !== null, day: day + 1, steps }];
  });
}
