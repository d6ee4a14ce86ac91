import { readFile } from 'node:fs/promises';
import type { Report } from '../analysis/report.ts';
import { checkModel, ModelError } from '../model/index.ts';
import { plainText } from '../report/index.ts';
import { checkQuestion, type Question } from '../run/question.ts';
import { simulate } from '../run/simulate.ts';
import { VERSION } from '../version.ts';
import { readCommon, type StudyOptions } from './common.ts';
import { EXIT, UsageError } from './exit.ts';
import { handoverOf, type Handover, renderHandover } from '../handover/handover.ts';
import { reason } from './input.ts';
import type { Loaded } from './load.ts';
import { assertionFigures, handed, judgeAll } from './outcome.ts';
import { progressLine, goalOf } from './progress.ts';
import { readAssertion } from './read-assertion.ts';
import { conduct } from './study.ts';

/** As commander hands them over. */
export type VerifyOptions = Pick<StudyOptions, 'workers' | 'quiet'>;

/** `nines verify`: runs a report again. 0: it says the same; 1: it does not, and what is told otherwise is printed. */
export async function verify(file: string, options: VerifyOptions): Promise<number> {
  const common = await readCommon(options);
  const { text, handover } = await readReport(file);
  const { question } = handover;
  const loaded = reload(question, file);
  const asserted = handover.assertions.map((each) => readAssertion('--assert', each, loaded.model!));
  const simulated = await conduct<Report>(
    { ...common, seed: undefined },
    (soFar) => progressLine(soFar, goalOf({ ...common, ...question.wishes } as typeof common, 0)),
    (told) => simulate(loaded.model!, { ...told, ...question.wishes }),
  );
  if (simulated === null) return EXIT.interrupted;
  const outcomes = judgeAll(asserted, simulated);
  const { seconds, workers } = handover;
  const report: Report = {
    ...simulated,
    ...(outcomes.length === 0 ? {} : { assertions: assertionFigures(outcomes) }),
    run: { ...simulated.run, seconds, workers },
  };
  const again = handoverOf(report, question, handover.assertions, handover);
  const says = await compared(text, handover, again, () =>
    renderHandover(report, handed(loaded, asserted, report, handover.quiet), handover),
  );
  process.stdout.write(says.lines.map((line) => `${line}\n`).join(''));
  return says.isSame ? EXIT.ok : EXIT.assertionFailed;
}

async function compared(
  text: string,
  was: Handover,
  is: Handover,
  render: () => Promise<string>,
): Promise<{ readonly isSame: boolean; readonly lines: readonly string[] }> {
  const versions = was.version === VERSION ? '' : ` (made by nines ${plainText(was.version)}, run by ${VERSION})`;
  if (was.digest !== is.digest) {
    const told = [...new Set([...Object.keys(was.figures), ...Object.keys(is.figures)])]
      .filter((key) => was.figures[key] !== is.figures[key])
      .map((key) => `  ${plainText(key)}: ${shown(was.figures[key])} in the report, ${shown(is.figures[key])} now`);
    return { isSame: false, lines: [`It does not say the same${versions}:`, ...told] };
  }
  if (was.version === VERSION && (await render()) !== text)
    return {
      isSame: false,
      lines: ['Its figures are the same, but its text is not what they make: somebody changed it.'],
    };
  return { isSame: true, lines: [`It says the same, to the last bit${versions}.`] };
}

const shown = (value: unknown) => (value === null || value === undefined ? 'nothing' : plainText(String(value)));

/** @throws UsageError for what is no report that can be run again */
async function readReport(file: string): Promise<{ readonly text: string; readonly handover: Handover }> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`cannot read the report '${file}': ${reason(error)}`);
  }
  const [, data] = / data-nines-report="([^"]*)"/.exec(text) ?? [];
  if (data === undefined)
    throw new UsageError(
      `'${file}' is no report that can be run again: one is made by 'nines run MODEL --format html -o FILE'.`,
    );
  const handover = parse(data);
  if (handover === null) throw new UsageError(`'${file}' is damaged: what it was made of cannot be read.`);
  if (handover.partial) throw new UsageError(`'${file}' is partial: a run that was ended early cannot be made again.`);
  return { text, handover };
}

function parse(data: string): Handover | null {
  const plain = data.replace(
    /&(quot|lt|gt|amp);/g,
    (_, name: string) => ({ quot: '"', lt: '<', gt: '>', amp: '&' })[name]!,
  );
  try {
    const found = JSON.parse(plain) as Handover;
    const isWhole =
      checkQuestion(found.question).kind === 'run' &&
      Array.isArray(found.assertions) &&
      typeof found.figures === 'object' &&
      [found.date, found.version, found.digest].every((each) => typeof each === 'string');
    return isWhole ? found : null;
  } catch {
    return null;
  }
}

/** @throws UsageError where this version reads errors in its model */
function reload({ models: [{ text, file }], set }: Question, report: string): Loaded {
  const settings = Object.fromEntries(Object.entries(set).map(([name, value]) => [name, String(value)]));
  const loaded = { source: { text, file }, set: settings, ...checkModel(text, { file, set }) };
  if (loaded.model === null)
    throw new UsageError(`the model in '${report}' has errors: ${new ModelError(file, loaded.diagnostics).message}`);
  return loaded;
}
