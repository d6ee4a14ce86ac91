import { useEffect, useRef, useState } from 'preact/hooks';
import { desk } from '../desk/desk.ts';
import { nameOf } from '../text/name.ts';
import { notice, report, seed, stale, tab, text, years } from '../state/store.ts';
import { download, fileName } from './download.ts';
import { encodeLink, LONG_LINK } from '../state/link.ts';

/** The model in a link, and in files. */
export function ShareContents() {
  return (
    <>
      <Link />
      <Downloads />
    </>
  );
}

function Link() {
  const [link, setLink] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const shared = { text: text.value, seed: seed.value, years: years.value, tab: tab.value };
  useEffect(() => {
    let late = false;
    const base = location.href.replace(/#.*$/s, '');
    encodeLink(shared).then(
      (hash) => {
        if (!late) setLink(base + hash);
      },
      () => undefined,
    );
    return () => {
      late = true;
    };
  }, [shared.text, shared.seed, shared.years, shared.tab]);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      notice.value = 'Link copied.';
    } catch {
      notice.value = 'The browser does not allow copying here: the link is selected, copy it with Ctrl+C.';
    }
  };
  return (
    <section class="share-part">
      <h3>Link</h3>
      <p class="model-hint">
        The model, its seed, years and this view are in the link itself. Nothing is stored on a server.
      </p>
      <div class="share-link">
        <input
          ref={field}
          class="input"
          readOnly
          aria-label="Link to this model"
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="button button-primary" disabled={link === ''} onClick={() => void copy()}>
          Copy link
        </button>
      </div>
      <p class={link.length > LONG_LINK ? 'share-long' : 'model-hint'} role="status">
        {link.length.toLocaleString('en-US')} characters.
        {link.length > LONG_LINK &&
          ' Chat and mail programs may cut a link this long: send the model as a file instead.'}
        {notice.value.startsWith('Link copied') && ' Copied.'}
      </p>
    </section>
  );
}

function Downloads() {
  const [failed, setFailed] = useState(false);
  const found = report.value;
  const name = fileName(nameOf(text.value));
  const save = async (ending: 'json' | 'csv' | 'html') => {
    if (found === null) return;
    try {
      setFailed(false);
      // A report of the model before its last change is not made by the text that is there now.
      const of = stale.value ? null : { text: text.value, file: `${name}.yaml` };
      if (ending === 'html') download(`${name}.html`, 'text/html', await desk.html(found, of));
      else if (ending === 'json') download(`${name}.json`, 'application/json', await desk.json(found));
      else download(`${name}.csv`, 'text/csv', await desk.csv(found));
    } catch {
      setFailed(true);
    }
  };
  return (
    <section class="share-part">
      <h3>Files</h3>
      <div class="share-files">
        <button type="button" class="button" onClick={() => download(`${name}.yaml`, 'application/yaml', text.value)}>
          Model (YAML)
        </button>
        <button type="button" class="button" disabled={found === null} onClick={() => void save('html')}>
          Report (HTML)
        </button>
        <button type="button" class="button" disabled={found === null} onClick={() => void save('json')}>
          Report (JSON)
        </button>
        <button type="button" class="button" disabled={found === null} onClick={() => void save('csv')}>
          Report (CSV)
        </button>
      </div>
      <p class="model-hint">
        The HTML report holds every plot and needs no network: to print, to send, to keep; nines verify runs it again.
        The same files as nines run --format html, json and csv write.
        {found !== null && stale.value && ' The report is of the model before its last change.'}
        {found?.run.partial === true && ' The run is not finished: the report says so.'}
        {failed && ' The report could not be written; try again.'}
      </p>
    </section>
  );
}
