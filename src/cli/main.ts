/** The `nines` command. */
import { CommanderError } from 'commander';
import { plainText } from '../report/text.ts';
import { NothingToReport } from '../run/nothing.ts';
import { commandLine } from './command-line.ts';
import { EXIT, OutputError, UsageError } from './exit.ts';
import { watchOutput } from './output.ts';

watchOutput();
try {
  await commandLine((exitCode) => (process.exitCode = exitCode)).parseAsync();
} catch (error) {
  process.exitCode = complain(error);
}

function complain(error: unknown): number {
  if (error instanceof CommanderError) {
    // Help and version come this way too, and have been printed.
    if (error.exitCode === 0) return EXIT.ok;
    if (error.code !== 'commander.help')
      process.stderr.write(`nines: ${lines(error.message.replace(/^error: /, ''))}\n`);
    return EXIT.usage;
  }
  if (error instanceof UsageError || error instanceof OutputError) {
    process.stderr.write(`nines: ${lines(error.message)}\n`);
    return error instanceof UsageError ? EXIT.usage : EXIT.internal;
  }
  if (error instanceof NothingToReport) {
    process.stderr.write(`nines: ${error.message}\n`);
    return EXIT.undecided;
  }
  process.stderr.write(
    'nines: internal fault, please report it: ' +
      `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return EXIT.internal;
}

/** Arguments come back in messages: not as terminal escapes. */
function lines(message: string): string {
  return message.split('\n').map(plainText).join('\n');
}
