export { BlankSheet } from './blank-sheet.tsx';
export { Inspector } from './inspector.tsx';
export { Toolbar } from './toolbar.tsx';
