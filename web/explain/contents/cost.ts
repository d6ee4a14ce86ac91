import { figureText } from '../../../src/report/figure-text.ts';
import { formatMoney, formatPercent } from '../../../src/units/format.ts';
import type { Explanation } from '../explanation.ts';

/** Parts of a sum as text; null where there are none. */
function parts(list: readonly { readonly name: string; readonly perYear: number }[], currency: string): string | null {
  return list.map(({ name, perYear }) => `${name} ${formatMoney(perYear, currency)}`).join(', ') || null;
}

/** Money a year. */
export const COST = {
  costInfrastructure: {
    formula: 'running cost = compute + storage + transfer + backup + fixed, for 1 year',
    numbers: (report) => {
      const { byKind, currency } = report.cost;
      const paid = byKind.map(({ kind, perYear }) => `${kind} ${formatMoney(perYear, currency)}`);
      return paid.length === 0 ? null : `${paid.join(' + ')} = ${figureText('cost.infrastructure', report)}`;
    },
    inputs:
      'The prices in the model: of members, copies of data, what is sent between them, backups, and what ' +
      'services and domains cost by themselves. Of an active-passive service the first member costs in full, ' +
      'the others by running-cost: hot 100%, warm 50%, cold 0% unless given.',
    assumes: 'It costs the same up or down, and prices do not change over the year.',
    differs: 'Nothing is drawn at random: it is exact, and has no interval.',
  },
  costByService: {
    formula: 'cost of a service = Σ over its members, copies of data and backups of what they cost in 1 year',
    numbers: ({ cost: { byService, currency } }) =>
      parts(
        byService.filter(({ perYear }) => perYear > 0).map(({ service: name, perYear }) => ({ name, perYear })),
        currency,
      ),
    inputs: 'The members of each service, passive ones at their share, and the data that it keeps, sends and backs up.',
    assumes:
      'A service with neither members nor a price of its own costs nothing. What a domain costs by itself is ' +
      'no service’s.',
    differs: 'It is exact. Losses from downtime belong to the whole system and are not split over services.',
  },
  costByDomain: {
    formula: 'cost of a domain = what it costs by itself + Σ of what is placed directly in it',
    numbers: ({ cost: { byDomain, currency } }) =>
      parts(
        byDomain.map(({ domain, perYear }) => ({ name: domain || 'outside all domains', perYear })),
        currency,
      ),
    inputs:
      'The innermost domain of each member and of each copy of its data. What is sent is paid for where it ' +
      'arrives, and a backup where it is kept.',
    assumes: 'What stands outside all domains has a line of its own.',
    differs: 'It is exact, and adds up to the running cost.',
  },
  costByKind: {
    formula: 'cost of a kind = Σ of what is paid for it in a year',
    numbers: ({ cost: { byKind, currency } }) =>
      parts(
        byKind.map(({ kind: name, perYear }) => ({ name, perYear })),
        currency,
      ),
    table: {
      columns: ['Kind', 'Paid for'],
      rows: [
        ['compute', 'members, up or down; standbys their share'],
        ['storage', 'each member’s copy of the data'],
        ['transfer', 'changes sent to standbys and other sites'],
        ['backup', 'keeping backups, and sending them to further copies'],
        ['fixed', 'what services and domains cost by themselves'],
      ],
    },
    inputs: 'The prices in the model, and the size and change rate of its data.',
    assumes: 'What the model does not price is free.',
    differs: 'It is exact, and adds up to the running cost.',
  },
  costStandby: {
    formula: 'standby cost = Σ over passive members and passive sites of what they cost to run in 1 year',
    numbers: (report) => {
      const { standby, infrastructure } = report.cost;
      return standby > 0 && infrastructure > 0
        ? `${figureText('cost.standby', report)} of ${figureText('cost.infrastructure', report)}, ` +
            `${formatPercent(standby / infrastructure, 2)}`
        : null;
    },
    inputs:
      'Members and sites that serve nobody until another one fails, at their share of the running cost. Copies ' +
      'of data and backups are no part of it.',
    assumes:
      'The first member, and the first site, is the active one. Replicas that all serve are no standbys, even ' +
      'if fewer would do.',
    differs:
      'It is exact. What it buys is the downtime that the arithmetic takes away in full and a failover only in part.',
  },
  costDowntime: {
    formula: 'expected loss = downtime a year × losses.downtime',
    numbers: (report, model) =>
      model === null || model.losses.downtimePerSecond === 0
        ? null
        : `${figureText('availability.downtimePerYear.mean', report)} × ` +
          `${formatMoney(model.losses.downtimePerSecond * 3600, report.cost.currency)}/h = ` +
          `${figureText('cost.downtime', report)} a year`,
    inputs: 'The simulated mean downtime, and what the model says an hour costs.',
    assumes: 'Each second costs the same: the first, the ten-thousandth, at night and on the busiest day.',
    differs:
      'It is a mean: most years lose less, a few many times as much. With the arithmetic’s downtime it would ' +
      'come out far too small.',
  },
  costDataLoss: {
    formula: 'expected loss = writes lost a year × losses.data',
    numbers: (report, model) =>
      model === null || model.losses.dataPerSecond === 0
        ? null
        : `${figureText('dataLoss.restorablePerYear', report)} × ` +
          `${formatMoney(model.losses.dataPerSecond * 3600, report.cost.currency)}/h = ` +
          `${figureText('cost.dataLoss', report)} a year`,
    inputs: 'The seconds of writes lost in failovers, and what the model says an hour of them costs.',
    assumes: 'A permanent loss has no price here, since nobody can name it.',
    differs: 'The arithmetic loses no data.',
  },
  cost: {
    formula: 'total = running cost + lost to downtime + lost with data',
    numbers: (report) =>
      `${figureText('cost.infrastructure', report)} + ${figureText('cost.downtime', report)} + ` +
      `${figureText('cost.dataLoss', report)} = ${figureText('cost.total', report)} a year`,
    inputs: 'The exact running cost and the two expected losses.',
    assumes: 'The interval adds the bounds of the two losses: right if they go together, and wide otherwise.',
    differs:
      'The cheapest total is rarely the cheapest infrastructure: redundancy pays while it saves more downtime ' +
      'than it costs.',
  },
  costRelative: {
    formula: 'running cost ÷ running cost of the same system without its redundancy',
    numbers: (report) => {
      const { relative, infrastructure, currency } = report.cost;
      return relative === null || relative === 0
        ? null
        : `${figureText('cost.infrastructure', report)} ÷ ${formatMoney(infrastructure / relative, currency)} = ` +
            figureText('cost.relative', report);
    },
    inputs:
      'With sites, the same without redundancy is its first site alone and no backups. ' +
      'Without sites it is the required members of each service, one of an ' +
      'active-passive service, with one copy of its data and no backups.',
    assumes:
      'Published multiples (1.1× for backups, 1.5× for a warm standby, 2× for two active sites) mean the same ratio.',
    differs: 'It is exact, and says nothing of what the redundancy buys: compare it with the downtime.',
  },
  costNines: {
    formula: 'one point a model: its nines across, its total cost a year up, a cross for both intervals',
    numbers: (report) =>
      `${figureText('cost.total', report)} a year, ` +
      (report.availability.nines === null ? 'no downtime seen' : `${figureText('availability.nines', report)} nines`),
    inputs: 'Each model’s own run. A model on the frontier has no other that is both cheaper and more available.',
    assumes: 'Each interval is its model’s own: overlapping crosses do not say that two models are equally good.',
    differs: 'The arithmetic would move every point to more nines, most of all those with shared domains.',
  },
} as const satisfies Record<string, Explanation>;
