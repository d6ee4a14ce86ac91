export { LifeView } from './life-view.tsx';
