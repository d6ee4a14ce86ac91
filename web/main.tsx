import { render } from 'preact';
import '../src/plots/tokens.css';
import './style/base.css';
import './style/app.css';
import { App } from './app.tsx';
import { bindKeys } from './keys.ts';
import { begin } from './begin.ts';
import { holdVersion } from './state/reload.ts';
import { expireNotices, followText } from './state/runs.ts';
import { followTheme } from './state/theme.ts';

holdVersion();
followTheme();
bindKeys();
expireNotices();
const app = document.getElementById('app')!;
// What it says until now would stay below the page.
app.replaceChildren();
render(<App />, app);
void begin().then(followText);
addEventListener('dragenter', () => void import('./model/bring.ts').then(({ takeDrops }) => takeDrops()), {
  once: true,
});
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  // Offline once loaded; without it (private windows, plain http) the page works all the same.
  navigator.serviceWorker.register('./service-worker.js').catch(() => undefined);
}
