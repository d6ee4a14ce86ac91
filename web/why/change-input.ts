import type { SensitivityInput } from '../../src/analysis/report-explanation.ts';
import { change } from '../state/history.ts';
import { text } from '../state/store.ts';
import { rewriteInput } from './places.ts';

/** Writes another value of an input into the text, as a step of the one history. */
export function setInput(
  input: Pick<SensitivityInput, 'name' | 'kind'>,
  written: string,
  group: string | undefined,
  within?: number,
): void {
  const next = rewriteInput(text.peek(), input, written);
  if (next !== null)
    change(next, `set ${input.name} to ${written}`, {
      group: group === undefined ? undefined : `set ${input.name} ${group}`,
      within,
    });
}
