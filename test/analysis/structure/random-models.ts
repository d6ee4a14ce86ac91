/** A small model of every kind of structure, by a seed: domains in domains, shocks that may miss, wants, sites, all modes. */
export function randomModel(seed: number): string {
  let state = (seed * 2654435761) >>> 0;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  const pick = <T>(...of: readonly T[]): T => of[below(of.length)];
  const failures = (chance: number) => (next() < chance ? `failures: { out: { mtbf: ${pick(9, 19, 49)} h, mttr: 1 h } }, ` : '');
  const zone = (name: string) => `${name}: { kind: zone, ${failures(0.6)}}`;
  const region = (name: string, zones: string[]) => `  ${name}: { kind: region, ${failures(0.4)}domains: { ${zones.map(zone).join(', ')} } }`;
  const sited = next() < 0.35;
  const count = sited ? 1 + below(2) : 2 + below(3);
  const services: string[] = [];
  for (let i = 0; i < count; i++) {
    const later = Array.from({ length: count - i - 1 }, (_, j) => i + j + 1);
    const needs = later.filter(() => next() < 0.4);
    const others = seed % 5 === 4 ? later.filter((j) => !needs.includes(j)) : [];
    const anyOf = others.length > 1 && next() < 0.8 ? others : [];
    const wants = later.filter((j) => !anyOf.includes(j) && !needs.includes(j) && next() < 0.5).map((j) => `s${j}: ${pick(40, 80, 94, 97)}%`);
    const replicas = 1 + below(3);
    const mode = pick('active-active', 'active-active', 'active-passive', 'quorum');
    const place = sited ? pick('', 'across: zone, ') : pick('', 'across: zone, ', 'in: west, ', 'in: b, ');
    const own = next() < 0.15 ? '' : `component: ${pick('weak', 'weak', 'strong', 'solid')}, replicas: ${replicas}, mode: ${mode}, ${place}`;
    const required = own !== '' && mode === 'active-active' ? `required: ${1 + below(replicas)}, below-required: ${pick('down', 'degraded')}, ` : '';
    const named = [...needs.map((j) => `s${j}`), ...(anyOf.length > 0 ? [`{ any-of: [${anyOf.map((j) => `s${j}`).join(', ')}] }`] : [])];
    const more = [named.length > 0 ? `needs: [${named.join(', ')}], ` : '', wants.length > 0 ? `wants: { ${wants.join(', ')} }, ` : ''];
    services.push(`  s${i}: { ${own}${required}${more.join('')}}`);
  }
  if (sited) services.unshift(`  shop: { of: s0, sites: [east, west], mode: ${pick('active-active', 'active-passive')} }`);
  const hit = () => `s${below(count)}`;
  const hasMembers = (name: string) => services.some((line) => line.includes(`${name}: {`) && line.includes('component'));
  const shocks = Array.from({ length: below(3) }, (_, i) => ({ i, target: hit() }))
    .filter(({ target }) => hasMembers(target))
    .map(({ i, target }) => `  k${i}: { mtbf: ${pick(19, 49)} h, mttr: 1 h, hits: [${target}], probability: ${pick(100, 50, 25)}% }`);
  return `nines: 1
domains:
${region('east', ['a', 'b'])}
${region('west', ['c'])}
components:
  weak: { failures: { crash: { mtbf: 4 h, mttr: 1 h } } }
  strong: { failures: { crash: { mtbf: 9 h, mttr: 1 h }, disk: { mtbf: 39 h, mttr: 1 h } } }
  solid:
services:
${services.join('\n')}
${shocks.length > 0 ? `shocks:\n${shocks.join('\n')}\n` : ''}entry: ${sited ? 'shop' : 's0'}
sla: { error-rate: ${pick(5, 5, 30, 55)}% }
`;
}
