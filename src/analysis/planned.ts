import type { Model } from '../model/model.ts';
import { PLANNED_ROW } from '../observe/names.ts';
import type { Tally } from '../observe/tally.ts';
import { momentsMean } from '../statistics/moments.ts';
import { perReplication } from './estimates.ts';
import type { Events } from './events.ts';
import type { MaintainedService, Report } from './report.ts';

/** Planned and unplanned downtime; nothing where nothing is planned. */
export function plannedFigures({ services }: Model, tally: Tally, events: Events): Pick<Report, 'planned'> {
  const maintained = services.flatMap(({ name, maintenance }, i): MaintainedService[] =>
    maintenance === null ? [] : [maintainedService(name, i, tally, events)],
  );
  if (tally.plannedDown.length === 0) return {};
  const down = (row: number) => perReplication(tally.plannedDown, row, events.outage);
  const incidents = (row: number) => perReplication(tally.plannedIncidents, row, events.one);
  return {
    planned: {
      downtimePerYear: down(PLANNED_ROW.all),
      unplannedDowntimePerYear: down(PLANNED_ROW.none),
      ...(maintained.length === 0
        ? {}
        : {
            maintenance: {
              downtimePerYear: down(PLANNED_ROW.maintenance),
              incidentsPerYear: incidents(PLANNED_ROW.maintenance),
              services: maintained,
            },
          }),
      ...(services.every(({ deploy }) => deploy === null)
        ? {}
        : {
            deploys: {
              downtimePerYear: down(PLANNED_ROW.deploy),
              incidentsPerYear: incidents(PLANNED_ROW.deploy),
            },
          }),
    },
  };
}

function maintainedService(name: string, service: number, tally: Tally, { one }: Events): MaintainedService {
  const perYear = perReplication(tally.maintained, service, one);
  const waited = momentsMean(tally.maintenanceWait, service);
  return { name, perYear, waitSeconds: perYear.mean > 0 ? waited / perYear.mean : null };
}
