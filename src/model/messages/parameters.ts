import { problem, quote } from '../../units/index.ts';
import { say } from './say.ts';

/** What is wrong with parameters. */
export const PARAMETERS = {
  unknownParameter: (name: string, suggestion: string | null) => problem(`unknown parameter '${name}'`, suggestion),
  parameterName: (name: string, suggestion: string | null) =>
    // The rest of a number: `1,000` inside { }.
    /^\d{3}$/.test(name)
      ? say(`a number has no commas: a comma ends a value here, and '${name}' stands alone`)
      : problem(
          `${quote(name)} cannot name a parameter: letters, digits and '_' can, beginning with a letter`,
          suggestion,
        ),
  parameterIsUnit: (name: string, suggestion: string) =>
    problem(`a parameter cannot be called '${name}', which is a unit: give it another name`, suggestion),
  parameterIsReserved: (name: string, suggestion: string) =>
    problem(
      `a parameter cannot be called '${name}', which has a meaning in expressions: give it another name`,
      suggestion,
    ),
  parameterCycle: (names: readonly string[]) =>
    say(`parameters depend on each other in a circle: ${names.join(' → ')}`),
  parameterChain: (limit: number) => say(`parameters use each other over more than ${limit} steps`),
  parameterIsDistribution: (name: string) =>
    say(`'${name}' is a distribution, which is a whole value by itself and cannot be part of an expression`),
  tooManyParameters: (limit: number) => say(`too many parameters (at most ${limit})`),
  parameterBound: (name: string, bound: string, unit: string, got: string) =>
    say(`'${bound}' of the parameter '${name}' has to be ${unit} as well, not ${got}`),
  parameterBoundOfDistribution: (name: string, bound: string) =>
    say(`'${name}' is a distribution, and lies between no two values: take '${bound}' out`),
  parameterBoundIsDistribution: (name: string, bound: string) =>
    say(`'${bound}' of the parameter '${name}' has to be one quantity, not a distribution`),
  parameterRange: (from: string, to: string) => say(`'from' (${from}) has to be below 'to' (${to})`),
  parameterBelow: (value: string, from: string) => say(`the value (${value}) is below 'from' (${from})`),
  parameterAbove: (value: string, to: string) => say(`the value (${value}) is above 'to' (${to})`),
  rangeOfDistributions: (text: string) =>
    say(`${quote(text)}: a range lies between two quantities, not between distributions, as in '1 year to 8 years'`),
  rangeOfTwoKinds: (text: string, from: string, to: string) =>
    say(`${quote(text)} begins with ${from} and ends with ${to}: both have to be of one kind`),
  rangeOrder: (text: string, isNothing: boolean) =>
    say(
      isNothing
        ? `${quote(text)} begins at 0 or below: a range says of what is above 0 that nine chances in ten lie within it`
        : `${quote(text)} does not go upwards: the smaller end comes first`,
    ),
  setDimension: (name: string, unit: string, got: string, suggestion: string | null) =>
    problem(`the parameter '${name}' is ${unit}, and cannot be set to ${got}`, suggestion),
};
