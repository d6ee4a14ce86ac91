import { say } from './say.ts';

/** What is wrong with what members need near them. */
export const NEEDS = {
  needOfNobody: () =>
    say("a need is a name, '{ any-of: [a, b] }' or '{ service: a, within: zone }': give 'service' and 'within'"),
  serviceAndAnyOf: () => say("'any-of' names whom it needs already: leave 'service' out, or make it a need of its own"),
  withinAnyOf: () =>
    say("'within' of 'any-of' is not supported by this version of nines yet: leave it out, or name one 'service'"),
  needsAndWithin: (name: string) => say(`needs '${name}' as a whole as well: leave one of the two out`),
  withinOfNobody: (name: string) =>
    say(`'within' is said of members, and '${name}' has none of its own: need it as a whole, by its name`),
  withinLater: (name: string, mode: string) =>
    say(
      `'within' is not supported by this version of nines yet for '${name}' of 'mode: ${mode}': not all of its ` +
        'members serve, so need it as a whole, by its name',
    ),
  withinMoves: () =>
    say("'within' beside 'reschedule' is not supported by this version of nines yet: leave one of them out"),
  withinLoad: (name: string) =>
    say(`'within' is not supported by this version of nines yet for '${name}', which has a 'load': leave one out`),
  withinNowhere: (name: string, kind: string, isThere: boolean) =>
    say(
      isThere
        ? `'${name}' has members that are in no ${kind}: spread them, as in 'across: ${kind}'`
        : `there is no domain of kind '${kind}'`,
    ),
  withinBare: (needed: string, domain: string, name: string) =>
    say(`'${needed}' has no member in '${domain}', where '${name}' has some, which nobody would ever serve: add one`),
};
