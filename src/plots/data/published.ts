/** The four recovery strategies, from the cheapest to the quickest; also the names of their models in the gallery. */
export type StrategyName = 'backup-restore' | 'pilot-light' | 'warm-standby' | 'active-active';

/** A published figure, and how we read it in seconds. */
interface Band {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface Published {
  readonly strategy: StrategyName;
  readonly name: string;
  readonly rto: Band;
  readonly rpo: Band;
  readonly cost: string;
}

const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];
/** About zero is less than a minute; seconds, minutes and hours go from one to the next unit. */
const ABOUT_ZERO: Band = { text: '~0', from: 0, to: MINUTE };

/** As the vendors' guides have it. */
export const PUBLISHED: readonly Published[] = [
  {
    strategy: 'backup-restore',
    name: 'Backup and restore',
    rto: { text: '1–4 h and more', from: HOUR, to: DAY },
    rpo: { text: 'hours', from: HOUR, to: DAY },
    cost: '1.1×',
  },
  {
    strategy: 'pilot-light',
    name: 'Pilot light',
    rto: { text: 'tens of minutes', from: 10 * MINUTE, to: HOUR },
    rpo: { text: 'minutes', from: MINUTE, to: HOUR },
    cost: '1.1–1.5×',
  },
  {
    strategy: 'warm-standby',
    name: 'Warm standby',
    rto: { text: '5–15 min', from: 5 * MINUTE, to: 15 * MINUTE },
    rpo: { text: 'seconds to minutes', from: 1, to: HOUR },
    cost: '1.5×',
  },
  { strategy: 'active-active', name: 'Active-active', rto: ABOUT_ZERO, rpo: ABOUT_ZERO, cost: '2×' },
];
