export { SweepView } from './sweep-view.tsx';
