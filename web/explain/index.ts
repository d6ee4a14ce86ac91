export { Explain } from './explain.tsx';
export type { FigureId } from './titles.ts';
