export { ModelBar } from './bar.tsx';
export { Diagnostics } from './diagnostics.tsx';
export { NotKept } from './not-kept.tsx';
export { Sliders } from './sliders.tsx';
