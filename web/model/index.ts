export { ModelPanel } from './panel.tsx';
