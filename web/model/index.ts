export { GalleryPicker } from './gallery-picker.tsx';
export { GALLERY_FILES, gallery, loadGallery, loadModel, type GalleryModel } from './gallery.ts';
export { ModelPanel } from './panel.tsx';
export { Sliders } from './sliders.tsx';
