import type { Report } from '../../../src/analysis/report.ts';
import { SECONDS_PER_YEAR } from '../../../src/units/table.ts';
import { makeReport } from './make-report.ts';
import { spread } from './spread.ts';

export interface Case {
  readonly id: string;
  readonly title: string;
  readonly report: Report;
}

const [MINUTE, HOUR] = [60, 3600];

const ordinary = makeReport({
  name: 'Web shop',
  years: [...Array<number>(220).fill(0), ...spread(1780, 9 * MINUTE, 6)],
  causes: [
    { cause: 'eu-west-1/outage', lengths: spread(260, 2 * HOUR, 4) },
    {
      cause: 'db/crash',
      lengths: spread(6000, MINUTE, 1.4),
      losses: [...Array<number>(5400).fill(0), ...spread(600, 5, 3)],
    },
    { cause: 'db/disk', lengths: spread(340, 20 * MINUTE, 3), losses: spread(340, 40, 4) },
    { cause: 'eu-west-1a/outage', lengths: spread(500, 3 * MINUTE, 3) },
    { cause: 'eu-west-1b/outage', lengths: spread(480, 3.2 * MINUTE, 3) },
    { cause: 'web/crash', lengths: spread(20, 30, 2) },
    { cause: 'cache/host', lengths: spread(4, 50, 2) },
  ],
  targets: { availability: 0.9995, rto: 15 * MINUTE, rpo: MINUTE, budget: 40_000 },
  services: [
    ['web', 8941],
    ['cache', 2735],
    ['db', 9117],
  ],
  stages: { detect: 31, decide: 300, promote: 42, restore: 4, redirect: 57, warmUp: 20, repair: 400 },
  kinds: { compute: 0.71, storage: 0.12, transfer: 0.04, backup: 0.08, fixed: 0.05 },
  standby: 0.34,
  domains: { 'eu-west-1a': 0.5, 'eu-west-1b': 0.38, '': 0.12 },
});

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '"quoted", and a comma',
  '=SUM(A1:A9)',
  '\u202eright to left',
  'line\nbreak',
  '   ',
  '🦉'.repeat(40),
  'x'.repeat(300),
];

export const CASES: readonly Case[] = [
  { id: 'ordinary', title: 'An ordinary system', report: ordinary },
  {
    id: 'good',
    title: 'Most years have no downtime',
    report: makeReport({
      name: 'Two regions',
      years: [...Array<number>(9400).fill(0), ...spread(600, 4 * MINUTE, 5)],
      causes: [
        { cause: 'both/outage', lengths: spread(500, 4 * MINUTE, 5) },
        { cause: 'dns/mistake', lengths: spread(120, 30 * MINUTE, 2) },
      ],
      targets: { availability: 0.99999, rto: 5 * MINUTE, rpo: 0 },
      services: [
        ['web', 30_000],
        ['db', 45_000],
      ],
      stages: { detect: 30, decide: 0, redirect: 57, promote: 18 },
    }),
  },
  {
    id: 'none',
    title: 'No downtime at all',
    report: makeReport({
      name: 'Never down',
      years: Array<number>(10_000).fill(0),
      causes: [],
      targets: { availability: 0.999, rto: HOUR, rpo: MINUTE },
      services: [['web', 120_000]],
    }),
  },
  {
    id: 'down',
    title: 'Everything is down',
    report: makeReport({
      name: 'Always down',
      years: Array<number>(100).fill(SECONDS_PER_YEAR),
      causes: [
        {
          cause: 'everything/broken',
          lengths: Array<number>(100).fill(SECONDS_PER_YEAR),
          losses: Array<number>(100).fill(SECONDS_PER_YEAR),
        },
      ],
      targets: { availability: 0.99, rto: MINUTE, rpo: MINUTE },
    }),
  },
  {
    id: 'single',
    title: 'A single incident',
    report: makeReport({
      name: 'Once',
      years: [...Array<number>(9999).fill(0), 42 * MINUTE],
      causes: [{ cause: 'zone/outage', lengths: [42 * MINUTE] }],
      targets: { availability: 0.9999 },
      permanentPerYear: 0.0001,
    }),
  },
  {
    id: 'one-cause',
    title: 'One cause',
    report: makeReport({
      name: 'One server',
      years: spread(1000, 6 * HOUR, 2),
      causes: [{ cause: 'server/crash', lengths: Array<number>(8000).fill(10 * MINUTE), losses: spread(8000, 300, 3) }],
    }),
  },
  {
    id: 'hostile',
    title: 'Thirty causes with hostile names',
    report: makeReport({
      name: `${HOSTILE[0]} ${HOSTILE[7]}`,
      years: spread(1000, 3 * HOUR, 4),
      causes: Array.from({ length: 30 }, (_, i) => ({
        cause: `${HOSTILE[i % HOSTILE.length]}/${i}`,
        lengths: spread(600 - 18 * i, (1 + ((i * 7) % 11)) * 5 * MINUTE, 2 + (i % 3)),
        losses: i % 2 === 0 ? spread(600 - 18 * i, 1 + i, 3) : undefined,
      })),
      targets: { availability: 0.999, rto: HOUR, rpo: 10 },
      services: Array.from({ length: 20 }, (_, i) => [`${HOSTILE[i % HOSTILE.length]} ${i}`, 1000 * (20 - i)] as const),
    }),
  },
  {
    id: 'huge',
    title: 'Huge and tiny costs',
    report: makeReport({
      name: 'Money',
      years: spread(1000, 3 * HOUR, 4),
      causes: [{ cause: 'bank/closed', lengths: spread(1000, 3 * HOUR, 4) }],
      currency: 'EUR',
      services: [
        ['vault', 9.87e14],
        ['penny', 0.0123],
        ['desk', 4.2e6],
      ],
      lossPerSecond: 1e6,
      stages: { detect: 0.001, repair: 1e6 },
      targets: { budget: 1e14 },
    }),
  },
];
