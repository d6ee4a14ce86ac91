import { type AvailabilityFigures, availabilityFigures } from '../arithmetic/downtime.ts';
import { evaluateAvailability } from '../arithmetic/evaluate.ts';
import { renderArithmetic, renderArithmeticCsv, renderJson } from '../report/index.ts';
import { ExpressionError } from '../units/index.ts';
import { EXIT, UsageError } from './exit.ts';
import { checkOutput, deliver, PLAIN_SCREEN, screenOf } from './output.ts';

export interface ArithmeticOptions {
  readonly format: 'table' | 'json' | 'csv';
  readonly output?: string;
}

/** `nines arithmetic`: resolves to the exit code. */
export async function arithmetic(expressions: readonly string[], options: ArithmeticOptions): Promise<number> {
  await checkOutput(options.output);
  const results = expressions.map(figuresOf);
  const screen = options.output === undefined ? screenOf(process.stdout) : PLAIN_SCREEN;
  const texts = {
    table: () => renderArithmetic(results, screen),
    json: () => renderJson({ nines: 1, kind: 'arithmetic', results }),
    csv: () => renderArithmeticCsv(results),
  };
  await deliver(texts[options.format](), options.output);
  return EXIT.ok;
}

function figuresOf(expression: string): AvailabilityFigures {
  try {
    return availabilityFigures(expression, evaluateAvailability(expression));
  } catch (error) {
    if (error instanceof ExpressionError) throw new UsageError(error.problem.message);
    throw error;
  }
}
