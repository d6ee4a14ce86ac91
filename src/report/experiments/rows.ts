import type { ExperimentFigures } from '../../analysis/report.ts';
import { targetKey } from '../target-name.ts';
import { estimate, quantiles, type Row, stages } from '../csv.ts';

/** An experiment's figures, each row named by it. */
export function experimentRows({
  name,
  what,
  runs,
  noticed,
  recovered,
  recoveryTime: r,
  dataLoss: d,
  permanentLoss,
  targets,
  wandered,
  doubt,
}: ExperimentFigures): Row[] {
  return [
    ['experiment', name, 'what', what],
    ['experiment', name, 'runs', runs],
    estimate('experiment', name, 'noticed', noticed, 'share'),
    estimate('experiment', name, 'recovered', recovered, 'share'),
    estimate('experiment', name, 'permanentLoss', permanentLoss, 'share'),
    ['recoveryTime', name, 'mean', r.mean, r.ci95, 's'],
    ...quantiles('recoveryTime', name, r),
    ['recoveryTime', name, 'withinTarget', r.withinTarget, null, 'share'],
    ...stages('recoveryTime.stages', name, r),
    ['dataLoss', name, 'zero', d.zero, null, 'share'],
    ['dataLoss', name, 'mean', d.mean, d.ci95, 's'],
    ...quantiles('dataLoss', name, d),
    ['dataLoss', name, 'withinTarget', d.withinTarget, null, 'share'],
    ...(wandered === undefined
      ? []
      : ([
          ['experiment', name, 'wandered', wandered.service],
          ['experiment', name, 'standbyStruck', wandered.standbyStruck, null, 'share'],
        ] satisfies Row[])),
    ...targets.flatMap((each): Row[] => [
      [`target.${targetKey(each)}`, name, 'goal', each.goal, null, 's'],
      [`target.${targetKey(each)}`, name, 'value', each.value, each.ci95, 's'],
      [`target.${targetKey(each)}`, name, 'runsMet', each.runsMet, null, 'share'],
      [`target.${targetKey(each)}`, name, 'verdict', each.verdict],
      ...(each.chance === undefined
        ? []
        : [[`target.${targetKey(each)}`, name, 'chance', each.chance, null, 'share'] as Row]),
    ]),
    ...(doubt === undefined
      ? []
      : [
          ...Object.entries(doubt.recoveryTime ?? {}).map(([at, value]: [string, number]): Row => [
            'doubt.recoveryTime',
            name,
            at,
            value,
            null,
            's',
          ]),
          ...doubt.inputs.map(({ parameter, share }): Row => [
            'doubt.input',
            `${name}: ${parameter}`,
            'share',
            share,
            null,
            'share',
          ]),
        ]),
  ];
}
