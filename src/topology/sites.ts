import type { Model } from '../model/model.ts';
import { cellKey } from './elements.ts';
import { membersOf } from './members.ts';
import { type Place, siteOf } from './places.ts';
import type { Shown } from './state.ts';

/**
 * `active`: clients are sent here; `standby`: to another site; `serving`: to all alike that work, `out`: not here;
 * null: this is no site.
 */
type SiteRole = 'active' | 'standby' | 'serving' | 'out' | null;

export const SITE_WORDS: Readonly<Record<Exclude<SiteRole, null>, string>> = {
  active: 'active site',
  standby: 'standing by',
  serving: 'serving',
  out: 'not serving',
};

/** Where several services work on this site, it is active if it is for one of them. */
export function siteRole(model: Model, { domain, copies }: Place, shown: Shown): SiteRole {
  if (copies.length === 0) return null;
  const members = membersOf(model);
  const own = model.services.flatMap(({ sites, placement }, service) =>
    sites === null
      ? []
      : placement.flatMap((site, replica) => (site === domain ? [members.first[service] + replica] : [])),
  );
  const roles = own.map((member) => shown.role(member));
  if (roles.some((role) => role === 'active' || role === 'leader')) return 'active';
  if (roles.some((role) => role === 'standby' || role === 'follower')) return 'standby';
  return own.every((member) => shown.memberUp(member)) ? 'serving' : 'out';
}

/** Keys of all that stands in a site that is standing by. */
export function passiveKeys(model: Model, places: readonly Place[], shown: Shown): ReadonlySet<string> {
  const keys = new Set<string>();
  const visit = (place: Place, isOuterPassive: boolean) => {
    const isPassive = isOuterPassive || siteRole(model, place, shown) === 'standby';
    if (isPassive) {
      for (const service of place.copies) keys.add(`service:${service}`);
      for (const cell of place.cells) {
        // The site's own mark says that it stands by, and what all sites share does not.
        if (siteOf(model, cell.service) < 0) continue;
        keys.add(cellKey(place, cell.service));
        for (const member of cell.members) keys.add(`member:${member}`);
      }
    }
    for (const child of place.children) visit(child, isPassive);
  };
  for (const place of places) visit(place, false);
  return keys;
}
