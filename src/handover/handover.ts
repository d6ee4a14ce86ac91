import { planFacts } from '../analysis/plan-facts.ts';
import { type FigureKey, REPORT_FIGURES } from '../analysis/report-figures.ts';
import type { Loss, Report } from '../analysis/report.ts';
import type { Model } from '../model/model.ts';
import { sha256 } from '../model/sha256.ts';
import { type Finding, type Paint, plainText, renderJson, type Section, words } from '../report/index.ts';
import type { Question } from '../run/question.ts';
import { commandOf } from './command.ts';

/** What a report to hand over was made of, as it stands in its file. */
export interface Handover {
  readonly question: Question<'run'>;
  readonly assertions: readonly string[];
  readonly date: string;
  readonly quiet: boolean;
  readonly version: string;
  /** Wall clock, which is no figure. */
  readonly seconds: number;
  readonly workers: number;
  readonly partial: boolean;
  /** Of all figures, and the chief ones by their keys. */
  readonly digest: string;
  readonly figures: Readonly<Record<string, Loss | null>>;
}

export function handoverOf(
  report: Report,
  question: Question<'run'>,
  assertions: readonly string[],
  { date, quiet }: Pick<Handover, 'date' | 'quiet'>,
): Handover {
  const { version, seconds, workers, partial } = report.run;
  return {
    ...{ question, assertions, date, quiet, version, seconds, workers, partial },
    digest: digestOf(report),
    figures: figuresOf(report),
  };
}

/** Of everything in a report but the wall clock. */
function digestOf(report: Report): string {
  return sha256(renderJson({ ...report, run: { ...report.run, seconds: 0, workers: 0 } }));
}

function figuresOf(report: Report): Record<string, Loss | null> {
  return Object.fromEntries(
    (Object.keys(REPORT_FIGURES) as FigureKey[]).map((key) => [key, REPORT_FIGURES[key].read(report).value]),
  );
}

/** What a report does not know of the model that it is of. */
export interface Handed {
  readonly model: Model;
  readonly findings: readonly Finding[];
  /** How what was asserted came out, in the colours that it is given. */
  readonly outcomes: (paint: Paint) => readonly Section[];
}

/** The file: the report as one page, with what it was made of. */
export async function renderHandover(
  report: Report,
  { model, findings, outcomes }: Handed,
  handover: Handover,
): Promise<string> {
  const { HTML_PAINT, renderRunHtml } = await import('../html/index.ts');
  const { question, date } = handover;
  return renderRunHtml(report, {
    outcomes: outcomes(HTML_PAINT),
    findings,
    system: model,
    about: [...aboutModel(planFacts(model)), ...assumptions(question.models[0].text)],
    reproduction: {
      ...{ date, models: question.models },
      command: commandOf(question, handover.assertions, ['--format', 'html']),
      data: JSON.stringify(handover),
    },
  });
}

function aboutModel({ description, topology }: ReturnType<typeof planFacts>): Section[] {
  const columns = ['service', 'members', 'redundancy', 'where', 'needs'].map((name) => words(name));
  return [
    {
      title: 'The system',
      table: { columns, rows: topology.map((row) => row.map((cell) => plainText(cell))) },
      notes: description === '' ? [] : [plainText(description)],
    },
  ];
}

/** What stands behind a `#` in the model's text: where its figures come from. */
function assumptions(text: string): Section[] {
  const rows = text.split('\n').flatMap((line): string[][] => {
    const [, code, comment] = /^(.*\S)\s+#\s+(.+)$/.exec(line) ?? [];
    return comment === undefined || code.trimStart().startsWith('#')
      ? []
      : [[plainText(code.trim()), plainText(comment)]];
  });
  if (rows.length === 0) return [];
  const columns = [words('in the model'), words('source, or assumption')];
  return [{ title: 'Assumptions and sources', table: { columns, rows } }];
}
