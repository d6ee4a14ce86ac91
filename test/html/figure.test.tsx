import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { Figure, NARROW, WIDE } from '../../src/html/figure.tsx';
import { runPictures, partPictures } from '../../src/html/run/pictures.tsx';
import { downtimePlot } from '../../src/plots/downtime-plot.tsx';
import type { Plot } from '../../src/plots/frame/types.ts';
import { CASES } from '../plots/gallery/cases.ts';
import { report } from '../report/fixture.ts';

const all = CASES.flatMap(({ id, report: each }) => [...[...runPictures(each).values()].flat(), ...partPictures(each)].map((picture) => ({ id, ...picture })));

describe('a figure', () => {
  test('draws the plot as it is drawn elsewhere, once for paper and once for a phone', () => {
    const plot = downtimePlot(report);
    const html = renderToString(<Figure plot={plot} />);
    for (const width of [WIDE, NARROW]) {
      const height = Math.round(plot.height(width));
      expect(html).toContain(`width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${renderToString(<>{plot.draw({ width, height })}</>)}</svg>`);
    }
  });

  test('says in words what it shows, how to read it, and has its data', () => {
    for (const { id, plot, legend } of all.filter((each) => each.plot.empty === null)) {
      const html = renderToString(<Figure plot={plot} legend={legend} />);
      const where = `${id} ${plot.title}`;
      expect(html.match(/<tr>/g)?.length, where).toBe(plot.table().rows.length + 1);
      expect(html.match(/<svg[^>]* role="img"/g)?.length, where).toBe(2);
      expect(html, where).not.toContain('Point at');
      expect(html, where).not.toContain('<button');
    }
    expect(all.length).toBeGreaterThan(CASES.length * 5);
  });

  test('with nothing to draw says so in place of a picture', () => {
    const plot: Plot = { ...downtimePlot(report), empty: 'None of 5 simulated years had any downtime.' };
    const html = renderToString(<Figure plot={plot} />);
    expect(html).toContain('<p>None of 5 simulated years had any downtime.</p>');
    expect(html).not.toContain('<svg');
  });
});
