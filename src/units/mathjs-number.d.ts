import 'mathjs/number';

declare module 'mathjs/number' {
  /** Exported, and left out of mathjs's own types: the factory of its parser. */
  export const createParse: unknown;
}
