import type { PlanFacts } from '../../analysis/plan-facts.ts';
import type { ExperimentFigures, Report } from '../../analysis/report.ts';
import { duration, part } from '../../units/index.ts';
import { experimentSections } from '../experiments/sections.ts';
import type { Cell } from '../grid.ts';
import type { Paint } from '../paint.ts';
import { services } from '../run/services.ts';
import { targets } from '../run/targets.ts';
import { type Section, words } from '../section.ts';
import { stageParts } from '../stages.ts';
import { plainText } from '../text.ts';

/** How often the field tries what: restores monthly, failovers quarterly, the whole twice a year. */
const SCHEDULE = { restore: 'monthly', failover: 'quarterly', disaster: 'twice a year' } as const;

/** A disaster-recovery plan in the field's template, filled from the model and its figures. */
export function planSections(facts: PlanFacts, report: Report, paint: Paint): Section[] {
  const { experiments = [] } = report;
  return [
    classification(facts, report),
    ...numbered(targets({ report, paint }), '1.1 Objectives'),
    ...numbered(services({ report, paint, isWhole: true }), '1.2 Services and their tiers'),
    rows('2. Topology', ['service', 'members', 'redundancy', 'where', 'needs'], facts.topology),
    backup(facts),
    ...failover(facts, report),
    ...(experiments.length === 0 ? [] : experimentSections({ experiments }, paint)).flatMap((section, i) =>
      numbered(section, i === 0 ? '5. Recovery, as simulated' : '5.1 Where the time goes'),
    ),
    schedule(facts, report, experiments),
    contacts(),
    reproduce(report),
  ];
}

function numbered(section: Section | null, title: string): Section[] {
  return section === null ? [] : [{ ...section, title }];
}

function rows(title: string, columns: readonly string[], all: readonly (readonly string[])[], none?: string): Section {
  if (all.length === 0) return { title, notes: [none ?? 'None.'] };
  return {
    title,
    table: { columns: columns.map((name) => words(name)), rows: all.map((row) => row.map((cell) => plainText(cell))) },
  };
}

function classification({ entry, description }: PlanFacts, report: Report): Section {
  const tier = report.services[entry]?.tier ?? null;
  const { availability, recoveryTime, dataLoss } = report;
  const p95 = (value: number | string | null) => (typeof value === 'number' ? duration(value) : (value ?? 'none seen'));
  return {
    title: '1. Classification',
    table: {
      columns: [words(''), words('')],
      rows: [
        ['system', plainText(report.model.name)],
        ...(description === '' ? [] : [['what it is', plainText(description)]]),
        ['entry', plainText(entry)],
        ['tier reached', tier === null ? 'none of the four, or unseen' : String(tier)],
        ['down a year', duration(availability.downtimePerYear.mean, availability.downtimePerYear.ci95)],
        ['recovery time, p95', p95(recoveryTime.p95)],
        ['data lost, p95', p95(dataLoss.p95)],
      ],
      isPlain: true,
    },
  };
}

function backup({ data, untried }: PlanFacts): Section {
  const section = rows(
    '3. Backup strategy',
    ['service', 'what', 'how'],
    data,
    'The model keeps no copies and no backups of any data.',
  );
  const warning =
    'A backup never restored is not a backup: those of ' +
    `${untried.map((name) => plainText(name)).join(', ')} may not restore, and nobody tries them.`;
  return { ...section, notes: [...(section.notes ?? []), ...(untried.length === 0 ? [] : [warning])] };
}

function failover({ failover: steps }: PlanFacts, { recoveryTime }: Report): Section[] {
  const simulated = stageParts(recoveryTime);
  const none = 'Nothing fails over: recovery waits for the repair.';
  const section = rows('4. Failover procedure', ['service', 'step', 'takes'], steps, none);
  const mean =
    simulated.length === 0 ? [] : [`Simulated, of a mean incident: ${simulated.join(' · ')}; by experiment below.`];
  return [{ ...section, notes: [...(section.notes ?? []), ...mean] }];
}

function backWithin({ count, p95 }: ExperimentFigures['recoveryTime']): string {
  if (count === 0) return 'nobody notices';
  return p95 === null ? 'many do not recover' : `back within ${duration(p95)} (p95)`;
}

/** `db` of `db@us-east-1/crash`. */
function ownerOf(cause: string): string {
  return cause.split('/')[0].split('@')[0];
}

/** What each drill tries, how often, and what there is at stake: what its causes take of a year, or of the data. */
function schedule(
  { data, failover: steps }: PlanFacts,
  report: Report,
  experiments: readonly ExperimentFigures[],
): Section {
  const backups = [...new Set(data.filter(([, what]) => what === 'restore').map(([service]) => service))];
  const failing = [...new Set(steps.map(([service]) => service))];
  const atStake = (matches: (cause: string) => boolean) => {
    const own = report.incidents.byCause.filter(({ cause }) => matches(cause));
    const down = own.reduce((sum, { downtimePerYear }) => sum + downtimePerYear, 0);
    const share = own.reduce((sum, each) => sum + each.share, 0);
    return down === 0 ? 'no downtime of these years' : `${duration(down)} of downtime a year (${part(share)})`;
  };
  const all: Cell[][] = [
    ...backups.map((service) => [
      `restore ${plainText(service)}`,
      SCHEDULE.restore,
      'a backup that restores',
      'all data of it',
    ]),
    ...failing.map((service) => [
      `fail over ${plainText(service)}`,
      SCHEDULE.failover,
      'a standby that takes over in the time above',
      atStake((cause) => ownerOf(cause) === service),
    ]),
    ...experiments.map(({ name, what, recoveryTime }) => [
      plainText(name),
      SCHEDULE.disaster,
      `${plainText(what)}: ${backWithin(recoveryTime)}`,
      atStake((cause) => what.split(/[ ,.[\]]/).includes(ownerOf(cause))),
    ]),
  ];
  if (all.length === 0)
    return { title: '6. Testing schedule', notes: ['Nothing in the model can be tried: give it experiments.'] };
  const columns = ['drill', 'how often', 'what it shows', 'at stake'].map((name) => words(name));
  return { title: '6. Testing schedule', table: { columns, rows: all } };
}

function contacts(): Section {
  const blank = '\u2026';
  const roles = ['incident lead', 'database', 'network', 'provider’s support', 'communication'];
  return rows(
    '7. Contacts',
    ['role', 'name', 'telephone', 'deputy'],
    roles.map((role) => [role, blank, blank, blank]),
  );
}

function reproduce({ model, run }: Report): Section {
  return {
    title: '8. Where these figures come from',
    notes: [
      `Simulated by nines ${run.version}: ${run.years.toLocaleString('en-US')} years, seed ${plainText(run.seed)}, ` +
        `model SHA-256 ${model.sha256}. The same model, seed and version give the same figures.`,
    ],
  };
}
