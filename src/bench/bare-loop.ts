import alea from 'seedrandom/lib/alea.js';

/**
 * The yardstick: n two-state units with exponential times, a typed-array heap with every unit in it, seedrandom's Alea
 * and nothing else: no model, no counters beyond the number up, no observation.
 * @returns events per second of processor time
 */
export function bareLoop(units: number, mtbf: number, mttr: number, events: number): number {
  const random = alea('bare', { state: true });
  const time = new Float64Array(units);
  const unit = new Int32Array(units);
  const isUp = new Uint8Array(units).fill(1);
  let up = units;
  let size = 0;
  for (let i = 0; i < units; i++) {
    const at = -Math.log(1 - random()) * mtbf;
    let position = size++;
    while (position > 0) {
      const parent = (position - 1) >> 1;
      if (time[parent] <= at) break;
      time[position] = time[parent];
      unit[position] = unit[parent];
      position = parent;
    }
    time[position] = at;
    unit[position] = i;
  }
  const start = process.cpuUsage();
  let lowest = units;
  for (let event = 0; event < events; event++) {
    const who = unit[0];
    const mean = isUp[who] === 1 ? mttr : mtbf;
    up += isUp[who] === 1 ? -1 : 1;
    isUp[who] ^= 1;
    if (up < lowest) lowest = up;
    const at = time[0] - Math.log(1 - random()) * mean;
    let position = 0;
    for (;;) {
      let child = 2 * position + 1;
      if (child >= size) break;
      if (child + 1 < size && time[child + 1] < time[child]) child++;
      if (at <= time[child]) break;
      time[position] = time[child];
      unit[position] = unit[child];
      position = child;
    }
    time[position] = at;
    unit[position] = who;
  }
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  if (lowest < 0) throw new Error('unreachable: keeps the loop from being optimised away');
  return events / seconds;
}
