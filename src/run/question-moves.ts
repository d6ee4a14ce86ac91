import { onPlatform } from './choose-runner.ts';
import { explainOn } from './explain-on.ts';
import { currentPlatform } from './platform.ts';
import type { OpenRunner } from './runner.ts';
import type { StudyOptions } from './options.ts';

/** What a parameter does to the seconds down a year, from half of it to twice it. */
export interface Moves {
  readonly low: number;
  readonly high: number;
}

const YEARS = 1000;

/**
 * How much each of a draft's questions moves the answer: the tornado over its parameters.
 * @returns [parameter] null: it says nothing that can be halved and doubled, or time was up
 */
export function movesOf(text: string, parameters: readonly string[], options: Ends = {}): Promise<(Moves | null)[]> {
  return movesOn(onPlatform(currentPlatform()), text, parameters, options);
}

type Ends = Pick<StudyOptions<unknown>, 'signal' | 'maxTime' | 'workers'>;

/** The same with the runner given. */
export async function movesOn(
  open: OpenRunner,
  text: string,
  parameters: readonly string[],
  options: Ends = {},
): Promise<(Moves | null)[]> {
  const { sensitivity } = await explainOn(open, text, { ...options, years: YEARS });
  const inputs = (sensitivity?.inputs ?? []).filter(({ kind }) => kind === 'parameter');
  return parameters.map((name) => {
    const found = inputs.find((each) => each.name === name);
    if (found === undefined) return null;
    return { low: found.low.downtimePerYear.mean, high: found.high.downtimePerYear.mean };
  });
}
