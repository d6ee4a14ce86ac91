import { type Assertion, parseAssertion } from '../assertion/assertion.ts';
import { AssertionError } from '../assertion/error.ts';
import type { Model } from '../model/index.ts';
import { UsageError } from './exit.ts';

/** An assertion of that option, about what the model has. @throws UsageError */
export function readAssertion(
  option: string,
  text: string,
  { currency, services }: Pick<Model, 'currency' | 'services'>,
): Assertion {
  try {
    return parseAssertion(
      text,
      currency,
      services.map(({ name }) => name),
    );
  } catch (error) {
    if (error instanceof AssertionError) throw new UsageError(`${option} '${text}': ${error.message}`);
    throw error;
  }
}
