import type { ReportFigure } from './figure.ts';

/** How it lasts from new; no value where no mission is asked for. */
export const MISSION_FIGURES = {
  'mission.reliability': {
    ...{ name: 'reliability of the mission', short: 'reliability', kind: 'share', better: 'more' },
    read: ({ mission }) => ({ value: mission?.reliability.mean ?? null, interval: mission?.reliability.ci95 ?? null }),
  },
  'mission.meanSecondsToFirstIncident': {
    ...{ name: 'mean time to the first incident', short: 'to the first', kind: 'time', better: 'more' },
    read: ({ mission }) => ({
      value: mission?.meanSecondsToFirstIncident.mean ?? null,
      interval: mission?.meanSecondsToFirstIncident.ci95 ?? null,
    }),
  },
} as const satisfies Readonly<Record<string, ReportFigure>>;
