import { formatDuration, formatNumber, quote } from '../../units/index.ts';
import { list, say } from './say.ts';

/** Teams, spares, and what a repair waits for. */
export const PEOPLE = {
  needsHours: (got: string) =>
    say(`hours of a week are needed here, such as 'Mon-Fri 09:00-17:00', '22:00-06:00' or '24x7', got ${got}`),
  hoursNeverCome: (text: string) =>
    say(`${text} are hours that never come: they end when they begin ('24x7' is around the clock)`, '24x7'),
  idleTeam: (name: string) =>
    say(
      `nobody asks team '${name}': name it in the 'repaired-by' of a failure, as the 'by' of a failover's 'decide' ` +
        "or where another team escalates 'to', or take it out",
    ),
  escalationCircle: (names: readonly string[]) =>
    say(
      `teams escalate to each other in a circle: ${names.join(' → ')}: the last one has nobody else to ask, so that ` +
        "it needs no 'escalate'",
    ),
  spareOutsideComponent: (what: string) =>
    say(`'needs-spare' of a ${what}: parts are kept by a component ('spares'), and nobody could order one here`),
  spareWithoutSpares: (name: string) =>
    say(
      `nobody can order the spare: component '${name}' has no 'spares', as in ` +
        "'spares: { stock: 1, lead-time: 5 days }'",
    ),
  idleSpares: (name: string) =>
    say(`no repair of '${name}' takes a part: say 'needs-spare: true' at a failure, or take 'spares' out`),
  priorityWithoutTeam: () =>
    say(
      "'priority' says who goes first with a team, and nobody has to be free here: say 'repaired-by', or take it out",
    ),
  tooMuchStock: (stock: number, most: number) =>
    say(`the model is too large to run: a stock of ${formatNumber(stock)}, at most ${formatNumber(most)}`),
  repairsNeedThemselves: (service: string, names: readonly string[]) =>
    say(
      `${quote(service)} cannot be repaired while ${list(names)} is down, which is down with it: once all of it is ` +
        'down it stays so for ever',
    ),
  overworked: (name: string, people: number, work: number) =>
    say(
      `team '${name}' cannot keep up: its work takes ${formatNumber(work, 2)} people all the time, and there ` +
        `${people === 1 ? 'is 1' : `are ${people}`}: the queue is as long as everything that can fail`,
    ),
  shortWarmUp: (seconds: number, wait: string, waits: number) =>
    say(
      `a warm-up of ${formatDuration(seconds)} may be too short: everything begins repaired, with nobody at work, ` +
        `and ${wait} takes ${formatDuration(waits)}: ten times that is enough`,
    ),
};
