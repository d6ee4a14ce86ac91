import type { Command } from 'commander';
import type { BacktestCommandOptions } from './backtest.ts';
import { addCommon, addOutput, addSet, type Finish, MODEL, repeatable } from './command-options.ts';
import type { FitCommandOptions } from './fit.ts';

const LOG = 'CSV with start and, if known, end, noticed, service, cause; or - for standard input';

export function addFit(program: Command, finish: Finish): void {
  const fit = program
    .command('fit')
    .description('distributions from a log of incidents: how often, whether at a constant rate, how long')
    .argument('<log>', LOG)
    .addOption(repeatable('--members <service=n>', 'how many of a service there are: its MTBF is of one; repeatable'))
    .option('--parameters <file>', 'write what was found as parameters and components of a model');
  addOutput(addPeriod(fit)).action(async (file: string, options: FitCommandOptions) => {
    finish(await (await import('./fit.ts')).fit(file, options));
  });
}

export function addBacktest(program: Command, finish: Finish): void {
  const backtest = program
    .command('backtest')
    .description('what a model expected for the period of a log of incidents against what happened; drills likewise')
    .argument('<model>', MODEL)
    .argument('[log]', LOG)
    .addOption(
      repeatable(
        '--drill <name=time>',
        "the recovery time of a drill, by its experiment: 'lose-a-zone=140 s'; repeatable",
      ),
    );
  addCommon(backtest, ['seed']);
  addOutput(addSet(addPeriod(backtest))).action(
    async (file: string, log: string | undefined, options: BacktestCommandOptions) => {
      finish(await (await import('./backtest.ts')).backtest(file, log, options));
    },
  );
}

function addPeriod(command: Command): Command {
  return command
    .option('--from <day>', 'since when the log is kept, such as 2023-01-01 (default: its first incident)')
    .option('--until <day>', 'until when (default: the last moment in it)');
}
