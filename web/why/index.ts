export { WhyView } from './why-view.tsx';
