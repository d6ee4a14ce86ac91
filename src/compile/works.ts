import type { Model, Work } from '../model/model.ts';
import type { Fleet } from './clocks.ts';
import { packRows } from './csr.ts';
import type { DrawList } from './draw-list.ts';
import { windowsOf } from './maintenance.ts';
import { type Program, WORK } from './program.ts';
import type { SiteMap } from './sites.ts';
import { clockName } from './sources.ts';
import type { StreamList } from './streams.ts';

/** What waits for people, parts or services: repairs of a fleet's clocks, or one service's decision. */
interface Job {
  /** What its streams are named after. */
  readonly name: string;
  readonly owner: number;
  readonly tasks: number;
  readonly team: number | null;
  readonly priority: number;
  /** Component whose part it takes; −1: none. */
  readonly part: number;
  readonly tools: readonly number[];
}

/** Teams, stocks, and everything that waits for them. */
export function compileWorks(
  model: Model,
  fleets: readonly Fleet[],
  sites: SiteMap,
  streams: StreamList,
  draws: DrawList,
) {
  const repairs = fleets.flatMap((fleet) => repairOf(model, fleet, sites));
  const jobs = [...repairs, ...decisionsOf(model)];
  const stocks = model.components.flatMap((_, component) =>
    jobs.some(({ part }) => part === component) ? [component] : [],
  );
  const ladders = jobs.map(({ team }) => ladderOf(model, team));
  const lines = linesOf(model, jobs, ladders);
  const tools = packRows(jobs.map((job) => job.tools));
  const workers = packRows(
    model.services.map((_, service) => jobs.flatMap((job, work) => (job.tools.includes(service) ? [work] : []))),
  );
  const orders = packOrders(model, jobs, stocks);
  const records = packJobs(jobs, ladders, stocks);
  const serviceDecision = new Int32Array(model.services.length).fill(-1);
  for (let work = repairs.length; work < jobs.length; work++)
    serviceDecision[jobs[work].owner] = records.works[work * WORK.stride + WORK.task];
  const spares = stocks.map((component) => model.components[component].spares!);
  return {
    fields: {
      ...records,
      ...rungsOf(jobs, ladders, lines, streams, model),
      toolOffsets: tools.offsets,
      tools: tools.list,
      toolWorkOffsets: workers.offsets,
      toolWorks: workers.list,
      serviceDecision,
      ...compileTeams(model, lines, draws),
      stockSize: Int32Array.from(spares, ({ stock }) => stock),
      stockOrders: orders,
      stockLeadDraw: Int32Array.from(spares, ({ leadTime }) => draws.add(leadTime)),
      stockStream: Int32Array.from(stocks, (component) =>
        streams.add(`lead-time/${model.components[component].name}`, 1),
      ),
    } satisfies Partial<Program>,
    counts: {
      teams: model.teams.length,
      works: jobs.length,
      repairs: repairs.reduce((sum, job) => sum + job.tasks, 0),
      tasks: records.taskWork.length,
      requests: records.requestTask.length,
      lines: lines.at.at(-1)!,
      stocks: stocks.length,
      orders: orders[stocks.length],
    },
  };
}

function repairOf(model: Model, { kind, firstClock, firstOwner, clocks }: Fleet, sites: SiteMap): Job[] {
  const { work } = kind;
  if (work === undefined) return [];
  const service = kind.part === undefined ? -1 : serviceOf(model, firstOwner);
  return [
    {
      name: clockName(kind),
      owner: firstClock,
      tasks: clocks,
      team: work.team,
      priority: work.priority,
      part: work.needsSpare ? kind.part! : -1,
      tools: toolsOf(work, service, sites),
    },
  ];
}

function decisionsOf({ services }: Model): Job[] {
  return services.flatMap(({ name, failover }, service): Job[] =>
    failover?.decidedBy === undefined
      ? []
      : [
          {
            ...{ name: `decision/${name}`, owner: service, tasks: 1, team: failover.decidedBy, priority: 0 },
            ...{ part: -1, tools: [] },
          },
        ],
  );
}

/** Records of the works, and whose each task and each request is. */
function packJobs(jobs: readonly Job[], ladders: readonly (readonly number[])[], stocks: readonly number[]) {
  const works: number[] = [];
  const taskWork: number[] = [];
  const requestTask: number[] = [];
  jobs.forEach(({ owner, tasks, part }, work) => {
    const fields: Readonly<Record<Exclude<keyof typeof WORK, 'stride'>, number>> = {
      ...{ owner, task: taskWork.length, tasks, request: requestTask.length },
      ...{ rungs: ladders[work].length, stock: stocks.indexOf(part) },
    };
    for (const field of Object.keys(fields) as (keyof typeof fields)[])
      works[work * WORK.stride + WORK[field]] = fields[field];
    for (let i = 0; i < tasks; i++) {
      for (let rung = 0; rung < ladders[work].length; rung++) requestTask.push(taskWork.length);
      taskWork.push(work);
    }
  });
  return {
    works: Int32Array.from(works),
    taskWork: Int32Array.from(taskWork),
    requestTask: Int32Array.from(requestTask),
  } satisfies Partial<Program>;
}

/** [fleet] its work, −1: none. */
export function worksOfFleets(fleets: readonly Fleet[]): number[] {
  let works = 0;
  return fleets.map(({ kind }) => (kind.work === undefined ? -1 : works++));
}

/** Who is asked, one after the other. */
function ladderOf({ teams }: Model, first: number | null): number[] {
  const ladder: number[] = [];
  for (let team = first; team !== null; team = teams[team].escalate?.to ?? null) ladder.push(team);
  return ladder;
}

interface Lines {
  /** [team] the first of its queues; after them the number of all. */
  readonly at: readonly number[];
  /** [team] priorities of those who may wait for it, the highest first: a queue for each. */
  readonly priorities: readonly (readonly number[])[];
}

function linesOf({ teams }: Model, jobs: readonly Job[], ladders: readonly (readonly number[])[]): Lines {
  const priorities = teams.map((_, team) => {
    const asking = jobs.filter((_, work) => ladders[work].includes(team));
    return [...new Set(asking.map(({ priority }) => priority))].sort((a, b) => b - a);
  });
  const at = [0];
  for (const each of priorities) at.push(at.at(-1)! + each.length);
  return { at, priorities };
}

/** CSR by work: who is asked in turn, in which queue, and whence is drawn how long they take to acknowledge. */
function rungsOf(
  jobs: readonly Job[],
  ladders: readonly (readonly number[])[],
  lines: Lines,
  streams: StreamList,
  { teams }: Model,
) {
  const packed = packRows(ladders);
  const each = (value: (team: number, job: Job) => number) =>
    Int32Array.from(jobs.flatMap((job, work) => ladders[work].map((team) => value(team, job))));
  return {
    rungOffsets: packed.offsets,
    rungTeam: packed.list,
    rungLine: each((team, { priority }) => lines.at[team] + lines.priorities[team].indexOf(priority)),
    rungStream: each((team, { name }) => streams.add(`acknowledge/${teams[team].name}/${name}`, 1)),
  } satisfies Partial<Program>;
}

function compileTeams(model: Model, lines: Lines, draws: DrawList) {
  const { teams } = model;
  const hours = packRows([...teams.map((team) => team.hours ?? []), ...windowsOf(model)]);
  return {
    teamPeople: Float64Array.from(teams, ({ people }) => people),
    teamAcknowledgeDraw: Int32Array.from(teams, ({ acknowledge }) => draws.add(acknowledge)),
    teamEscalateDraw: Int32Array.from(teams, ({ escalate }) => (escalate === null ? -1 : draws.add(escalate.after))),
    teamLines: Int32Array.from(lines.at),
    teamHourOffsets: hours.offsets,
    teamHours: Float64Array.from(hours.list),
  } satisfies Partial<Program>;
}

/**
 * First order of each stock: never more are on their way than the stock and all that wait; after them the number of
 * all.
 */
function packOrders(model: Model, jobs: readonly Job[], stocks: readonly number[]): Int32Array {
  const offsets = new Int32Array(stocks.length + 1);
  stocks.forEach((component, stock) => {
    const waiting = jobs.reduce((sum, { part, tasks }) => sum + (part === component ? tasks : 0), 0);
    offsets[stock + 1] = offsets[stock] + model.components[component].spares!.stock + waiting;
  });
  return offsets;
}

/** The service that has the member. */
function serviceOf({ services }: Model, member: number): number {
  let first = 0;
  return services.findIndex(({ placement }) => member < (first += placement.length));
}

/** The instances in the same site, where there are some; else those outside of all sites, or all there are. */
function toolsOf({ needs }: Work, service: number, { serviceSite }: SiteMap): readonly number[] {
  const site = service < 0 ? -1 : serviceSite[service];
  const inSite = (wanted: number) => needs.filter((tool) => serviceSite[tool] === wanted);
  return [inSite(site), inSite(-1), needs].find((tools) => tools.length > 0) ?? [];
}
