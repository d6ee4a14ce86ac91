export { renderArithmetic, renderArithmeticCsv } from './arithmetic.ts';
export { type Check, renderCheck } from './check.ts';
export { renderCsv } from './csv.ts';
export { type Cell, grid } from './grid.ts';
export { renderJson } from './json.ts';
export { createPaint, type Paint } from './paint.ts';
export { bar } from './table/incidents.ts';
export { renderTable, type TableOptions } from './table/table.ts';
export { fit, padEnd, plainText, width } from './text.ts';
