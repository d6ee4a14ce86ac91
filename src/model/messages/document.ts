import { problem, quote } from '../../units/index.ts';
import { say } from './say.ts';

/** What is wrong with a document before its meaning. */
export const DOCUMENT = {
  more: (count: number) => say(`… and ${count} more`),
  documentTooLong: (length: number, limit: number) =>
    say(`the model is too large: ${length} characters, at most ${limit}`),
  documentTooDeep: (limit: number) => say(`the model is nested too deeply (at most ${limit} levels)`),
  tooManyAliases: (limit: number) => say(`aliases repeat too much (at most ${limit} values in all)`),
  unknownAlias: (name: string) => say(`'*${name}' stands for nothing: no '&${name}' above it`),
  severalDocuments: () => say('a model is one document: remove what follows this line'),
  notYaml: (why: string) => say(`this is not YAML: ${why}`),
  brackets: (text: string) =>
    say(`this is not YAML: brackets have a meaning of their own: put quotes around '${text}'`, `'${text}'`),
  closeColon: (typed: string, meant: string) =>
    say(`a blank is missing after the colon: in place of ${quote(typed)} write '${meant}'`, meant),
  keyWithoutColon: (word: string, suggestion: string | null) =>
    problem(
      `this is not YAML: ${quote(word)} stands where a key has to, which has a colon and a value behind it`,
      suggestion,
    ),
  unreadable: (text: string) => say(`${text} is neither text nor a number nor true or false`),
  empty: () => say("the model is empty: it begins with 'nines: 1'", 'nines: 1'),
  notAMap: () => say("a model is a map of keys such as 'services:'"),
  complexKey: () => say('a key has to be plain text'),
  duplicateKey: (key: string, line: number) => say(`'${key}' is given twice (first in line ${line})`),
  mergeKey: () => say("'<<' (merging maps) is not part of the language: write the keys out, or use parameters"),
  unquotedComma: (meant: string) =>
    say(`inside { } and [ ] a comma ends a value: put quotes around '${meant}'`, `'${meant}'`),
  tornNumber: (typed: string, meant: string) =>
    say(
      `a comma ends a value here, and numbers have none in them: in place of ${quote(typed)} write '${meant}'`,
      meant,
    ),
};
