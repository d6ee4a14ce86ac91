export { Editor } from './editor.tsx';
export { focusEditor } from './place.ts';
