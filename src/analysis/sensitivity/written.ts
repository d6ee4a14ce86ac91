import { analyse } from '../../model/check.ts';
import type { ParseOptions } from '../../model/index.ts';
import { writeDistribution } from '../../model/print/times.ts';
import { mean } from '../../random/moments.ts';
import { type Stretch, stretched } from './stretch.ts';

/** What a model's text says of a parameter beyond its value. */
export interface WrittenParameter {
  /** A number that can be no more than 1: one below it, or one that is written in percent. */
  readonly isShare: boolean;
  /** Of a parameter that is a distribution, all of its times at once; null for a quantity. */
  readonly stretch: ((by: Stretch) => { readonly setting: string; readonly meanSeconds: number }) | null;
}

/** By their names; none of a text with errors. */
export function writtenParameters(text: string, options: ParseOptions): ReadonlyMap<string, WrittenParameter> {
  const values = analyse(text, options).sound?.parameters.values() ?? [];
  return new Map(
    values.map(({ name, value, text: written }): [string, WrittenParameter] => {
      if (value.kind === 'quantity') {
        const share = value.quantity.value;
        return [name, { isShare: share > 0 && (share < 1 || (share === 1 && written.includes('%'))), stretch: null }];
      }
      const { distribution } = value;
      return [
        name,
        {
          isShare: false,
          stretch: (by) => {
            const longer = stretched(distribution, by);
            return { setting: writeDistribution(longer), meanSeconds: mean(longer) };
          },
        },
      ];
    }),
  );
}
