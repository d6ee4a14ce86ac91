import { describe, expect, it } from 'vitest';
import { renderDiagnostics } from '../../src/cli/diagnostics.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { width } from '../../src/report/index.ts';

const screen = { columns: 80, color: false };
const at = (line: number, column: number, message = 'is wrong', suggestion: string | null = null): Diagnostic => ({
  severity: 'error',
  message,
  line,
  column,
  path: '',
  suggestion,
});

describe('a diagnostic', () => {
  it('shows its line with a caret under the place', () => {
    const text = 'nines: 1\nservices:\n  web: { needs: [dbb] }\n';
    const shown = renderDiagnostics([at(3, 18, "unknown service 'dbb'", 'db')], { text, file: 'shop.yaml' }, screen);
    expect(shown).toBe(
      [
        "shop.yaml:3:18: error: unknown service 'dbb'",
        '   3 |   web: { needs: [dbb] }',
        '     |                  ^',
        '       = write: db',
        '',
        '1 error',
        '',
      ].join('\n'),
    );
  });

  it('of a --set is in no line of the text', () => {
    const set = { replicas: '4 h', other: '1' };
    const source = { text: 'nines: 1\n', file: 'shop.yaml' };
    const wrong = { ...at(1, 1, 'needs a plain number', '4'), path: 'parameters.replicas' };
    expect(renderDiagnostics([wrong], source, screen, set)).toBe('--set replicas=4 h: error: needs a plain number\n       = write: 4\n\n1 error\n');
    // The same parameter where it stands in the text, and another thing at the text's beginning.
    expect(renderDiagnostics([{ ...wrong, line: 3, column: 3 }], source, screen, set)).toContain('shop.yaml:3:3: error:');
    expect(renderDiagnostics([{ ...wrong, path: 'nines' }], source, screen, set)).toContain('shop.yaml:1:1: error:');
    expect(renderDiagnostics([wrong], source, screen)).toContain('shop.yaml:1:1: error:');
  });

  it('counts errors and warnings', () => {
    const shown = renderDiagnostics([at(1, 1), at(1, 2), { ...at(1, 1), severity: 'warning' }], { text: 'x', file: 'f' }, screen);
    expect(shown).toMatch(/\n2 errors, 1 warning\n$/);
    expect(renderDiagnostics([], { text: '', file: 'f' }, screen)).toBe('');
  });

  it('puts the caret right after tabs and wide characters', () => {
    const shown = renderDiagnostics([at(1, 5)], { text: '\t数据: bad', file: 'f' }, screen).split('\n');
    expect(shown[1].indexOf('bad') - shown[1].indexOf('数')).toBe(4);
    expect(shown[2]).toBe(`     | ${' '.repeat(2 + 2 * 2 + 1)}^`);
  });

  it('shows the part of a long line that matters, and no escapes', () => {
    const text = `${'x'.repeat(500)}\u001b[31mHERE${'y'.repeat(500)}`;
    const shown = renderDiagnostics([at(1, 506)], { text, file: 'a\u001bb' }, screen);
    expect(shown).toContain('HERE');
    expect(shown).not.toContain('\u001b');
    for (const line of shown.split('\n')) expect(width(line)).toBeLessThanOrEqual(80);
  });
});
