import { compare, parseModel, sweep } from '../index.ts';

/*
 * Part of npm run coverage: how often the interval of a paired difference holds the exact one, and how often the two
 * values between which an assertion turns hold the exact turn. The tests run fewer seeds of the same.
 */

const DIFFERENCES = 500;
const DIFFERENCE_YEARS = 220;
const TURNS = 100;
const SECONDS_PER_YEAR = 31_557_600;
const DAY = 86_400;

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

const UNIT = 'components: { unit: { failures: { crash: { mtbf: 20 days, mttr: 12 h } } } }';
const modelOf = (services: string) =>
  parseModel(`nines: 1\nname: coverage\n${UNIT}\nservices: { ${services} }\nentry: web\n`);
const ALONE = modelOf('web: { component: unit }');
const PAIR = modelOf('web: { component: unit, replicas: 2 }');
const SERIES = modelOf('web: { component: unit, needs: [db] }, db: { component: unit }');
/** 12 h of every 20.5 days. */
const DOWN = 12 / 492;

const pairs = [
  { name: 'one unit and a pair', models: [ALONE, PAIR], exact: DOWN * DOWN - DOWN },
  { name: 'one unit and two in series', models: [ALONE, SERIES], exact: DOWN - DOWN * DOWN },
];

async function coverDifferences(): Promise<void> {
  console.log(`\nPaired differences over ${DIFFERENCE_YEARS} years, ${DIFFERENCES} seeds each.`);
  console.log('models                       downtime a year  mean square of (mean − exact) / standard error');
  for (const { name, models, exact } of pairs) {
    let held = 0;
    let squares = 0;
    for (let seed = 1; seed <= DIFFERENCES; seed++) {
      const options = { seed: `coverage ${seed}`, years: DIFFERENCE_YEARS, workers: 0 };
      const { downtimePerYear } = (await compare(models, options)).differences[0];
      const [low, high] = downtimePerYear.ci95;
      const distance = downtimePerYear.mean - exact * SECONDS_PER_YEAR;
      if (low <= exact * SECONDS_PER_YEAR && exact * SECONDS_PER_YEAR <= high) held++;
      squares += (distance / ((high - low) / 3.92)) ** 2 / DIFFERENCES;
    }
    console.log(`${name.padEnd(28)} ${percent(held / DIFFERENCES).padStart(15)} ${squares.toFixed(2).padStart(10)}`);
  }
}

const TURNING = `nines: 1
name: coverage
parameters: { mttr: 8 h }
components: { server: { failures: { crash: { mtbf: 20 days, mttr: mttr } } } }
services: { web: { component: server } }
entry: web
`;

async function coverTurns(): Promise<void> {
  const exact = 20 * DAY * (1 / 0.99 - 1);
  let held = 0;
  for (let seed = 1; seed <= TURNS; seed++) {
    const options = { vary: { mttr: '3 h..7 h:40' }, solve: 'availability >= 0.99', seed: `coverage ${seed}` };
    const { solved } = await sweep(TURNING, { ...options, years: 20, workers: 0 });
    if ((solved?.met ?? 0) < exact && exact < (solved?.missed ?? Infinity)) held++;
  }
  console.log(
    `\nThe turn of an assertion lies between the two values found in ${percent(held / TURNS)} of ${TURNS} seeds.`,
  );
}

export async function coverStudies(): Promise<void> {
  await coverDifferences();
  await coverTurns();
}
