import { nines, percentUp } from '../../units/figure.ts';
import { estimate, given, type ReportFigure, spread } from './figure.ts';

/** How much of the time it answers. */
export const AVAILABILITY_FIGURES = {
  'availability.mean': estimate({ name: 'availability', kind: 'share', better: 'more' }, (r) => r.availability),
  'availability.nines': {
    ...given({ name: 'nines', kind: 'number', better: 'more' }, ({ availability }) => availability.nines),
    text: nines,
  },
  'availability.requests': estimate(
    { name: 'requests answered', kind: 'share', better: 'more' },
    ({ availability }) => availability.requests,
  ),
  'availability.out': estimate(
    { name: 'fully out', kind: 'share', better: 'less' },
    ({ availability }) => availability.out,
  ),
  'availability.degraded': estimate(
    { name: 'degraded', kind: 'share', better: 'less' },
    ({ availability }) => availability.degraded,
  ),
  'availability.perfectYears': given(
    { name: 'perfect years', kind: 'share', better: 'more' },
    ({ availability }) => availability.perfectYears,
  ),
  'availability.arithmetic': given(
    { name: 'bare arithmetic', kind: 'share' },
    ({ availability }) => availability.arithmetic,
  ),
  // What it lacks to 1 has digits where the availability has none left.
  'availability.arithmeticUnavailability': {
    ...given({ name: 'arithmetic claims', kind: 'share' }, ({ availability }) => availability.arithmeticUnavailability),
    text: (down) => percentUp(down),
  },
  ...spread(
    'availability.downtimePerYear',
    { name: 'down a year', kind: 'timePerYear', better: 'less' },
    { name: 'down a year' },
    ({ availability }) => availability.downtimePerYear,
  ),
} as const satisfies Readonly<Record<string, ReportFigure>>;
