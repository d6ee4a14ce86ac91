import type { Report } from '../../src/analysis/report.ts';
import type { Model } from '../../src/model/model.ts';
import { duration, percent } from '../../src/units/figure.ts';
import { SingleMark } from '../../src/topology/badges.tsx';
import { structure } from './structure.ts';
import './teams.css';

interface TeamsProps {
  readonly model: Model;
  readonly report: Report | null;
}

/** Who repairs and decides, each with how busy they are: beside the drawing, as people stand in no place of it. */
export function Teams({ model, report }: TeamsProps) {
  const alone = new Set(
    structure.value?.figures.singlePoints.flatMap(({ kind, cause }) => (kind === 'person' ? [cause] : [])) ?? [],
  );
  return (
    <ul class="topology-teams" aria-label="Teams">
      {model.teams.map(({ name, people }) => {
        const load = report?.teams?.find((team) => team.name === name);
        const wait = load?.waitSeconds.mean ?? null;
        return (
          <li key={name}>
            <b>{name}</b>
            <span>
              {people === Infinity ? 'as many as it takes' : `${people} ${people === 1 ? 'person' : 'people'}`}
            </span>
            {load !== undefined && people < Infinity && (
              <>
                <svg class="team-load" width="48" height="8" aria-hidden="true">
                  <rect class="team-all" width="48" height="8" rx="2" />
                  <rect class="team-busy" width={48 * load.busy.mean} height="8" rx="2" />
                </svg>
                <span>busy {percent(load.busy.mean, load.busy.ci95)}</span>
              </>
            )}
            {wait !== null && wait > 0 && <span>wait {duration(wait)}</span>}
            {alone.has(name) && (
              <span class="team-alone">
                <svg width="20" height="18" aria-hidden="true" class="badges">
                  <SingleMark x={10} y={9} />
                </svg>
                single point of failure
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
