export { LearnView } from './learn-view.tsx';
