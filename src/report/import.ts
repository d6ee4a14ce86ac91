import { plural } from '../fit/write-parameters.ts';
import type { Imported } from '../import/import.ts';
import { duration } from '../units/figure.ts';
import { figures, type Section, words } from './section.ts';
import type { Sheet } from './sheet.ts';
import { plainText } from './text.ts';

/** What an import asks, what it left out, and the model. */
export function importSheet({ questions, left, model }: Imported): Sheet {
  const open = plural(questions.length, 'question');
  const missing =
    left.length === 0 ? '' : `, and ${plural(left.length, 'thing')} of the files that the model does not have`;
  return {
    title: 'Imported',
    answer: `A model with ${open}${missing}.`,
    sections: () => [questionSection(questions), ...leftSection(left)],
    text: { title: 'The model', yaml: model },
  };
}

function questionSection(questions: Imported['questions']): Section {
  const isWeighed = questions.some(({ moves }) => moves !== undefined);
  const rows = questions.map(({ parameter, text, value, source, moves }, i) => [
    String(i + 1),
    parameter,
    value,
    ...(isWeighed ? [movesText(moves)] : []),
    plainText(`${text} Default: ${source}.`),
  ]);
  const columns = [
    ...[figures(''), words('parameter'), words('default')],
    ...(isWeighed ? [figures('moves by', { longName: 'from half to twice moves downtime by' })] : []),
    words('question', { wraps: true }),
  ];
  const how = [
    'Answer with --set PARAMETER=VALUE, or in the model.',
    ...(isWeighed ? ['What moves most is worth asking first: down a year from half of the default to twice it.'] : []),
  ];
  return { title: 'Questions', table: { columns, rows }, notes: how };
}

function movesText(moves: Imported['questions'][number]['moves']): string {
  return moves === null || moves === undefined ? '–' : duration(Math.abs(moves.high - moves.low), null);
}

function leftSection(left: Imported['left']): Section[] {
  if (left.length === 0) return [];
  const rows = left.map(({ from, text }) => [plainText(from), plainText(text)]);
  const columns = [words('where'), words('what', { wraps: true })];
  return [{ title: 'Not in the model', table: { columns, rows } }];
}
