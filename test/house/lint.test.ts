import { ESLint } from 'eslint';
import { beforeAll, describe, expect, test } from 'vitest';
import { house, root } from './sources.ts';

const FLOATING = 'export const later = async () => 1;\nexport function begin() {\n  later();\n}\n';

describe('the linter', () => {
  let linter: ESLint;
  beforeAll(() => {
    linter = new ESLint({ cwd: root });
  });

  test('holds every .ts and .tsx of src and web against the rules that need types, as errors', async () => {
    const unheld: string[] = [];
    for (const file of house.sources) {
      const config = await linter.calculateConfigForFile(file);
      const [severity] = config?.rules?.['@typescript-eslint/no-floating-promises'] ?? [0];
      const isTyped = config?.languageOptions?.parserOptions?.projectService === true;
      if (severity !== 2 || !isTyped || config.rules['@typescript-eslint/no-explicit-any'][0] !== 2) unheld.push(file);
    }
    expect(unheld).toEqual([]);
  });

  test.each(['src/html/chapter.tsx', 'web/app.tsx', 'web/begin.ts'])('sees a promise that nobody waits for in %s', async (filePath) => {
    const [{ messages }] = await linter.lintText(FLOATING, { filePath });
    expect(messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([['@typescript-eslint/no-floating-promises', 3]]);
  });
});
