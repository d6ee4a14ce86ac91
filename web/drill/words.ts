import type { StageName, Stages } from '../../src/analysis/report.ts';
import type { ExperimentLife } from '../../src/run/experiment-life.ts';
import type { Injection, Model } from '../../src/model/model.ts';
import { duration } from '../../src/units/figure.ts';
import { linksNamed } from '../../src/model/network.ts';
import { formatDuration } from '../../src/units/format.ts';
import type { ExperimentAsk } from '../desk/types.ts';
import { STAGE_NAMES, stageSeconds } from '../../src/analysis/stages.ts';
import { timeWords } from '../../src/topology/words.ts';
import { repairOfText } from './targets.ts';

/** What is done: `fail us-east-1 for 1 day, its data lost`; of an experiment of the model its name. */
export function askWords(ask: ExperimentAsk, model: Model): string {
  if ('experiment' in ask) return ask.experiment;
  const { fail = [], corrupt = [], forSeconds, losesData } = ask;
  const repair = forSeconds === null ? repairOfText(model, fail[0]) : null;
  const time =
    forSeconds !== null ? ` for ${formatDuration(forSeconds)}` : repair === null ? '' : ` for ${timeWords(repair)}`;
  const lost = losesData && fail.length > 0 ? ', its data lost' : '';
  const parts = [
    fail.length > 0 ? `${linksNamed(model, fail[0]).length > 0 ? 'cut' : 'fail'} ${fail.join(', ')}${time}${lost}` : '',
    corrupt.length > 0 ? `drop the data of ${corrupt.join(', ')}` : '',
  ];
  return parts.filter((part) => part !== '').join('; ');
}

/** What an experiment of the model does, step by step. */
export function stepsWords(steps: readonly Injection[]): string {
  return steps.map(stepWords).join('; ');
}

function stepWords({ target, delaySeconds, down, losesData }: Injection): string {
  const after = delaySeconds > 0 ? `after ${formatDuration(delaySeconds)} ` : '';
  if (target.kind === 'corrupt') return `${after}drop the data of ${target.text}`;
  const what = `${target.kind === 'link' ? 'cut' : 'fail'} ${target.text}`;
  return `${after}${what} for ${timeWords(down)}${losesData ? ', its data lost' : ''}`;
}

/** Seconds since the fault for reading: `0 s`, `52 s`, `12 min 30 s`, `1 day 2 h`. */
export function since(seconds: number): string {
  const step = seconds < 10 ? 0.1 : seconds < 3600 ? 1 : seconds < 86_400 ? 60 : 3600;
  return duration(Math.round(seconds / step) * step);
}

interface StagePart {
  readonly name: StageName;
  readonly seconds: number;
  /** Of all of them. */
  readonly share: number;
}

/** The stages that took any time. */
export function stageParts(stages: Stages): StagePart[] {
  const total = STAGE_NAMES.reduce((sum, name) => sum + stageSeconds(stages, name), 0);
  return STAGE_NAMES.filter((name) => stageSeconds(stages, name) > 0).map((name) => ({
    name,
    seconds: stageSeconds(stages, name),
    share: stageSeconds(stages, name) / total,
  }));
}

/**
 * What goes on after so many events: the latest stage, and how the entry fares.
 * `db: promoting db[1]. web is down.`
 */
export function sentenceAt(
  { events, structure, names, start }: Pick<ExperimentLife, 'events' | 'structure' | 'names' | 'start'>,
  count: number,
): string {
  const entry = names.services[structure.entry];
  let answer = start.answers[structure.entry];
  let stage = '';
  let fault = '';
  for (let i = count - 1; i >= 0 && stage === ''; i--)
    if (events[i].kind === 'stage' || events[i].kind === 'wait') stage = events[i].text;
  for (let i = count - 1; i >= 0; i--) {
    if (events[i].kind === 'service' && events[i].index === structure.entry) {
      answer = events[i].value;
      break;
    }
  }
  if (stage === '')
    for (let i = 0; i < count && fault === ''; i++)
      if (events[i].state === 'down' && events[i].kind !== 'service') fault = events[i].text;
  const fares =
    answer < structure.downBelow ? `${entry} is down.` : answer < 1 ? `${entry} answers some.` : `${entry} answers.`;
  if (count === 0) return `Just before the fault. ${fares}`;
  return [stage || fault, fares]
    .filter((part) => part !== '')
    .map((part) => (part.endsWith('.') ? part : `${part}.`))
    .join(' ');
}

/** What a drill of the model's own does; empty for one that it does not have. */
export function experimentWords(model: Pick<Model, 'experiments'>, name: string): string {
  const found = model.experiments.find((experiment) => experiment.name === name);
  return found === undefined ? '' : stepsWords(found.steps);
}
