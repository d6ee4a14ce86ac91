import type { FigureKind } from '../../units/kind.ts';
import type { ServiceFigures } from '../report.ts';
import type { ReportFigure } from './figure.ts';

/** Of one of its services, by itself. Digits of quantiles are those of their bins: they have no intervals. */
export const SERVICE_FIGURES = {
  availability: {
    ...{ name: 'availability', kind: 'share', better: 'more' },
    read: ({ availability: { mean, ci95 } }) => ({ value: mean, interval: ci95 }),
  },
  downtimePerYear: {
    ...{ name: 'down a year', kind: 'timePerYear', better: 'less' },
    read: ({ downtimePerYear: { mean, ci95 } }) => ({ value: mean, interval: ci95 }),
  },
  ...ofService('recoveryTime', { name: 'recovery time', short: 'recover' }),
  ...ofService('dataLoss', { name: 'data loss', short: 'lost' }),
} as const satisfies Readonly<Record<string, ReportFigure<ServiceFigures>>>;

function ofService<Path extends 'recoveryTime' | 'dataLoss'>(
  path: Path,
  { name, short }: { readonly name: string; readonly short: string },
): Readonly<Record<`${Path}.${'count' | 'p50' | 'p95'}`, ReportFigure<ServiceFigures>>> {
  const of = (q: 'count' | 'p50' | 'p95', kind: FigureKind): ReportFigure<ServiceFigures> => ({
    ...{ name: `${name}, ${q}`, short: `${short} ${q}`, kind },
    read: (service) => ({ value: service[path][q], interval: null }),
  });
  return {
    [`${path}.count`]: of('count', 'number'),
    [`${path}.p50`]: of('p50', 'time'),
    [`${path}.p95`]: of('p95', 'time'),
  } as Record<`${Path}.${'count' | 'p50' | 'p95'}`, ReportFigure<ServiceFigures>>;
}
