import { plural } from '../fit/write-parameters.ts';
import type { Imported } from '../import/import.ts';
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
  const rows = questions.map(({ parameter, text, value, source }, i) => [
    String(i + 1),
    parameter,
    value,
    plainText(`${text} Default: ${source}.`),
  ]);
  const columns = [figures(''), words('parameter'), words('default'), words('question', { wraps: true })];
  const how = 'Answer with --set PARAMETER=VALUE, or in the model. nines explain says how much each moves the answer.';
  return { title: 'Questions', table: { columns, rows }, notes: [how] };
}

function leftSection(left: Imported['left']): Section[] {
  if (left.length === 0) return [];
  const rows = left.map(({ from, text }) => [plainText(from), plainText(text)]);
  const columns = [words('where'), words('what', { wraps: true })];
  return [{ title: 'Not in the model', table: { columns, rows } }];
}
