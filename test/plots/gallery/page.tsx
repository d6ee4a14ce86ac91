import { render } from 'preact';
import '../../../src/plots/tokens.css';
import '../../../web/style/base.css';
import { PlotGallery } from './plot-gallery.tsx';

render(<PlotGallery />, document.getElementById('app')!);
