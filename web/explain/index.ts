export { Explain } from './explain.tsx';
export type { Explanation } from './explanation.ts';
export type { FigureId } from './titles.ts';
