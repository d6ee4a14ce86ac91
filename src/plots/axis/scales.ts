/** From a value to its place in pixels, held within the axis. */
export type Scale = (value: number) => number;

type Pair = readonly [number, number];

/*
 * d3's scales do much more, and would be a tenth of the page's first load.
 */

export function linearScale(domain: Pair, range: Pair): Scale {
  return scaleOf((value) => value, domain, range);
}

/** @param domain above 0, as are the values */
export function logScale(domain: Pair, range: Pair): Scale {
  return scaleOf(Math.log, domain, range);
}

function scaleOf(measure: (value: number) => number, [low, high]: Pair, [from, to]: Pair): Scale {
  const [start, end] = [measure(low), measure(high)];
  return (value) => {
    const share = (measure(value) - start) / (end - start);
    return from + (to - from) * Math.min(1, Math.max(0, share));
  };
}
