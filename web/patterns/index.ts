export { Patterns } from './patterns.tsx';
