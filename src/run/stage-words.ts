import { byMode } from '../compile/program.ts';
import { QUORUM, STAGE } from '../engine/state.ts';

const STAGE_NAMES: Readonly<Record<number, string>> = {
  [STAGE.serving]: 'serving',
  [STAGE.detecting]: 'detecting',
  [STAGE.deciding]: 'deciding',
  [STAGE.waiting]: 'waiting',
  [STAGE.betweenAttempts]: 'between attempts',
  [STAGE.promoting]: 'promoting',
  [STAGE.redirecting]: 'redirecting',
  [STAGE.restoring]: 'restoring',
  [STAGE.uncoordinated]: 'waiting for a coordinator',
  [STAGE.inWork]: 'out for maintenance',
};
const QUORUM_NAMES: Readonly<Record<number, string>> = {
  [QUORUM.serving]: 'serving',
  [QUORUM.electing]: 'electing',
  [QUORUM.stopped]: 'stopped',
  // Without data a quorum is in a stage of those above.
  [STAGE.waiting]: 'waiting',
  [STAGE.restoring]: 'restoring',
};

/** How a mode's stages are called, and what is said as one begins. */
interface Stages {
  readonly names: Readonly<Record<number, string>>;
  words(to: StageBegun): string;
}

interface StageBegun {
  readonly stage: number;
  /** Members' names; undefined where nobody is. */
  readonly active: string | undefined;
  readonly target: string | undefined;
  readonly isPlanned: boolean;
  /** Though nothing had failed. */
  readonly isNeedless: boolean;
}

const restoring: Stages = { names: STAGE_NAMES, words: restoreWords };

/** [MODE] */
export const STAGES = byMode<Stages>({
  none: restoring,
  activeActive: restoring,
  activePassive: { names: STAGE_NAMES, words: failoverWords },
  sharded: restoring,
  quorum: { names: QUORUM_NAMES, words: (to) => (to.stage >= STAGE.waiting ? restoreWords(to) : quorumWords(to)) },
});

function restoreWords({ stage }: StageBegun): string {
  if (stage === STAGE.restoring) return 'restoring the data from a backup';
  return stage === STAGE.waiting
    ? 'all data are gone, waiting for a member to restore them to'
    : 'the data are there again';
}

function quorumWords({ stage, active: leader }: StageBegun): string {
  if (stage === QUORUM.serving) return `${leader} leads`;
  return stage === QUORUM.electing ? 'electing a leader' : 'too few members to serve';
}

function failoverWords({ stage, active, target, isPlanned, isNeedless }: StageBegun): string {
  switch (stage) {
    case STAGE.serving:
      return `${active} serves`;
    case STAGE.detecting:
      return `detecting the loss of ${active}`;
    case STAGE.deciding:
      return 'deciding on a failover';
    case STAGE.waiting:
      return 'waiting, nobody can take over';
    case STAGE.uncoordinated:
      return 'waiting for what the failover needs';
    case STAGE.betweenAttempts:
      return 'the failover failed, waiting to try again';
    case STAGE.promoting:
      if (isPlanned) return `switching back to ${target}`;
      return `promoting ${target}${isNeedless ? ', though nothing had failed' : ''}`;
    case STAGE.inWork:
      return `${active} is out for maintenance, and nobody is ready to take over`;
    case STAGE.restoring:
      return `restoring ${target} from a backup`;
    default:
      return `redirecting clients to ${active}`;
  }
}
