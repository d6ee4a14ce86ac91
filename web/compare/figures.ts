import type { Report } from '../../src/analysis/report.ts';
import { capitalised } from '../../src/report/text.ts';
import { askedOf, COMPARED } from '../../src/report/comparison/compared.ts';
import { figureName, figureText } from '../../src/report/figure-text.ts';
import { figureRange } from '../../src/report/figure-range.ts';
import { duration } from '../../src/units/figure.ts';
import { SECONDS_PER_YEAR } from '../../src/units/table.ts';
import type { FigureId } from '../explain/index.ts';

type Compared = (typeof COMPARED)[number]['key'] | ReturnType<typeof askedOf>[number];

const MEANINGS: Readonly<Record<Compared, FigureId>> = {
  'availability.mean': 'availability',
  'availability.nines': 'nines',
  'availability.downtimePerYear.mean': 'downtimePerYear',
  'availability.arithmeticUnavailability': 'arithmetic',
  'incidents.perYear': 'incidentsPerYear',
  'recoveryTime.p95': 'recoveryQuantiles',
  'dataLoss.p95': 'lossQuantiles',
  'cost.infrastructure': 'costInfrastructure',
  'cost.relative': 'costRelative',
  'cost.total': 'cost',
  'windows.broken': 'windows',
  'windows.creditsPerYear': 'credits',
  'mission.reliability': 'mission',
  'mission.meanSecondsToFirstIncident': 'mission',
};

/** What is said behind figures that have no interval. */
const ASIDES: Partial<Record<Compared, (report: Report) => string>> = {
  'availability.arithmeticUnavailability': ({ availability: { arithmeticUnavailability: down } }) =>
    down === null ? 'not calculated' : duration(down * SECONDS_PER_YEAR),
  'cost.infrastructure': ({ cost }) => (cost.infrastructure > 0 ? 'exact' : 'no prices'),
  'cost.relative': (report) => (report.cost.standby > 0 ? `${figureText('cost.standby', report)} for standbys` : ''),
};

/** The rows of the comparison: what each is called, and of a model what it is and how sure. */
export const rowsOf = (models: readonly Report[]) =>
  [...COMPARED.map(({ key }) => key), ...askedOf(models)].map((key) => ({
    name: capitalised(figureName(key)),
    figure: MEANINGS[key],
    cell: (report: Report) => ({
      value: figureText(key, report),
      aside: ASIDES[key]?.(report) ?? figureRange(key, report),
    }),
  }));
