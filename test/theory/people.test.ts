import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/analysis/report.ts';
import { solveChain, type Solved } from './chain.ts';
import { atLeastOf, expectExact, expectTells, HOUR, live } from './harness.ts';

/*
 * Repairs that wait for people, against the machine repairman (Feller 1968, ch. XVII.7): N machines that fail after 30 h on
 * average and are repaired in 10 h by c people, M/M/c//N. Times are exponential where nothing else is said.
 */

const LIVES = { replications: 60, years: 3 };
const FAILS = 1 / (30 * HOUR);
const REPAIRS = 1 / (10 * HOUR);

const machines = (people: string, required: number, more = '') => `teams: { crew: { ${people} } }
components: { machine: { failures: { breaks: { mtbf: 30 h, mttr: 10 h, repaired-by: crew${more} } } } }
services: { shop: { component: machine, replicas: 5, required: ${required} } }`;

const up = ({ availability }: Report) => availability;

describe('machine repairman', () => {
  const repairman = (people: number) =>
    solveChain<number>(0, (down) => [...(down < 5 ? [[(5 - down) * FAILS, down + 1] as const] : []), ...(down > 0 ? [[Math.min(down, people) * REPAIRS, down - 1] as const] : [])]);

  test.each([1, 2, 5])('with %i people five machines are down as in M/M/c//5', (people) => {
    const chain = repairman(people);
    for (const required of [4, 5]) {
      const exact = chain.share((down) => 5 - down >= required);
      const report = live(machines(`people: ${people}`, required), LIVES);
      expectExact(up(report), exact);
      expectTells(up(report), exact, 0.06);
    }
  });

  test('people without a limit repair as if nobody were asked', () => {
    expectExact(up(live(machines('people: unlimited', 4), LIVES)), atLeastOf(4, 5, 0.75));
    expectExact(up(live(machines('acknowledge: 0 s', 4), LIVES)), atLeastOf(4, 5, 0.75));
  });
});

describe('a response time of its own', () => {
  interface State {
    readonly waiting: number;
    readonly asked: number;
    readonly working: number;
  }
  const ANSWERS = 1 / (5 * HOUR);
  const chain = (people: number): Solved<State> => {
    const fill = (s: State): State => {
      const taken = Math.min(s.waiting, people - s.asked - s.working);
      return { ...s, waiting: s.waiting - taken, asked: s.asked + taken };
    };
    return solveChain<State>({ waiting: 0, asked: 0, working: 0 }, (s) => {
      const good = 5 - s.waiting - s.asked - s.working;
      return [
        ...(good > 0 ? [[good * FAILS, fill({ ...s, waiting: s.waiting + 1 })] as const] : []),
        ...(s.asked > 0 ? [[s.asked * ANSWERS, { ...s, asked: s.asked - 1, working: s.working + 1 }] as const] : []),
        ...(s.working > 0 ? [[s.working * REPAIRS, fill({ ...s, working: s.working - 1 })] as const] : []),
      ];
    });
  };

  test.each([1, 2, 5])('is held by the person who is asked, of %i', (people) => {
    const exact = chain(people).share((s) => s.waiting + s.asked + s.working <= 2);
    const report = live(machines(`people: ${people}, acknowledge: exponential(5 h)`, 3), LIVES);
    expectExact(up(report), exact);
    expectTells(up(report), exact, 0.06);
  });
});

describe('priority', () => {
  interface State {
    readonly first: number;
    readonly second: number;
    readonly at: 'nobody' | 'first' | 'second';
  }
  const next = (s: State): State => ({ ...s, at: s.first > 0 ? 'first' : s.second > 0 ? 'second' : 'nobody' });
  const chain = solveChain<State>({ first: 0, second: 0, at: 'nobody' }, (s) => {
    const fails = (to: State) => (s.at === 'nobody' ? next(to) : to);
    return [
      ...(s.first < 3 ? [[(3 - s.first) * FAILS, fails({ ...s, first: s.first + 1 })] as const] : []),
      ...(s.second < 3 ? [[(3 - s.second) * FAILS, fails({ ...s, second: s.second + 1 })] as const] : []),
      ...(s.at === 'first' ? [[REPAIRS, next({ ...s, first: s.first - 1 })] as const] : []),
      ...(s.at === 'second' ? [[REPAIRS, next({ ...s, second: s.second - 1 })] as const] : []),
    ];
  });
  const TEXT = `teams: { crew: { people: 1 } }
components:
  urgent: { failures: { breaks: { mtbf: 30 h, mttr: 10 h, repaired-by: crew, priority: 5 } } }
  other: { failures: { breaks: { mtbf: 30 h, mttr: 10 h, repaired-by: crew } } }
services:
  shop: { needs: [first, second] }
  first: { component: urgent, replicas: 3, required: 2 }
  second: { component: other, replicas: 3, required: 2 }`;

  test('goes first among those who wait, and takes nobody off work begun', () => {
    const { services } = live(TEXT, LIVES);
    const exact = { first: chain.share((s) => s.first <= 1), second: chain.share((s) => s.second <= 1) };
    expect(exact.first - exact.second).toBeGreaterThan(0.05);
    expectExact(services.first.availability, exact.first);
    expectExact(services.second.availability, exact.second);
  });
});

describe('escalation', () => {
  type State = 'up' | 'first' | 'both' | 'work';
  const rates = { answers: 1 / (8 * HOUR), escalates: 1 / (3 * HOUR), others: 1 / (4 * HOUR) };
  const chain = solveChain<State>('up', (s) =>
    s === 'up' ? [[FAILS, 'first']] : s === 'first' ? [[rates.answers, 'work'], [rates.escalates, 'both']] : s === 'both' ? [[rates.answers + rates.others, 'work']] : [[REPAIRS, 'up']],
  );

  test('asks the other team as well, and whoever answers first does the work', () => {
    const report = live(
      `teams:
  first: { people: 1, acknowledge: exponential(8 h), escalate: { after: exponential(3 h), to: second } }
  second: { people: 1, acknowledge: exponential(4 h) }
components: { machine: { failures: { breaks: { mtbf: 30 h, mttr: 10 h, repaired-by: first } } } }
services: { shop: { component: machine } }`,
      LIVES,
    );
    const exact = chain.share((s) => s === 'up');
    expectExact(up(report), exact);
    expectTells(up(report), exact, 0.03);
  });

  test('frees the one who was not needed: two machines with people enough are as two by themselves', () => {
    const report = live(
      `teams:
  first: { people: 2, acknowledge: exponential(8 h), escalate: { after: exponential(3 h), to: second } }
  second: { people: 2, acknowledge: exponential(4 h) }
components: { machine: { failures: { breaks: { mtbf: 30 h, mttr: 10 h, repaired-by: first } } } }
services: { shop: { component: machine, replicas: 2 } }`,
      LIVES,
    );
    expectExact(up(report), 1 - (1 - chain.share((s) => s === 'up')) ** 2);
  });
});

describe('office hours', () => {
  test('keep a repair that takes no time waiting for as long as the calendar says', () => {
    const report = live(
      `teams: { office: { people: 1, hours: Mon-Fri 09:00-17:00 } }
components: { machine: { failures: { breaks: { mtbf: 50 h, mttr: constant(0 s), repaired-by: office } } } }
services: { shop: { component: machine } }`,
      LIVES,
    );
    // Down at a moment is down since some failure after the office closed: failures come at random.
    const closed = (hours: number) => hours * HOUR - (1 - Math.exp((-hours * HOUR) / (50 * HOUR))) * 50 * HOUR;
    const exact = 1 - (4 * closed(16) + closed(64)) / (168 * HOUR);
    expectExact(up(report), exact);
    expectTells(up(report), exact, 0.06);
  });
});
