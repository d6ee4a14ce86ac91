import type { Report } from '../../src/analysis/report.ts';
import { TEAM_COLUMNS, TEAM_NOTE } from '../../src/report/run/teams.ts';
import { capitalised } from '../../src/report/text.ts';
import './results.css';

/** Who repairs and decides; nothing where the model names nobody. */
export function TeamsTable({ report: { teams = [] } }: { readonly report: Report }) {
  if (teams.length === 0) return null;
  return (
    <section class="services" aria-labelledby="teams-title">
      <h2 class="title" id="teams-title">
        Teams
      </h2>
      <div class="scroll-x" role="region" aria-label="Table of teams" tabIndex={0}>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">Team</th>
              {TEAM_COLUMNS.map(({ name }) => (
                <th scope="col" key={name}>
                  {capitalised(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {teams.map((team) => (
              <tr key={team.name}>
                <th scope="row">{team.name}</th>
                {TEAM_COLUMNS.map(({ name, cell }) => (
                  <td key={name}>{cell(team)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="small muted">{TEAM_NOTE}</p>
    </section>
  );
}
