import { type Command, Option } from 'commander';
import { UsageError } from './exit.ts';
import { FORMATS, type VerdictFormat } from './formats.ts';

export const MODEL = "the model's file, or - for standard input";
export const MODELS = 'their files; one of them may be - for standard input';

export const WITHIN = 'is within this share of the unavailability, such as 5%';

/** The options that commands have in common, as `readCommon` reads them, in the words that fit most of them. */
const COMMON = {
  years: ['--years <n>', "years to simulate (default: the model's)"],
  seed: ['--seed <s>', "names the random numbers (default: the model's)"],
  precision: ['--precision <share>', `run until the interval's half-width ${WITHIN}`],
  maxTime: ['--max-time <time>', 'end after this time with what there is, such as 30s'],
  workers: ['--workers <n>', 'threads; 0: none beside the main one (default: one for each core)'],
  part: ['--part <k/n>', 'simulate the k-th of n parts, and write it to -o FILE for nines merge'],
  on: ['--on <url>', 'simulate on the workers of a queue (nines work), such as redis://host:6379'],
  detach: ['--detach', 'with --on: leave it there, and print what nines attach takes'],
} as const;

export type Finish = (exitCode: number) => void;

/** @param words where those that fit most commands do not fit this one */
export function addCommon(
  command: Command,
  options: readonly (keyof typeof COMMON)[],
  words: Partial<Record<keyof typeof COMMON, string>> = {},
): Command {
  for (const option of options) {
    const [flags, description] = COMMON[option];
    command.option(flags, words[option] ?? description);
  }
  return command;
}

/** What is refused in words of its own, and not as unknown. */
export function addHere(command: Command): void {
  for (const flags of ['--part <k/n>', '--detach']) command.addOption(new Option(flags).hideHelp());
}

/** The same of a method beside the plain one: what copies of two models come to has nothing in common. */
export function addPlain(command: Command): void {
  const method = new Option('--method <method>').hideHelp().argParser((value: string) => {
    if (value === 'plain') return value;
    throw new UsageError(
      "'--method auto' is for run: copies are struck of each model by itself, so that a difference of theirs has a " +
        'wider interval than that of plain years, which the models live side by side. Leave it out.',
    );
  });
  command.addOption(method);
}

export function addSet(command: Command): Command {
  return command.addOption(repeatable('--set <name=value>', 'give a parameter another value; repeatable'));
}

export function addOutput(
  command: Command,
  formats: readonly VerdictFormat[] = FORMATS,
  otherwise: VerdictFormat = 'table',
): Command {
  return command
    .addOption(
      new Option('--format <format>', `one of ${formats.join(', ')}`).choices(formats).default(otherwise, otherwise),
    )
    .option('-o, --output <file>', 'write to a file instead of standard output')
    .option('--quiet', 'no progress, no warnings, no notices', false);
}

export function repeatable(flags: string, description: string): Option {
  return new Option(flags, description)
    .argParser((value: string, before: string[]) => [...before, value])
    .default([], 'none');
}
