export { HelpDialog, openHelp } from './help-dialog.tsx';
export { actionOf, KEYS, type KeyAction } from './keys.ts';
export { recallSingleKeys } from './remember.ts';
