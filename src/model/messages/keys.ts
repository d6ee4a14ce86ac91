import { problem, quote } from '../../units/index.ts';
import { say, a } from './say.ts';

const FAILURE_MODE = ", as in 'failures: { outage: { mtbf: 30 days, mttr: 1 h } }' of a component";

/** What is wrong with the keys of a map. */
export const KEYS = {
  unknownKey: (key: string, of: string, suggestion: string | null, elsewhere: string | null) => {
    const unknown = `unknown key '${key}' in ${a(of)}`;
    if (elsewhere === null || suggestion !== null) return problem(unknown, suggestion);
    return say(`${unknown}: it belongs in ${a(elsewhere)}${elsewhere === 'failure mode' ? FAILURE_MODE : ''}`);
  },
  /** A word of the field for a key of the language, in this map or in another. */
  synonym: (key: string, of: string, meant: string) =>
    say(`unknown key '${key}' in ${a(of)}: here that is '${meant}'`, meant),
  placeSynonym: (key: string, of: string) =>
    say(
      `unknown key '${key}' in ${a(of)}: here that is 'in' for a list of domains, or 'across' for all of a ` +
        "kind, as in 'across: zone'",
      'in',
    ),
  synonymElsewhere: (key: string, of: string, meant: string, elsewhere: string) =>
    say(`unknown key '${key}' in ${a(of)}: '${meant}' says that, and belongs in ${a(elsewhere)}`),
  synonymLater: (key: string, word: string, what: string) =>
    say(`'${key}' is '${word}' here, which is not supported by this version of nines yet: ${what}`),
  later: (word: string, what: string) => say(`'${word}' is not supported by this version of nines yet: ${what}`),
  missingKey: (key: string, of: string, examples: readonly string[]) =>
    say(`'${key}' is missing in this ${of}${examples.length > 0 ? `, as in '${key}: ${examples[0]}'` : ''}`),
  missingVersion: () => say("the version of the language is missing: begin with 'nines: 1'", 'nines: 1'),
  wrongVersion: (got: string) =>
    say(`this is version 1 of the language, the model asks for ${quote(got)}: write 'nines: 1'`, '1'),
  badName: (what: string, name: string) =>
    say(
      `${quote(name)} cannot name ${a(what)}: a name is 1 to 100 characters, without control characters and ` +
        "without blanks at its ends (and not '__proto__')",
    ),
};
