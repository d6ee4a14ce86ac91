import type {
  Explanation,
  SensitivityEnd,
  SensitivityFigures,
  SensitivityInput,
} from '../../analysis/report-explanation.ts';
import type { Difference } from '../../analysis/report.ts';
import { change, changeRange, formatNumber, moneyScale, type Scale, TIME_SCALE, whole } from '../../units/index.ts';
import type { Cell } from '../grid.ts';
import type { Paint } from '../paint.ts';
import { figures, type Section, words } from '../section.ts';
import { valueTexts } from '../sweep/values.ts';
import { plainText } from '../text.ts';

const MOST_ROWS = 12;
/** On either side of the centre. */
const BAR_COLUMNS = 8;
const BARS = { low: '░', high: '█' } as const;

type Figure = 'downtimePerYear' | 'cost';

/** What each input does to downtime, and to total cost, when it is divided and multiplied. */
export function tornadoSections(explanation: Explanation, paint: Paint): Section[] {
  const { sensitivity, report } = explanation;
  if (sensitivity === null) return [];
  const aside =
    `each ÷ ${formatNumber(sensitivity.factor)} and × ` + `${formatNumber(sensitivity.factor)}, all else the same`;
  if (sensitivity.inputs.length === 0) {
    const isUnknown = sensitivity.asked > 0 || sensitivity.years === 0;
    return [
      {
        title: 'What moves the downtime',
        notes: [
          isUnknown
            ? 'The run was ended before an input had its years.'
            : 'The model has no input that could be varied.',
        ],
      },
    ];
  }
  const { currency, total } = report.cost;
  return [
    {
      title: 'What moves the downtime',
      aside,
      ...rowsOf(sensitivity, 'downtimePerYear', currency, paint),
      notes: notes(sensitivity, 'downtimePerYear', currency),
    },
    ...(total > 0 && largest(sensitivity.inputs, 'cost') > 0
      ? [
          {
            title: 'What moves the total cost',
            aside,
            ...rowsOf(sensitivity, 'cost', currency, paint),
            notes: notes(sensitivity, 'cost', currency),
          },
        ]
      : []),
  ];
}

function ranked({ inputs }: SensitivityFigures, figure: Figure): SensitivityInput[] {
  return [...inputs].sort((a, b) => effect(b, figure) - effect(a, figure)).filter((input) => effect(input, figure) > 0);
}

function effect({ low, high }: SensitivityInput, figure: Figure): number {
  return Math.max(Math.abs(low[figure].mean), Math.abs(high[figure].mean));
}

function largest(inputs: readonly SensitivityInput[], figure: Figure): number {
  return Math.max(0, ...inputs.map((input) => effect(input, figure)));
}

function rowsOf(
  sensitivity: SensitivityFigures,
  figure: Figure,
  currency: string,
  paint: Paint,
): Pick<Section, 'table'> {
  const shown = ranked(sensitivity, figure).slice(0, MOST_ROWS);
  const most = largest(shown, figure);
  const factor = formatNumber(sensitivity.factor);
  const scale = scaleOf(figure, currency);
  const bounds = ({ [figure]: { mean, ci95 } }: SensitivityEnd) => changeRange(mean, ci95, scale);
  const rows = shown.map((input): Cell[] => {
    const [low, value, high] = valueTexts([input.low.value, input.value, input.high.value], input.unit, currency);
    return [
      plainText(input.name),
      value,
      changeText(input.low, input, figure, currency, paint),
      `${low}: ${bounds(input.low)}`,
      changeText(input.high, input, figure, currency, paint),
      `${high}: ${bounds(input.high)}`,
      bars(input.low[figure].mean / most, input.high[figure].mean / most),
    ];
  });
  const detail = (name: string) => words(`${name} and 95% interval`, { only: 'document' });
  return {
    table: {
      columns: [
        words('input', { shrinks: true }),
        figures('value'),
        figures(`÷ ${factor} ${BARS.low}`, { longName: `÷ ${factor}` }),
        detail('value'),
        figures(`× ${factor} ${BARS.high}`, { longName: `× ${factor}` }),
        detail('value'),
        words('', { only: 'screen' }),
      ],
      rows,
    },
  };
}

/** With no more digits than its interval supports; in parentheses where no difference is shown. */
function changeText(
  end: SensitivityEnd,
  { value }: SensitivityInput,
  figure: Figure,
  currency: string,
  paint: Paint,
): Cell {
  const { mean, ci95, verdict }: Difference = end[figure];
  if (end.value === value && mean === 0) return '–';
  const text = change(mean, ci95, scaleOf(figure, currency));
  return verdict === 'undecided' ? { text: `(${text})`, paint: paint.faint } : text;
}

function scaleOf(figure: Figure, currency: string): Scale {
  return figure === 'downtimePerYear' ? TIME_SCALE : moneyScale(currency);
}

/**
 * Less to the left of the centre and more to the right; where both go one way, the nearer one lies over the farther.
 */
function bars(low: number, high: number): string {
  const columns = (share: number) => (share === 0 ? 0 : Math.max(1, Math.round(Math.abs(share) * BAR_COLUMNS)));
  const side = (sign: number) => {
    const ends = (
      [
        ['low', low],
        ['high', high],
      ] as const
    )
      .filter(([, share]) => share * sign > 0)
      .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]));
    let line = '';
    for (const [end, share] of ends) line = BARS[end].repeat(columns(share)) + line.slice(columns(share));
    return line;
  };
  const left = [...side(-1)].reverse().join('');
  return `${left.padStart(BAR_COLUMNS)}│${side(1)}`;
}

function notes(sensitivity: SensitivityFigures, figure: Figure, currency: string): string[] {
  const { inputs, years, asked } = sensitivity;
  const all = ranked(sensitivity, figure);
  const more = all.length - MOST_ROWS;
  const without = inputs.length - all.length;
  return [
    ...limits(all.slice(0, MOST_ROWS), sensitivity.factor, currency),
    ...(more > 0 ? [`And ${counted(more)} with smaller effects.`] : []),
    ...(without > 0 ? [`${counted(without)} changed nothing that these years show.`] : []),
    ...(figure === 'downtimePerYear'
      ? [
          `Each in ${whole(years)} ${years === 1 ? 'year' : 'years'} that it shares with the model as it is; ` +
            'in parentheses: no difference is shown.',
        ]
      : []),
    ...(figure === 'downtimePerYear' && inputs.length < asked
      ? [`The run was ended with ${inputs.length} of ${counted(asked)}, those likely to matter most.`]
      : []),
  ];
}

/** Of those that do not go by the factor, where they end: as the model says, or as far as the language lets them. */
function limits(inputs: readonly SensitivityInput[], factor: number, currency: string): string[] {
  const ranges = inputs.flatMap(({ byRange, name, unit, low, high }) =>
    byRange === true
      ? [`${plainText(name)} from ${valueTexts([low.value, high.value], unit, currency).join(' to ')}`]
      : [],
  );
  const byFactor = inputs.filter(({ byRange }) => byRange !== true);
  return [
    ...(ranges.length === 0 ? [] : [`As the model says where they may lie: ${ranges.join('; ')}.`]),
    ...ends(byFactor, factor, currency),
  ];
}

function ends(inputs: readonly SensitivityInput[], factor: number, currency: string): string[] {
  const limited = inputs.flatMap(({ name, value, unit, low, high }) => {
    const ends = [
      ...(isAt(low.value, value / factor) ? [] : [low.value]),
      ...(isAt(high.value, value * factor) ? [] : [high.value]),
    ];
    return ends.map((end) => `${plainText(name)} goes no further than ${valueTexts([end], unit, currency)[0]}`);
  });
  return limited.length === 0 ? [] : [`${limited.join('; ')}.`];
}

function isAt(value: number, wanted: number): boolean {
  return Math.abs(value - wanted) <= 1e-9 * Math.abs(wanted);
}

function counted(inputs: number): string {
  return `${inputs} ${inputs === 1 ? 'input' : 'inputs'}`;
}
