import { type Assertion, parseAssertion } from '../assertion/assertion.ts';
import { askedBy } from '../assertion/asked.ts';
import { AssertionError } from '../assertion/error.ts';
import type { ParsedModel } from '../model/index.ts';
import { UsageError } from './exit.ts';

/** An assertion of that option, about what the model has. @throws UsageError */
export function readAssertion(
  option: string,
  text: string,
  model: Pick<ParsedModel, 'currency' | 'services' | 'targets' | 'sla' | 'simulation'> &
    Partial<Pick<ParsedModel, 'doubts'>>,
): Assertion {
  try {
    return parseAssertion(
      text,
      model.currency,
      model.services.map(({ name }) => name),
      askedBy(model),
    );
  } catch (error) {
    if (error instanceof AssertionError) throw new UsageError(`${option} '${text}': ${error.message}`);
    throw error;
  }
}
