import { type AvailabilityFigures, availabilityFigures } from '../arithmetic/downtime.ts';
import { evaluateShare } from '../arithmetic/evaluate.ts';
import { renderArithmetic, renderArithmeticCsv, renderArithmeticMarkdown, renderJson } from '../report/index.ts';
import { ExpressionError } from '../units/index.ts';
import { readCommon } from './common.ts';
import type { Format } from './formats.ts';
import { EXIT, UsageError } from './exit.ts';
import { deliver, screenFor } from './output.ts';

export interface ArithmeticOptions {
  readonly format: Exclude<Format, 'html'>;
  readonly output?: string;
}

/** `nines arithmetic`: resolves to the exit code. */
export async function arithmetic(expressions: readonly string[], options: ArithmeticOptions): Promise<number> {
  await readCommon(options);
  const results = expressions.map(figuresOf);
  const texts = {
    table: () => renderArithmetic(results, screenFor(options.output)),
    json: () => renderJson({ nines: 1, kind: 'arithmetic', results }),
    csv: () => renderArithmeticCsv(results),
    markdown: () => renderArithmeticMarkdown(results),
  };
  await deliver(texts[options.format](), options.output);
  return EXIT.ok;
}

function figuresOf(expression: string): AvailabilityFigures {
  try {
    const { up, down } = evaluateShare(expression);
    return availabilityFigures(expression, up, down);
  } catch (error) {
    if (error instanceof ExpressionError) throw new UsageError(error.problem.message);
    throw error;
  }
}
