import type { Act } from './act.ts';
import type { Draft } from './draft.ts';
import { addThing, duplicateThing } from './acts/add.ts';
import { moveMember, moveThing } from './acts/move.ts';
import { removeThing } from './acts/remove.ts';
import { renameThing } from './acts/rename.ts';
import { letGo, need, want } from './acts/needs.ts';
import { setMode, setPart, setReplicas, sites } from './acts/service.ts';
import { clearPath, setEntry, setPath, place, spread } from './acts/set.ts';

/** Does an act to a text and says what it did. Throws a `Refusal` where it cannot be done. */
export function perform(draft: Draft, act: Act): string {
  switch (act.act) {
    case 'set':
      return setPath(draft, act.path, act.value);
    case 'clear':
      return clearPath(draft, act.path);
    case 'add':
      return addThing(draft, act);
    case 'rename':
      return renameThing(draft, act.thing, act.to);
    case 'remove':
      return removeThing(draft, act.thing);
    case 'duplicate':
      return duplicateThing(draft, act.thing, act.as);
    case 'move':
      return moveThing(draft, act);
    case 'need':
      return need(draft, act.service, act.on);
    case 'want':
      return want(draft, act.service, act.on, act.without);
    case 'let-go':
      return letGo(draft, act.service, act.on);
    case 'replicas':
      return setReplicas(draft, act.service, act.count);
    case 'mode':
      return setMode(draft, act.service, act.mode);
    case 'place':
      return place(draft, act.service, act.in);
    case 'spread':
      return spread(draft, act.service, act.across);
    case 'move-member':
      return moveMember(draft, act);
    case 'part':
      return setPart(draft, act.service, act.part, act.value);
    case 'sites':
      return sites(draft, act);
    case 'entry':
      return setEntry(draft, act.service);
    default:
      return act satisfies never;
  }
}
