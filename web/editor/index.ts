export { Editor } from './editor.tsx';
export { focusEditor, goTo } from './place.ts';
