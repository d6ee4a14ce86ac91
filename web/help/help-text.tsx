import { VERSION } from '../../src/version.ts';
import { KEYS, LOCAL_KEYS, singleKeys } from './keys.ts';
import { rememberSingleKeys } from './remember.ts';

/** The keys, what happens to what is typed here, and what this is. */
export function HelpText() {
  return (
    <>
      <h3>What this page does</h3>
      <p>
        It simulates a model of your system: ten thousand years of failures, repairs and failovers. The large figure is
        the share of time in which the entry service answers enough of its requests. Choose a part on the topology to
        break it, and watch the recovery once and ten thousand times. Press <kbd>?</kbd> or its button, and beside each
        figure a <span class="help-sign">?</span> says what it means. The tab Learn shows the arithmetic that everybody
        knows, and where it ends.
      </p>
      <h3>Keys</h3>
      <table class="figures help-keys">
        <tbody>
          {KEYS.map(({ action, keys, does }) => (
            <tr key={action}>
              <th scope="row">
                <Keys keys={keys} />
              </th>
              <td>{does}</td>
            </tr>
          ))}
          {LOCAL_KEYS.map(({ where, keys, does }) => (
            <tr key={does}>
              <th scope="row">
                <Keys keys={keys} />
              </th>
              <td>
                <span class="muted">{where}: </span>
                {does}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <label class="switch">
        <input
          type="checkbox"
          checked={singleKeys.value}
          onChange={(event) => rememberSingleKeys(event.currentTarget.checked)}
        />
        Single keys work (not while you type)
      </label>
      <h3>Your data</h3>
      <p>
        Nothing leaves this machine. The model is read and simulated in this browser; there is no server behind the
        page, no account and no counting of visits. Your work is kept in this browser’s storage, until you clear it. A
        share link holds the whole model in the part of the address behind the #, which browsers do not send.
      </p>
      <h3>Offline</h3>
      <p>Once loaded, the page works without a network, and can be installed as an app where the browser offers it.</p>
      <h3>Version</h3>
      <p>
        nines {VERSION}, language version 1. The same model, options and seed give the same figures, to the last bit,
        here and with <code>npx nines run</code>.
      </p>
    </>
  );
}

function Keys({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span class="help-combination">
      {keys.map((key) => (key === '…' ? <span key={key}>…</span> : <kbd key={key}>{key}</kbd>))}
    </span>
  );
}
