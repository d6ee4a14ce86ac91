import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { compileExperiment } from '../../src/compile/faultload.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { runExperiment } from '../../src/engine/experiment.ts';
import { nextEvent } from '../../src/engine/heap.ts';
import { advance } from '../../src/engine/replicate.ts';
import { start } from '../../src/engine/start.ts';
import { parseModel } from '../../src/model/index.ts';
import { CountingProbe } from '../../src/observe/counting-probe.ts';
import { ExperimentCountingProbe } from '../../src/observe/experiment.ts';
import { createTally, observe } from '../../src/observe/tally.ts';
import type { Incident, Outage } from '../../src/observe/told.ts';
import { DAY, HOUR, live, meanOf } from '../theory/harness.ts';

/*
 * The first of two zones is out for an hour every 30 days. The standby takes over after 30 s + 2 h + 60 s, when the zone has been
 * back for an hour: so the service goes home in the very instant in which it is up, which takes 2 h + 60 s once more.
 */
const HOME_AT_ONCE = `domains:
  a: { kind: zone, failures: { outage: { mtbf: constant(30 days), mttr: constant(1 h) } } }
  b: { kind: zone }
components: { db: {}, app: {} }
services:
  web: { component: app, needs: [db] }
  db:
    component: db
    replicas: 2
    across: zone
    mode: active-passive
    replication: { mode: async, lag: 7 s }
    failover: { detect: 30 s, promote: 2 h, redirect: 60 s, failback: { after: 0 s } }
entry: web
simulation: { warm-up: 0 s }
`;
const LENGTH = 30 + 2 * (2 * HOUR + 60);
const EVERY = 30 * DAY + HOUR;
const YEARS = 10;
/** Outages begin at 30 days, and then every 30 days and an hour. */
const INCIDENTS = Math.floor((YEARS * 365.25 * DAY - 30 * DAY) / EVERY) + 1;

test('what is up for no time at all stays one incident, counted by hand', () => {
  const { incidents, recoveryTime, dataLoss, services } = live(HOME_AT_ONCE, { replications: 1, years: YEARS, warmUpSeconds: 0 });
  expect(incidents.perYear.mean).toBeCloseTo(INCIDENTS / YEARS, 12);
  expect(recoveryTime.count).toBe(INCIDENTS);
  expect([meanOf(recoveryTime).mean, recoveryTime.max]).toEqual([LENGTH, LENGTH]);
  expect(recoveryTime.stages).toMatchObject({ detect: 30, promote: 4 * HOUR, redirect: 120, repair: 0 });
  // Its cause is what began it: going home is none of its own.
  expect(incidents.byCause.map(({ cause, incidentsPerYear, share }) => [cause, incidentsPerYear, share])).toEqual([['a/outage', INCIDENTS / YEARS, 1]]);
  // The writes of the last 7 seconds; a switch home loses none.
  expect([dataLoss.count, dataLoss.mean]).toEqual([INCIDENTS, 7]);
  for (const service of ['web', 'db']) expect(services[service].downtimePerYear.mean).toBeCloseTo((INCIDENTS * LENGTH) / YEARS, 6);
});

test('of every service that is so, the time down is one', () => {
  const { model, program, told, e, probe } = watched(HOME_AT_ONCE);
  start(e, 'outages', 0, 1, 0, 365.25 * DAY);
  advance(e, 365 * DAY);
  probe.horizon(e);
  expect(told.incidents.map(({ recoverySeconds }) => recoverySeconds)).toEqual(Array.from({ length: 12 }, () => LENGTH));
  for (const name of ['web', 'db']) {
    const service = model.services.findIndex((each) => each.name === name);
    const outages = told.outages.filter((outage) => outage.service === service);
    expect(outages.map(({ seconds, lossSeconds }) => [seconds, lossSeconds])).toEqual(Array.from({ length: 12 }, () => [LENGTH, 7]));
    expect(probe.observation.serviceLongest[service]).toBe(LENGTH);
  }
  expect(program.counts.services).toBe(2);
});

test('a look between any two instants sees it open once', () => {
  const { e, probe } = watched(HOME_AT_ONCE);
  start(e, 'looks', 0, 1, 0, 365.25 * DAY);
  const starts = new Set<number>();
  for (let next = nextEvent(e); next < 365 * DAY; next = nextEvent(e)) {
    advance(e, next);
    const isDown = e.state.answer[e.program.entry] < e.program.downBelow;
    expect(Number.isNaN(probe.open.incidentStart)).toBe(!isDown);
    if (isDown) starts.add(probe.open.incidentStart);
  }
  expect(starts.size).toBe(12);
});

test('a run of an experiment recovers once', () => {
  const model = parseModel(`nines: 1\nname: home\n${HOME_AT_ONCE}experiments: { out: { fail: a, for: 1 h } }\n`);
  const { program, faultload } = compileExperiment(model, model.experiments[0]);
  const probe = new ExperimentCountingProbe(program);
  const e = createEngine(program, probe);
  runExperiment(e, probe, 'home', 0, DAY, faultload);
  expect(probe.result(e)).toMatchObject({ noticed: true, recovered: true, recoverySeconds: LENGTH, lossSeconds: 7 });
});

describe('where nothing takes any time', () => {
  const AT_ONCE = HOME_AT_ONCE.replace('detect: 30 s, promote: 2 h, redirect: 60 s', 'promote: 0 s, redirect: 0 s');

  test('a failover is no incident, and what it loses is lost without one', () => {
    const { incidents, dataLoss, availability } = live(AT_ONCE, { replications: 1, years: YEARS, warmUpSeconds: 0 });
    expect([incidents.perYear.mean, availability.mean]).toEqual([0, 1]);
    expect([dataLoss.count, dataLoss.mean]).toEqual([INCIDENTS, 7]);
  });
});

test('what a failure destroys belongs to the incident that it begins, of the system and of every service, counted by hand', () => {
  const text = `domains: { a: { failures: { fire: { mtbf: constant(30 days), mttr: constant(1 h), data: lost } } } }
components: { disk: {}, app: {} }
services: { store: { component: disk, replicas: 2, in: a }, web: { component: app, needs: [store] } }
entry: web
`;
  for (const mode of ['active-active', 'active-passive', 'quorum']) {
    const own = text.replace('in: a', `in: a, mode: ${mode}`);
    const { dataLoss, recoveryTime } = live(own, { replications: 1, years: YEARS, warmUpSeconds: 0 });
    expect([recoveryTime.count, dataLoss.count, dataLoss.zero, dataLoss.permanent], mode).toEqual([INCIDENTS, INCIDENTS, 0, 1]);
    expect(dataLoss.permanentPerYear.mean).toBeCloseTo(INCIDENTS / YEARS, 12);
    const { told, e } = watched(own);
    start(e, 'fires', 0, 1, 0, 365.25 * DAY);
    advance(e, 365 * DAY);
    expect(told.outages.map(({ lossSeconds }) => lossSeconds), mode).toEqual(Array.from({ length: 2 * 12 }, () => Infinity));
  }
});

test('two failures that follow each other without a pause are one incident, of the first', () => {
  // The other begins in the very second in which the first is over: every 25 and 26 hours, for one each.
  const { incidents, recoveryTime } = live(
    `domains:
  a: { failures: { first: { mtbf: constant(24 h), mttr: constant(1 h) } } }
  b: { failures: { second: { mtbf: constant(25 h), mttr: constant(1 h) } } }
components: { app: {} }
services: { one: { component: app, in: a }, two: { component: app, in: b }, both: { component: app, needs: [one, two] } }
entry: both
`,
    { replications: 1, years: 1, warmUpSeconds: 0 },
  );
  expect(incidents.byCause[0].cause).toBe('a/first');
  expect([recoveryTime.count, recoveryTime.max]).toEqual(byTheHour());
});

/** In hours: the first is out in the 25th of every 25, the second in the 26th of every 26. */
function byTheHour(): [incidents: number, longest: number] {
  const isDown = (hour: number) => hour >= 0 && (hour % 25 === 24 || hour % 26 === 25);
  let incidents = 0;
  let longest = 0;
  for (let hour = 0; hour < 365.25 * 24; hour++) {
    if (!isDown(hour) || isDown(hour - 1)) continue;
    incidents++;
    let end = hour;
    while (isDown(end)) end++;
    longest = Math.max(longest, (end - hour) * HOUR);
  }
  return [incidents, longest];
}

function watched(text: string) {
  const model = parseModel(`nines: 1\nname: watched\n${text}`);
  const { program } = compile(model);
  const told: { incidents: Incident[]; outages: Outage[] } = { incidents: [], outages: [] };
  const counting = observe(createTally(program.counts), program.counts, 1, model.targets);
  const probe = new CountingProbe(program, {
    ...counting,
    incident: (incident) => told.incidents.push(incident),
    outage: (outage) => told.outages.push(outage),
  });
  return { model, program, told, probe, e: createEngine(program, probe) };
}
