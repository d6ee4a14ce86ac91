export { BadLink } from './bad-link.tsx';
export { openShare, ShareDialog } from './dialog.tsx';
export { badLink, followLinks, openLink } from './open.ts';
