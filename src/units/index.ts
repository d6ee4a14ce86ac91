export * from './dimension.ts';
export { ExpressionError } from './error.ts';
export { evaluate, isPlainZero } from './evaluate.ts';
export {
  change,
  changeRange,
  duration,
  figure,
  knownOf,
  margin,
  nines,
  number,
  part,
  percent,
  percentUp,
  range,
  roundText,
  runSeconds,
  whole,
} from './figure.ts';
export { formatDuration, formatMoney, formatNumber, formatPercent } from './format.ts';
export { expressionMessages } from './messages.ts';
export { type Hours, longestClosed, openShare, readHours, writeHours } from './hours.ts';
export { type FigureKind, kindText, scaleOf } from './kind.ts';
export { nearest } from './nearest.ts';
export { parseExpression } from './parse.ts';
export { type Parse, parsePlain } from './plain.ts';
export { complement } from './percent.ts';
export { problem, quote, type Problem, visible } from './problem.ts';
export type { Quantity } from './quantity.ts';
export { readQuantity } from './read-quantity.ts';
export { moneyScale, type Scale, SHARE_SCALE, TIME_SCALE } from './scale.ts';
export { EXPRESSION_LIMITS, FUNCTIONS, RESERVED_WORDS, type Expression } from './syntax.ts';
export { findUnit, isCurrencyCode, MONEY_SIGNS, SECONDS_PER_YEAR, UNIT_SLIPS, UNITS } from './table.ts';
export {
  writeData,
  writeDataPrice,
  writeFrequency,
  writeDataRate,
  writeMoneyRate,
  writeQuantity,
  writeShare,
  writeStoragePrice,
  writeTime,
} from './write.ts';
