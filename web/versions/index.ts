export { Change } from './change.tsx';
