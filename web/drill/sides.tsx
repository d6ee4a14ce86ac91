import { model, moment } from '../state/store.ts';
import { cutsAt, type Side } from './sides.ts';

const MARKS = { serves: '✓ serves', diverges: '≠ diverges', refuses: '✗ refuses' } as const;

/** While a link is cut: what each of its sides does. */
export function Sides() {
  const shown = model.value;
  const now = moment.value;
  if (shown === null || shown.links.length === 0 || now?.linksUp === undefined) return null;
  const cuts = now.linksUp.length === shown.links.length ? cutsAt(shown, now) : [];
  return (
    <section aria-labelledby="drill-sides-title">
      <h3 id="drill-sides-title">Both sides</h3>
      {cuts.length === 0 && <p class="muted small">No link is cut: all reach each other.</p>}
      {cuts.map(({ link, parted }) => (
        <table key={link} class="figures drill-sides">
          <caption>{link} is cut</caption>
          {parted.length === 0 ? (
            <tbody>
              <tr>
                <td>Nothing has members at both ends of it.</td>
              </tr>
            </tbody>
          ) : (
            <>
              <thead>
                <tr>
                  <th scope="col">Service</th>
                  {parted[0].sides.map(({ end }) => (
                    <th key={end} scope="col">
                      {end}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {parted.map(({ service, sides }) => (
                  <tr key={service}>
                    <th scope="row">{service}</th>
                    {sides.map((side) => (
                      <SideCell key={side.end} side={side} />
                    ))}
                  </tr>
                ))}
              </tbody>
            </>
          )}
        </table>
      ))}
    </section>
  );
}

function SideCell({ side: { does, says } }: { readonly side: Side }) {
  return (
    <td class={`is-${does}`}>
      <b>{MARKS[does]}</b>
      <span class="small muted">{says}</span>
    </td>
  );
}
