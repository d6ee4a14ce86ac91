import type { Life } from '../../src/run/life.ts';
import { field } from '../../src/report/csv.ts';
import { formatDuration } from '../../src/units/format.ts';
import { dayAndTime } from '../topology/moment-time.ts';

/** `3 incidents, 4 h 12 min down; the longest took 3 h 50 min from day 121, 04:12:33 (eu-west-1/outage).` */
export function summary({ incidents, downtime, names, structure, truncated, events }: Life): string {
  const entry = names.services[structure.entry];
  const cut = truncated
    ? ` Only the first ${events.length.toLocaleString('en-US')} events are kept; the downtime is the whole year’s.`
    : '';
  if (incidents.length === 0) return `A year without downtime: nothing took ${entry} down.${cut}`;
  const longest = incidents.reduce((best, one) => (one.end - one.start > best.end - best.start ? one : best));
  const took = formatDuration(longest.end - longest.start);
  const where = `from ${dayAndTime(longest.start)} (${longest.cause})`;
  if (incidents.length === 1) return `One incident: ${entry} was down for ${took} ${where}.${cut}`;
  return (
    `${incidents.length.toLocaleString('en-US')} incidents, ${formatDuration(downtime)} down; the longest took ` +
    `${took} ${where}.${cut}`
  );
}

/** All events as CSV (RFC 4180). */
export function eventsCsv({ events, names }: Life): string {
  const nameOf = {
    member: names.members,
    domain: names.domains,
    link: names.links,
    shock: names.shocks,
    service: names.services,
    stage: names.services,
    wait: names.waits,
  };
  const rows = events.map(({ time, kind, index, state, value, text }) =>
    [time, dayAndTime(time), kind, nameOf[kind][index], state, value, text].map(field).join(','),
  );
  return ['seconds,time,kind,name,state,value,event', ...rows, ''].join('\r\n');
}
