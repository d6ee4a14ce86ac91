import { render } from 'preact';
import '../src/plots/tokens.css';
import './style/base.css';
import { PlotGallery } from './plots/gallery/plot-gallery.tsx';

/** Every plot on one page, edge cases included: what tests draw and people look at. */
render(<PlotGallery />, document.getElementById('app')!);
