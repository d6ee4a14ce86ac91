import { ask, type Draft, type DraftService, type Need, parameterOf } from './draft.ts';

const CRASHES: Readonly<Record<DraftService['kind'], readonly [mtbf: string, mttr: string]>> = {
  server: ['30 days', '2 min'],
  database: ['120 days', '5 min'],
  lock: ['120 days', '5 min'],
  proxy: ['180 days', '2 min'],
};
const GUESS = "a guess of the gallery's";

/** The model: every setting with its place, every question as a parameter with its default and where that is from. */
export function writeDraft(draft: Draft, files: readonly string[]): string {
  const services = withoutCircles(named(draft.services), draft);
  const isSpread = services.some(({ settings }) => settings.some(({ key }) => key === 'across'));
  if (isSpread) {
    ask(draft, 'zone_mtbf', '2 years', 'How often does a zone go down?', `${GUESS}: no zone outage rate is citable`);
    ask(draft, 'zone_mttr', 'lognormal(45 min, 4 h)', 'And for how long?', GUESS);
  }
  const components = services.flatMap((service) => component(service, draft));
  const needed = new Set(services.flatMap(({ needs }) => needs.map(({ name }) => name)));
  // What keeps a lock serves no users: a failover needs it.
  const roots = services.filter(({ name, kind }) => !needed.has(name) && kind !== 'lock');
  const entry = roots.length === 1 ? roots[0].name : 'system';
  const numbered = draft.questions.map(
    ({ parameter, value, text, source }, i) =>
      `  ${parameter}: ${value.includes(',') ? `'${value}'` : value}` +
      plain(`  # question ${i + 1}: ${text} Default: ${source}.`),
  );
  return [
    `# Drafted from ${files.map(plain).join(', ')}: what stands there has its place behind it, all else is a question.`,
    ...['nines: 1', 'name: Imported', 'parameters:', ...numbered],
    ...(isSpread ? ['domains:', ...['a', 'b', 'c'].map(zone)] : []),
    ...['components:', ...components, 'services:'],
    ...(roots.length === 1
      ? []
      : [`  system: { needs: [${roots.map(({ name }) => name).join(', ')}] }  # an assumption: users need all`]),
    ...services.flatMap(serviceLines),
    `entry: ${entry}`,
    '',
  ].join('\n');
}

const plain = (text: string) => text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, ' ');
const zone = (letter: string) =>
  `  zone-${letter}: { kind: zone, failures: { outage: { mtbf: zone_mtbf, mttr: zone_mttr } } }  # an assumption`;

function component({ name, kind, crashOver }: DraftService, draft: Draft): string[] {
  const [mtbf, mttr] = CRASHES[kind];
  const often = ask(draft, `${name}_mtbf`, mtbf, `How often does one of ${name} crash?`, GUESS);
  const long = ask(
    draft,
    `${name}_mttr`,
    crashOver?.value ?? mttr,
    `How long until it works again?`,
    crashOver === undefined ? GUESS : plain(crashOver.from),
  );
  return [`  ${name}: { failures: { crash: { mtbf: ${often}, mttr: ${long} } } }`];
}

function serviceLines(service: DraftService): string[] {
  const needs = service.needs.map(({ name }) => name);
  const from = [...new Set(service.needs.map((need) => need.from))];
  return [
    `  ${service.name}:  # from ${plain(service.from)}`,
    `    component: ${service.name}`,
    ...service.settings.map(({ key, value, from }) => `    ${key}: ${value}  # from ${plain(from)}`),
    ...(needs.length === 0 ? [] : [`    needs: [${needs.join(', ')}]  # from ${plain(from.join(', '))}`]),
  ];
}

/** Only needs of what is there, and of them none that closes a circle: that is told. */
function withoutCircles(services: readonly DraftService[], draft: Draft): DraftService[] {
  const taken = new Map<string, Need[]>(services.map(({ name }) => [name, []]));
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean => {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return taken.get(from)!.some(({ name }) => reaches(name, to, seen));
  };
  for (const { name, needs } of services)
    for (const need of needs) {
      if (need.name === name || !taken.has(need.name)) continue;
      if (!reaches(need.name, name)) taken.get(name)!.push(need);
      else
        draft.left.push({ from: need.from, text: `${name} needs ${need.name}: a circle, since that one needs it too` });
    }
  return services.map((service) => ({ ...service, needs: taken.get(service.name)! }));
}

/** Two files may name a service alike. */
function named(services: readonly DraftService[]): DraftService[] {
  const taken = new Set(['system']);
  return services.map((service) => {
    let name = service.name;
    for (let i = 2; taken.has(parameterOf(name)); i++) name = `${service.name}-${i}`;
    taken.add(parameterOf(name));
    return { ...service, name };
  });
}
