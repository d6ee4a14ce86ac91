export { Explain } from './explain.tsx';
export { EXPLANATIONS, type FigureId } from './contents/index.ts';
export type { Explanation } from './explanation.ts';
