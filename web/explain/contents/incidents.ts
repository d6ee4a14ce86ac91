import type { ServiceFigures } from '../../../src/analysis/report.ts';
import { targetOf } from '../../../src/analysis/target-of.ts';
import { TIERS } from '../../../src/observe/tiers.ts';
import { figureText } from '../../../src/report/figure-text.ts';
import { duration, whole } from '../../../src/units/figure.ts';
import { formatDuration, formatPercent } from '../../../src/units/format.ts';
import { STAGE_NAMES, stageSeconds } from '../../../src/analysis/stages.ts';
import { STAGE_WORDS } from '../../../src/plots/data/stages.ts';
import type { Explanation } from '../explanation.ts';
import { quantileTexts } from './quantile-texts.ts';

/** Where publications say minutes or hours, a limit has to be a number. */
const LIMITS = `The limits of loss and recovery in figures are, for tier ${TIERS.map(limits).join('; ')}.`;

function limits({ tier, loss, recovery }: (typeof TIERS)[number]): string {
  return `${tier}: ${formatDuration(loss)} and ${formatDuration(recovery)}`;
}

function tiersText(services: readonly (readonly [string, ServiceFigures])[]): string | null {
  const few = services.slice(0, 3).map(([name, { tier, recoveryTime }]) => {
    const { count, p95 } = recoveryTime;
    const which = tier !== null ? `tier ${tier}` : count === 0 ? 'never down, so no tier is known' : 'no tier';
    return `${name}: ${which}${p95 === null ? '' : `, p95 of recovery ${duration(p95)}`}`;
  });
  return few.length === 0 ? null : `${few.join('; ')}${services.length > few.length ? '; …' : ''}`;
}

/** How often it goes down, by what, and for how long. */
export const INCIDENTS = {
  incidentsPerYear: {
    formula: 'unbroken times of being down ÷ years',
    numbers: (report) =>
      `${whole(report.recoveryTime.count)} ÷ ${whole(report.run.years)} years = ` +
      `${figureText('incidents.perYear', report)} a year`,
    inputs: 'An incident is one unbroken time of served below 1 − error-rate. It counts in the year in which it began.',
    assumes: 'Down and up again in the same instant is none; two outages that overlap are one.',
    differs: 'The arithmetic knows how much downtime there is, and not in how many pieces it comes.',
  },
  mtbf: {
    formula: 'MTBF = (1 year − downtime a year) ÷ incidents a year',
    numbers: (report) =>
      report.incidents.mtbf === null
        ? null
        : `(365.25 days − ${figureText('availability.downtimePerYear.mean', report)}) ÷ ` +
          `${figureText('incidents.perYear', report)} = ${figureText('incidents.mtbf', report)}`,
    inputs: 'Mean time from the end of one incident to the start of the next, of the whole system and not of a part.',
    assumes: 'It is a mean over the long run: incidents can come in clusters, so the next one may well be nearer.',
    differs:
      'With the mean recovery time as MTTR, A = MTBF ÷ (MTBF + MTTR) gives the simulated availability again. ' +
      'The arithmetic takes the parts’ figures and combines them.',
  },
  causes: {
    formula: 'downtime of a cause = length of all incidents that it began ÷ years; the causes add up to the whole',
    numbers: (report) => {
      const { byCause } = report.incidents;
      return byCause.length === 0
        ? null
        : `${byCause[0].cause}: ${duration(byCause[0].downtimePerYear, byCause[0].ci95.downtimePerYear)} of ` +
            `${figureText('availability.downtimePerYear.mean', report)}, ${formatPercent(byCause[0].share, 2)}`;
    },
    inputs:
      'An incident belongs to the failure that brought the service below the line; where two are needed, that ' +
      'is the second one.',
    assumes:
      'The whole incident counts for its beginner, also when other failures prolong it. So a share says where ' +
      'to look first, not exactly what its removal would save.',
    differs: 'The arithmetic has no shocks, failbacks or false positives, and so cannot name them as causes.',
  },
  recoveryTime: {
    formula: 'recovery time = end of an incident − its start',
    numbers: (report) =>
      report.recoveryTime.mean === null
        ? null
        : `mean of ${whole(report.recoveryTime.count)} incidents: ${figureText('recoveryTime.mean', report)}`,
    inputs:
      'All incidents of the run: detection, decision, promotion, redirection or repair, whatever it took until ' +
      'enough requests were answered again.',
    assumes: 'What the model leaves out, such as a person’s time to decide, takes no time.',
    differs:
      'It is what the RTO is held against. The arithmetic has only the parts’ MTTR, which a failover can ' +
      'undercut and a shared outage exceed.',
  },
  recoveryQuantiles: {
    formula: 'p95 = the time within which 95 of 100 incidents are over',
    numbers: (report) => {
      const texts = quantileTexts('recoveryTime', report);
      return texts && `half within ${texts.p50}, 95% within ${texts.p95}, 99% within ${texts.p99}`;
    },
    inputs:
      'Each incident counts once, short or long. Quantiles are exact to 0.4%, and their intervals come from ' +
      'the order of the incidents.',
    assumes: 'Incidents are taken together over all causes; the curves show them cause by cause.',
    differs:
      'Many short incidents pull the p95 down without making the long ones shorter. The arithmetic has no ' +
      'incidents, and no quantiles.',
  },
  stages: {
    formula: 'mean recovery time = detect + decide + promote + restore + redirect + warm up + repair',
    numbers: ({ recoveryTime: { mean, ci95, stages, stagesCi95 } }) =>
      mean === null || stages === null || mean === 0
        ? null
        : `${STAGE_NAMES.map((name) => ({
            name,
            seconds: stageSeconds(stages, name),
            interval: stagesCi95?.[name] ?? null,
          }))
            .filter(({ seconds }) => seconds > 0)
            .map(
              ({ name, seconds, interval }) => `${STAGE_WORDS[name].name.toLowerCase()} ${duration(seconds, interval)}`,
            )
            .join(' + ')} = ${duration(mean, ci95)}`,
    inputs:
      'Each second of each incident, counted for one stage; the sums are divided by the number of incidents. ' +
      'An incident that skips a stage counts with 0 s in it.',
    assumes:
      'Where several services are in a stage at a time, the first of restore, promote, decide, detect, ' +
      'redirect and warm up counts. What is left is repair: somebody or something is being mended, and nothing ' +
      'else would help.',
    differs: 'The arithmetic knows repair alone, and takes every other stage for instant.',
  },
  withinRto: {
    formula: 'incidents no longer than the RTO ÷ all incidents',
    numbers: ({ recoveryTime: { withinTarget, count }, targets }) => {
      const goal = targetOf(targets, 'rto')?.goal;
      return withinTarget === null || goal === undefined
        ? null
        : `${formatPercent(withinTarget)} of ${whole(count)} incidents took at most ${formatDuration(goal)}`;
    },
    inputs: 'The recovery time objective of the model, and the length of each incident.',
    assumes: 'An incident that lasts exactly as long as the objective is within it.',
    differs: 'The arithmetic cannot say it, since it has no incidents.',
  },
  oneLife: {
    formula: 'one simulated year, event by event, given by the seed and the number of its history',
    numbers: ({ run }) => `seed ${run.seed}`,
    inputs: 'The same engine as the run: the same model, seed and history give the same year again.',
    assumes: 'One year is an example and no evidence; the worst of a thousand is rare by choice.',
    differs: 'The arithmetic has no time in it, and so no story to tell.',
  },
  singlePoints: {
    formula: 'everything whose failure alone brings served below 1 − error-rate once all failovers are done',
    inputs: 'The structure of the model: each domain, member and shock is failed by itself, with everything else up.',
    assumes:
      'Failovers are over and have succeeded; what they take is not counted. A shock that may miss some ' +
      'members is no single point. A person or a part without which what fails stays down is one, where all of that ' +
      'together takes the entry down.',
    differs:
      'Nothing is simulated. Its share of time is MTTR ÷ (MTBF + MTTR), exact, and a lower bound on the downtime.',
  },
  cutSets: {
    formula:
      'smallest sets of failures that together take the service down; chance = product of their unavailabilities',
    inputs:
      'Domains, members and shocks, singly, in pairs and in triples; the more elements a large model has, the ' +
      'fewer of its triples and pairs are looked at.',
    assumes:
      'Failovers are done; for the chance, those of a set fail independently of each other: where repairs wait for ' +
      'people or parts, or faults are hidden, there is none.',
    differs:
      'Nothing is simulated: no detection, and no failover that takes time or fails. It shows where to look first.',
  },
  services: {
    formula: 'A of a service = share of time in which it answers at least 1 − error-rate, with all that it needs',
    numbers: ({ services }) => {
      const worst = Object.entries(services).sort(([, a], [, b]) => b.downtimePerYear.mean - a.downtimePerYear.mean)[0];
      return worst === undefined
        ? null
        : `least available: ${worst[0]}, ` +
            `${duration(worst[1].downtimePerYear.mean, worst[1].downtimePerYear.ci95)} down a year`;
    },
    inputs: 'The same years as the headline’s, looked at from each service.',
    assumes: 'The error rate allowed is the same for every service.',
    differs:
      'Do not multiply them as the arithmetic does: they fail together, since one service’s outage is in the ' +
      'figure of all that need it.',
  },
  tier: {
    formula:
      'tier of a service = the lowest number whose limits hold both its p95 of recovery and its p95 of data loss',
    table: {
      columns: ['Tier', 'RPO', 'RTO', 'For', 'Cost'],
      rows: [
        ['1', 'seconds', 'minutes', 'payments, trading', 'very high'],
        ['2', 'minutes', '< 1 h', 'checkout, SaaS', 'high'],
        ['3', 'hours', '< 4 h', 'internal tools, CMS', 'moderate'],
        ['4', '24 h', '< 24 h', 'analytics, batch', 'low'],
      ],
    },
    numbers: ({ services }) => tiersText(Object.entries(services)),
    inputs:
      'The times that this service was down, with all that it needs: how long, and how many seconds of writes ' +
      'were lost. The table is as published.',
    assumes: `${LIMITS} Of a service that never went down no tier is known.`,
    differs: 'A tier is usually promised; this one is what 95 of 100 outages kept to. The arithmetic has no outages.',
  },
} as const satisfies Record<string, Explanation>;
