import { Command, Option } from 'commander';
import { VERSION } from '../version.ts';
import type { ArithmeticOptions } from './arithmetic.ts';
import type { CheckOptions } from './check.ts';
import type { CompareOptions } from './compare.ts';
import type { ExperimentOptions } from './experiment.ts';
import type { ExplainOptions } from './explain.ts';
import type { ImportOptions } from './import.ts';
import type { McpOptions } from './mcp.ts';
import type { LimitCommandOptions } from './limit.ts';
import type { MergeOptions } from './merge.ts';
import type { AttachOptions } from './on.ts';
import type { OptimizeOptions } from './optimize.ts';
import { addBacktest, addFit } from './commands-of-logs.ts';
import {
  addCommon,
  addHere,
  addOutput,
  addPlain,
  addSet,
  type Finish,
  MODEL,
  MODELS,
  repeatable,
  WITHIN,
} from './command-options.ts';
import { METHODS } from '../run/options.ts';
import { FORMATS, VERDICT_FORMATS } from './formats.ts';
import type { PlanOptions } from './plan.ts';
import type { RunOptions } from './run.ts';
import type { SweepOptions } from './sweep.ts';
import type { VerifyOptions } from './verify.ts';
import type { WorkOptions } from './work.ts';

const SIMULATION = ['years', 'seed', 'precision', 'maxTime', 'workers', 'part', 'on', 'detach'] as const;

/**
 * The commands and their options. Each command's code is loaded when it is called for, so that `--version` and
 * `--help` answer at once.
 * @param finish gets the exit code of the command that ran
 */
export function commandLine(finish: Finish): Command {
  const program = new Command('nines')
    .description(
      "What a topology's availability, recovery time, data loss and cost will really be, before it is built.",
    )
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .exitOverride()
    .configureOutput({ outputError: () => undefined });

  for (const add of [
    addRun,
    addCompare,
    addSweep,
    addOptimize,
    addLimit,
    addExperiment,
    addExplain,
    addMerge,
    addWork,
    addAttach,
    addCheck,
    addFit,
    addBacktest,
    addImport,
    addPlan,
    addVerify,
    addArithmetic,
    addMcp,
  ])
    add(program, finish);
  return program;
}

function addRun(program: Command, finish: Finish): void {
  const run = program.command('run').description('simulate a model and print the report').argument('<model>', MODEL);
  addCommon(run, SIMULATION);
  addSet(run)
    .addOption(
      repeatable('--assert <assertion>', "exit 1 if it fails, 2 if undecided: 'availability >= 99.95%'; repeatable"),
    )
    .addOption(
      new Option('--method <method>', 'auto: also meet what is rare in copies of states, where that is proved to hold')
        .choices(METHODS)
        .default('plain', 'plain'),
    )
    .option(
      '--experiments',
      "make the model's experiments as well, and say where one misses what the run meets (default with --format html)",
    )
    .option('--no-experiments', 'leave them out');
  addOutput(run, VERDICT_FORMATS).action(async (file: string, options: RunOptions) => {
    finish(await (await import('./run.ts')).run(file, options));
  });
}

function addCompare(program: Command, finish: Finish): void {
  const compare = program
    .command('compare')
    .description('let two or more models live through the same history; print their differences with their intervals')
    .argument('<models...>', MODELS);
  addCommon(compare, SIMULATION, {
    years: 'years to simulate (default: the most that a model asks for)',
    seed: "names the random numbers (default: the first model's)",
    precision: `run until each interval's half-width ${WITHIN}`,
  });
  addPlain(compare);
  addSet(compare).addOption(
    repeatable('--assert <assertion>', 'as of run, held against each model: exit 1 if it fails for any; repeatable'),
  );
  addOutput(compare).action(async (files: string[], options: CompareOptions) => {
    finish(await (await import('./compare.ts')).compare(files, options));
  });
}

function addSweep(program: Command, finish: Finish): void {
  const sweep = program
    .command('sweep')
    .description('simulate a model over a grid of one or two of its parameters; print a line for each point')
    .argument('<model>', MODEL)
    .addOption(
      repeatable(
        '--vary <name=values>',
        "what to vary: 'detect=10 s..5 min:8' (8 values from end to end; default: 5), " +
          "'web_replicas=3,4,6', or a name alone where the model says from and to; once or twice",
      ),
    )
    .option(
      '--solve <assertion>',
      'find where in a range it begins to fail, or to hold, to a 128th of it (of FROM..TO:N to an Nth): ' +
        "'availability >= 99.95%'",
    );
  addCommon(sweep, SIMULATION, {
    years: "years to simulate at each point (default: the model's; --solve may take 16 times as many)",
    seed: "names the random numbers, the same at all points (default: the model's)",
    precision: `run each point until its interval's half-width ${WITHIN}`,
    maxTime: 'end after this time, shared out evenly among the points, with what there is',
  });
  addPlain(sweep);
  addOutput(addSet(sweep))
    .addHelpText(
      'after',
      '\nWith --format json and -o FILE each finished point is kept there: the same command goes on where it ' +
        'was interrupted.',
    )
    .action(async (file: string, options: SweepOptions) => {
      finish(await (await import('./sweep.ts')).sweep(file, options));
    });
}

function addOptimize(program: Command, finish: Finish): void {
  const optimize = program
    .command('optimize')
    .description(
      'find the best of a grid of parameters, or of several models, subject to constraints; print the ' +
        'frontier of cost against availability',
    )
    .argument('<models...>', MODELS)
    .addOption(
      repeatable(
        '--vary <name=values>',
        "what to vary, as for sweep: 'web_replicas=3..8:6', 'detect=10 s,30 s'; repeatable " +
          '(default: of one model its decisions)',
      ),
    )
    .addOption(
      repeatable(
        '--subject-to <assertion>',
        "what has to hold: 'availability >= 99.95%', 'rto.p95 <= 15 min'; repeatable",
      ),
    )
    .option('--minimize <figure>', 'what is to be least (default: cost.total)')
    .option('--maximize <figure>', 'what is to be most, such as availability')
    .option(
      '--indifference <difference>',
      'smaller differences do not matter: a share of the best, or an amount such as 500 USD (default: 1%)',
    )
    .option('--tolerance <share>', 'that near to a goal, either answer will do (default: 5% of it)');
  addCommon(optimize, ['years', 'seed', 'maxTime', 'workers', 'on'], {
    years: 'the most years that one candidate may take (default: 16 times what the models ask for)',
    seed: "names the random numbers, the same for all candidates (default: the first model's)",
    maxTime: 'end after this time with what is decided by then, such as 5min',
  });
  addHere(optimize);
  addOutput(addSet(optimize))
    .addHelpText(
      'after',
      '\nExits with 0 where the best is found, 1 where no candidate is feasible, 2 where that stays undecided.',
    )
    .action(async (files: string[], options: OptimizeOptions) => {
      finish(await (await import('./optimize.ts')).optimize(files, options));
    });
}

function addLimit(program: Command, finish: Finish): void {
  const limit = program
    .command('limit')
    .description(
      'find the smallest fleet that survives the loss of a zone at the busiest hour, and the highest load that the ' +
        'fleet there is survives it at, cascades included',
    )
    .argument('<model>', MODEL)
    .argument('[services...]', "which services (default: all with a 'load')")
    .option('--share <share>', 'of the busiest hours that has to be answered with a zone gone (default: 95%)');
  addCommon(limit, ['years', 'seed', 'maxTime', 'workers'], {
    years: 'years of each value that is tried; 16 times as many where it is close (default: 2)',
  });
  addOutput(addSet(limit)).action(async (file: string, services: string[], options: LimitCommandOptions) => {
    finish(await (await import('./limit.ts')).limit(file, services, options));
  });
}

function addExperiment(program: Command, finish: Finish): void {
  const experiment = program
    .command('experiment')
    .description(
      "make a model's experiments: what follows if this fails now? Prints a row for each: recovered, how " +
        'soon, what was lost',
    )
    .argument('<model>', MODEL)
    .argument('[names...]', 'which experiments (default: all)')
    .option('--runs <n>', 'how often each is made (default: 10000)');
  addCommon(experiment, ['seed', 'maxTime', 'workers', 'part', 'on', 'detach'], {
    maxTime: 'end after this time with the runs there are, such as 30s',
  });
  addOutput(addSet(experiment), VERDICT_FORMATS).action(
    async (file: string, names: string[], options: ExperimentOptions) => {
      finish(await (await import('./experiment.ts')).experiment(file, names, options));
    },
  );
}

function addExplain(program: Command, finish: Finish): void {
  const explain = program
    .command('explain')
    .description(
      'simulate a model and print why: what each reality takes off the bare arithmetic, what takes it down, ' +
        'what each input does to downtime and cost',
    )
    .argument('<model>', MODEL)
    .option('--factor <n>', 'by what each input is divided and multiplied (default: 2)')
    .option('--no-sensitivity', 'leave the inputs as they are')
    .option('--patterns', 'try the patterns that fit the model: what each would buy, the best first', false);
  addCommon(explain, ['years', 'seed', 'maxTime', 'workers', 'on'], {
    years: "years to simulate (default: the model's; all inputs together get five times as many)",
    maxTime: 'end after this time with what there is, the weightiest inputs first',
  });
  addHere(explain);
  addOutput(addSet(explain)).action(async (file: string, options: ExplainOptions) => {
    finish(await (await import('./explain.ts')).explain(file, options));
  });
}

function addMerge(program: Command, finish: Finish): void {
  const merge = program
    .command('merge')
    .description('put the parts of one study together; print the report that one machine would have printed')
    .argument('<parts...>', 'files that --part K/N -o FILE has written, in any order');
  addOutput(merge, VERDICT_FORMATS).action(async (files: string[], options: MergeOptions) => {
    finish(await (await import('./merge.ts')).merge(files, options));
  });
}

function addWork(program: Command): void {
  program
    .command('work')
    .description('simulate what is asked for at a queue (--on), until Ctrl-C')
    .argument('<url>', 'its Redis, such as redis://host:6379, or rediss://:password@host for TLS')
    .option('--workers <n>', 'threads (default: one for each core)')
    .option('--patience <time>', 'a worker that is silent for so long has lost its batches to others', '30 s')
    .option('--task-time <time>', 'what takes longer is given up: a second or so is usual', '10 min')
    .option('--quiet', 'say nothing', false)
    .action(async (url: string, options: WorkOptions) => {
      await (await import('./work.ts')).work(url, options);
    });
}

function addAttach(program: Command, finish: Finish): void {
  const attach = program
    .command('attach')
    .description('wait for what was left on a queue with --detach; print its report')
    .argument('<id>', 'what --detach printed')
    .requiredOption('--on <url>', 'the queue');
  addOutput(attach, VERDICT_FORMATS).action(async (id: string, options: AttachOptions) => {
    finish(await (await import('./on.ts')).attach(id, options));
  });
}

function addCheck(program: Command, finish: Finish): void {
  const check = program
    .command('check')
    .description(
      "a model's errors and warnings, its single points of failure, its arithmetic availability; simulates nothing",
    )
    .argument('<model>', MODEL)
    .option('--expand', 'print the model with everything it leaves unsaid', false);
  addOutput(addSet(check)).action(async (file: string, options: CheckOptions) => {
    finish(await (await import('./check.ts')).check(file, options));
  });
}

function addPlan(program: Command, finish: Finish): void {
  const plan = program
    .command('plan')
    .description("write the disaster-recovery plan: the field's template, filled from the model and its figures")
    .argument('<model>', MODEL);
  addCommon(plan, ['years', 'seed', 'maxTime', 'workers']);
  addOutput(addSet(plan), ['markdown', 'html'], 'markdown').action(async (file: string, options: PlanOptions) => {
    finish(await (await import('./plan.ts')).plan(file, options));
  });
}

function addVerify(program: Command, finish: Finish): void {
  const verify = program
    .command('verify')
    .description('run a report again that was written with --format html: does it still say the same?')
    .argument('<report>', 'its file');
  addCommon(verify, ['workers'])
    .option('--quiet', 'no progress', false)
    .addHelpText('after', '\nExits with 0 where it says the same, 1 where it does not.')
    .action(async (file: string, options: VerifyOptions) => {
      finish(await (await import('./verify.ts')).verify(file, options));
    });
}

function addImport(program: Command, finish: Finish): void {
  const command = program
    .command('import')
    .description('a model and its questions from Terraform, Kubernetes, Patroni, docker-compose, or HAProxy')
    .argument('<files...>', 'configuration; of Terraform what terraform show -json prints; one may be -')
    .option('--model <file>', 'write the model there');
  addOutput(
    command,
    FORMATS.filter((format) => format !== 'csv'),
  ).action(async (files: string[], options: ImportOptions) => {
    finish(await (await import('./import.ts')).importConfiguration(files, options));
  });
}

function addMcp(program: Command, finish: Finish): void {
  program
    .command('mcp')
    .description(
      'the same for agents, by the Model Context Protocol on standard input and output; reads no file of yours',
    )
    .option('--page <url>', "the page's address: answers then link to the model there")
    .action(async (options: McpOptions) => {
      finish(await (await import('./mcp.ts')).mcp(options));
    });
}

function addArithmetic(program: Command, finish: Finish): void {
  const arithmetic = program
    .command('arithmetic')
    .description(
      'the nines arithmetic: series(A, B), parallel(A, n), kofn(k, n, A), availability(MTBF, MTTR), ' +
        'downtime(TIME/year)',
    )
    .argument('<expressions...>', "such as 'series(99.9%, parallel(99.95%, 2))' or '3.5 nines'");
  addOutput(
    arithmetic,
    FORMATS.filter((format) => format !== 'html'),
  ).action(async (expressions: string[], options: ArithmeticOptions) => {
    finish(await (await import('./arithmetic.ts')).arithmetic(expressions, options));
  });
}
