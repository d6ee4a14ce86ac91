import type { ModelIdentity, RunFigures } from '../analysis/report.ts';
import { plainText } from './text.ts';

/** What a CI server counts: it passed, it failed, nobody can tell and that stops the build, or nobody can tell. */
export type CaseResult = 'passed' | 'failure' | 'error' | 'skipped';

export interface TestCase {
  /** What is tested in general, as `assertions`. */
  readonly group: string;
  readonly name: string;
  readonly result: CaseResult;
  /** What was found. */
  readonly message: string;
}

/**
 * JUnit XML, as Jenkins, GitLab and GitHub's reporters read it: one suite, a test case for each verdict. Ends with a
 * line break.
 */
export function renderJunit(
  { model, run }: { readonly model: ModelIdentity; readonly run: RunFigures },
  cases: readonly TestCase[],
): string {
  const count = (result: CaseResult) => cases.filter((each) => each.result === result).length;
  const counts = {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: run.seconds.toFixed(3),
  };
  const properties = {
    seed: run.seed,
    years: run.years,
    replications: run.replications,
    partial: run.partial,
    'model.sha256': model.sha256,
    version: run.version,
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'nines', ...counts })}>`,
    `  <testsuite${attributes({ name: model.name, ...counts })}>`,
    '    <properties>',
    ...Object.entries(properties).map(([name, value]) => `      <property${attributes({ name, value })}/>`),
    '    </properties>',
    ...cases.map((each) => testCase(model.name, each)),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase(model: string, { group, name, result, message }: TestCase): string {
  const open = `    <testcase${attributes({ classname: `${model}.${group}`, name, time: '0' })}`;
  if (result === 'passed') return `${open}>\n      <system-out>${escapeXml(message)}</system-out>\n    </testcase>`;
  return `${open}>\n      <${result}${attributes({ message })}/>\n    </testcase>`;
}

function attributes(values: Readonly<Record<string, string | number | boolean>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * Names come from a model that may be a stranger's: nothing in them is markup, and no character that XML forbids stays.
 */
function escapeXml(text: string): string {
  return plainText(text).replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
