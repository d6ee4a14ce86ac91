import { say, TIME_EXAMPLES } from './say.ts';

/** What is wrong with a distribution. */
export const DISTRIBUTIONS = {
  argumentCount: (name: string, signature: string, got: number) =>
    say(`'${name}' is written '${signature}', got ${got} ${got === 1 ? 'value' : 'values'}`),
  argumentTime: (name: string, argument: string, got: string) =>
    say(`the ${argument} of '${name}' needs ${TIME_EXAMPLES}, got ${got}`),
  argumentPlain: (name: string, argument: string, got: string) =>
    say(`the ${argument} of '${name}' needs a plain number, got ${got}`),
  argumentNegative: (name: string, argument: string) => say(`the ${argument} of '${name}' cannot be negative`),
  argumentPositive: (name: string, argument: string) => say(`the ${argument} of '${name}' has to be above 0`),
  argumentOrder: (name: string, less: string, more: string) => say(`in '${name}' the ${less} is above the ${more}`),
  shapeRange: (name: string, min: number, max: number) =>
    say(`the shape of '${name}' has to be between ${min} and ${max}`),
  distributionFault: (name: string, fault: string) => say(`'${name}': ${fault}`),
  meanNotFinite: (name: string) => say(`this '${name}' has no finite mean`),
  zeroMean: () => say('the time between failures has to be above 0'),
};
