import { problem, quote } from '../../units/index.ts';
import { say } from './say.ts';

/** What is wrong with experiments. */
export const EXPERIMENTS = {
  emptyExperiment: () =>
    say("an experiment needs something that happens: 'fail' or 'corrupt', as in 'fail: eu-west-1a'"),
  nothingToFail: (name: string) => say(`'${name}' has no members that could fail`),
  nothingToCorrupt: (name: string) => say(`'${name}' has no members whose data could be corrupted`),
  noneActive: (name: string, one: string) =>
    say(`every member of '${name}' serves, so there is no one active: strike one of them, as in '${one}'`, one),
  noSuchMember: (name: string, which: string, count: number) => {
    const members = count === 1 ? 'it has one,' : `its ${count} members are '${name}[0]' to`;
    return say(`'${name}' has no member ${quote(which)}: ${members} '${name}[${count - 1}]'`);
  },
  noSuchSite: (name: string, which: string, suggestion: string | null) =>
    problem(`'${name}' has no site ${quote(which)}`, suggestion === null ? null : `${name}[${suggestion}]`),
  noDuration: (text: string) =>
    say(`${quote(text)} has no failure mode from which to take how long it lasts: say it, as in 'for: 2 h'`),
  experimentTooLong: (years: string, limit: string) =>
    say(`the model is too large to run: an experiment over ${years} years, at most ${limit}`),
  tooManyBackups: (kept: string, limit: string) =>
    say(
      `the model is too large to run: about ${kept} backups kept at once, at most ${limit}: keep them for a ` +
        'shorter time, or make fewer',
    ),
  tooManyInjections: (limit: number) =>
    say(`the model is too large to run: its experiments strike more than ${limit} times`),
};
