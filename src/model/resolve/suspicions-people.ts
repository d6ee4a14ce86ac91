import { mean } from '../../random/moments.ts';
import { type Hours, openShare } from '../../units/index.ts';
import { messages } from '../messages/index.ts';
import type { FailureMode, Model } from '../model.ts';
import type { Report } from '../report.ts';
import { valueOr } from './fields.ts';
import { reachableFrom } from './graph.ts';
import type { Whole } from './whole.ts';

/** So many times what a repair waits for the queues take to settle, at most. */
const SETTLED = 10;

/** Teams that nobody asks or that cannot keep up, parts that nobody takes, repairs that need what they repair. */
export function suspectPeople(model: Model, whole: Whole, report: Report): void {
  if (model.teams.length > 0) suspectTeams(model, whole, report);
  suspectSpares(model, whole, report);
  suspectTools(model, whole, report);
  suspectWarmUp(model, whole, report);
}

interface Job {
  readonly mode: FailureMode;
  /** So many members, or one domain, can fail so. */
  readonly count: number;
}

/** All that can fail, each with how many there are of it. */
function jobs({ components, domains, links, shocks, services }: Model): Job[] {
  return [
    ...services.flatMap(({ component, placement }) =>
      component < 0 ? [] : components[component].failures.map((mode) => ({ mode, count: placement.length })),
    ),
    ...[...domains, ...links].flatMap(({ failures }) => failures.map((mode) => ({ mode, count: 1 }))),
    ...shocks.map((mode) => ({ mode, count: 1 })),
  ];
}

function suspectTeams(model: Model, { fields }: Whole, report: Report): void {
  const asks = model.teams.map(({ escalate }) => (escalate === null ? [] : [escalate.to]));
  const first = [
    ...jobs(model).map(({ mode }) => mode.work?.team),
    ...model.services.map(({ failover }) => failover?.decidedBy),
  ].filter((team) => team !== undefined && team !== null);
  const asked = new Set(first.flatMap((team) => [...reachableFrom(asks, team)]));
  valueOr(fields.teams, []).forEach(({ name, at }, i) => {
    if (!asked.has(i)) report.warning(at, messages.idleTeam(name));
    const { people, escalate } = model.teams[i];
    const load = workload(model, i);
    if (escalate === null && load >= people) report.warning(at, messages.overworked(name, people, load));
  });
}

/** So many people have work all the time if nothing has to wait, of those that are asked first. */
function workload(model: Model, team: number): number {
  const { acknowledge, hours } = model.teams[team];
  const seconds = jobs(model).reduce((sum, { mode: { up, down, work }, count }) => {
    if (work?.team !== team) return sum;
    const busy = mean(acknowledge) + mean(down);
    return sum + (count * busy) / (mean(up) + busy);
  }, 0);
  return seconds / openShare(hours);
}

function suspectSpares({ components }: Model, { fields }: Whole, report: Report): void {
  valueOr(fields.components, []).forEach(({ name, field }, i) => {
    const { spares, failures } = components[i];
    if (spares === undefined || failures.some(({ work }) => work?.needsSpare === true)) return;
    const at = field.ok ? field.value.fields.spares?.at : undefined;
    if (at !== undefined) report.warning(at, messages.idleSpares(name));
  });
}

/** Of what is repaired with the help of services that need it itself. */
function suspectTools(model: Model, { drafts, graph }: Whole, report: Report): void {
  const written = new Map(drafts.map(({ name }, i) => [name, i]));
  drafts.forEach(({ name, at, service: { component } }, i) => {
    const failures = component < 0 ? [] : model.components[component].failures;
    const tools = new Set(
      failures.flatMap(({ work }) => work?.needs ?? []).map((tool) => model.services[tool].written),
    );
    const circular = [...tools].filter((tool) => reachableFrom(graph, written.get(tool)!).has(i));
    if (circular.length > 0) report.warning(at, messages.repairsNeedThemselves(name, circular));
  });
}

/** Queues begin empty: the warm-up has to be long beside what anything waits for. */
function suspectWarmUp(model: Model, { fields }: Whole, report: Report): void {
  const { warmUpSeconds } = model.simulation;
  if (warmUpSeconds === 0) return;
  const waits: (readonly [what: string, seconds: number])[] = [
    ...model.components.flatMap(({ name, spares, failures }): (readonly [string, number])[] =>
      spares === undefined || !failures.some(({ work }) => work?.needsSpare === true)
        ? []
        : [[`a part for '${name}'`, mean(spares.leadTime)]],
    ),
    ...jobs(model).flatMap(({ mode: { name, down, work } }): (readonly [string, number])[] =>
      work === undefined ? [] : [[`the repair of '${name}'`, mean(down) / openShare(hoursOf(model, work.team))]],
    ),
  ];
  const [what, seconds] = waits.reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0]);
  const at = fields.simulation?.at ?? fields.teams?.at ?? fields.components?.at;
  if (seconds * SETTLED > warmUpSeconds && at !== undefined)
    report.warning(at, messages.shortWarmUp(warmUpSeconds, what, seconds));
}

function hoursOf({ teams }: Model, team: number | null): Hours | null {
  return team === null ? null : teams[team].hours;
}
