import type { Advice } from '../advice.ts';
import { nPlus, otherNotation } from '../language/notations.ts';
import { choiceSynonym } from '../language/synonyms.ts';
import { syntaxProblems } from '../source/faults.ts';
import { listInstead, mapInstead, namesInstead } from './instead.ts';
import { unknownKey } from './unknown-key.ts';

export const ADVICE: Advice = {
  syntax: syntaxProblems,
  unknownKey,
  mapInstead,
  namesInstead,
  listInstead,
  choice: choiceSynonym,
  spare: nPlus,
  notation: otherNotation,
};
