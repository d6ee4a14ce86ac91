import { lazily } from '../parts/lazy.tsx';

/** Sent once somebody looks at it: the names of all models' files are no part of the first load. */
export const PickFromGallery = lazily(() => import('./gallery-picker.tsx').then((parts) => parts.GalleryPicker));
