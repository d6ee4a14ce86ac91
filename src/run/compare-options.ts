import type { ComparisonReport } from '../analysis/report.ts';
import type { SimulateOptions, StudyOptions } from './options.ts';

/**
 * As for `simulate`; years and warm-up are the most that any of the models asks for, the seed is the first one's. With
 * `precision` every model's unavailability has to be known that well.
 */
export interface CompareOptions
  extends StudyOptions<ComparisonReport>, Pick<SimulateOptions, 'years' | 'precision' | 'experiments' | 'chances'> {}
