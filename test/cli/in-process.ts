import { afterEach, beforeEach, vi } from 'vitest';
import { commandLine } from '../../src/cli/command-line.ts';

/** The command in the test's own process; what it prints on standard output is kept until the next test, or until it is forgotten. */
export function inProcess(): { readonly nines: (...args: string[]) => Promise<number>; readonly printed: () => string; readonly forget: () => void } {
  let printed = '';
  beforeEach(() => {
    printed = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text, ...rest) => {
      printed += String(text);
      for (const each of rest as unknown[]) if (typeof each === 'function') (each as () => void)();
      return true;
    });
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  });
  afterEach(() => void vi.restoreAllMocks());
  return {
    async nines(...args) {
      let code = NaN;
      await commandLine((exitCode) => (code = exitCode)).parseAsync(args, { from: 'user' });
      return code;
    },
    printed: () => printed,
    forget: () => void (printed = ''),
  };
}
