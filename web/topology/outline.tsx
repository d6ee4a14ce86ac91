import { isElement, type SinglePoint } from '../../src/analysis/report-structure.ts';
import type { Model } from '../../src/model/model.ts';
import { formatPercent } from '../../src/units/format.ts';
import type { Scene } from '../../src/topology/elements.ts';
import { membersOf } from '../../src/topology/members.ts';
import type { Place } from '../../src/topology/places.ts';
import { SITE_WORDS, siteRole } from '../../src/topology/sites.ts';
import type { Shown } from '../../src/topology/state.ts';
import { modeWords } from '../../src/topology/words.ts';

const MOST_NAMED = 12;

/** The drawing as text. */
export function Outline({
  model,
  scene,
  shown,
  singles,
}: {
  model: Model;
  scene: Scene;
  shown: Shown;
  singles: readonly SinglePoint[];
}) {
  const names = (list: readonly number[]) => list.map((i) => model.services[i].name).join(', ');
  return (
    <div class="topology-outline">
      <h3>Services</h3>
      <ul>
        {scene.elements.map((element) => {
          if (element.kind !== 'service') return null;
          const index = element.service;
          const service = model.services[index];
          const wants = service.wants.map(
            (want) => `${model.services[want.service].name} (answers ${formatPercent(want.without)} without)`,
          );
          return (
            <li key={index}>
              <b>{service.name}</b>
              {index === model.entry ? ', the entry' : ''}: {modeWords(service)}.
              {service.needs.length > 0 && ` Needs ${names(service.needs)}.`}
              {service.within.map((need) => ` Needs ${names([need.service])} in its own ${need.kind}.`)}
              {service.anyOf.map((group) => ` Needs one of ${names(group)}.`)}
              {wants.length > 0 && ` Wants ${wants.join(', ')}.`}
              {shown.isMoment && ` Now ${[shown.service(index), shown.stage(index)].filter(Boolean).join(', ')}.`}
            </li>
          );
        })}
      </ul>
      <h3>Places</h3>
      <Places places={scene.places} model={model} shown={shown} />
      {scene.routes.length > 0 && (
        <>
          <h3>Links</h3>
          <ul>
            {scene.routes.map(({ name, links }) => (
              <li key={name}>
                {name}
                {shown.isCut(links) && ', cut'}
              </li>
            ))}
          </ul>
        </>
      )}
      {singles.length > 0 && (
        <p>
          Single {singles.length === 1 ? 'point' : 'points'} of failure:{' '}
          {singles
            .slice(0, MOST_NAMED)
            .map((point) => (isElement(point) ? point.cause : `${point.cause} (the one ${point.kind})`))
            .join(', ')}
          {singles.length > MOST_NAMED && ` and ${singles.length - MOST_NAMED} more`}.
        </p>
      )}
    </div>
  );
}

function Places({ places, model, shown }: { places: readonly Place[]; model: Model; shown: Shown }) {
  const members = membersOf(model);
  const say = (member: number) => {
    const role = shown.role(member);
    const name = role === 'member' ? members.at(member).name : `${members.at(member).name} (${role})`;
    return shown.memberUp(member) ? name : `${name}, down`;
  };
  const kindOf = (place: Place) => {
    const role = siteRole(model, place, shown);
    const words = [place.kind, role && SITE_WORDS[role]].filter(Boolean).join(', ');
    return words && ` (${words})`;
  };
  return (
    <ul>
      {places.map((place) => (
        <li key={`${place.domain} ${place.folded.length}`}>
          <b>{place.label}</b>
          {kindOf(place)}
          {place.domain >= 0 && !shown.domainUp(place.domain) && ', down'}
          {place.cells.length > 0 && ': '}
          {place.cells
            .map(({ service, members: inside }) => {
              if (inside.length <= MOST_NAMED) return inside.map(say).join('; ');
              const up = shown.countUp(inside);
              return (
                `${inside.length} of ` +
                `${model.services[service].name}${up < inside.length ? `, ${inside.length - up} down` : ''}`
              );
            })
            .join('; ')}
          {place.children.length > 0 && <Places places={place.children} model={model} shown={shown} />}
        </li>
      ))}
    </ul>
  );
}
