export { BadLink } from './bad-link.tsx';
export { openShare, ShareDialog } from './dialog.tsx';
export { decodeLink, encodeLink, isLink, type Decoded, type Shared } from './link.ts';
export { badLink, followLinks, openLink } from './open.ts';
