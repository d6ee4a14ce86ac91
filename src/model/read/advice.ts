import type { Advice } from '../advice.ts';
import { nPlus, otherNotation, periodOf, timeBetweenOf } from '../language/notations.ts';
import { choiceSynonym, keySynonyms } from '../language/synonyms.ts';
import { meantMap } from './meant-map.ts';

export const ADVICE: Advice = {
  keys: keySynonyms,
  choice: choiceSynonym,
  map: meantMap,
  period: periodOf,
  timeBetween: timeBetweenOf,
  spare: nPlus,
  notation: otherNotation,
};
