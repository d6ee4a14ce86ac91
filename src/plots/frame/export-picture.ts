/*
 * A plot as a picture that needs nothing else: colours and type as they are computed now, so that a dark page gives a
 * dark picture, a ground behind it, its title above and its source below.
 */

const NAMESPACE = 'http://www.w3.org/2000/svg';
const HEAD = 34;
const FOOT = 26;
const EDGE = 12;
const KEY_ROW = 20;

const SHAPE = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
];
const TEXT = ['font-family', 'font-size', 'font-weight', 'text-anchor', 'paint-order', ...SHAPE];

interface Caption {
  readonly title: string;
  readonly description: string;
  readonly source: string;
}

/** The plot's SVG as a file's text. */
export function pictureOf(
  svg: SVGSVGElement,
  caption: Caption,
): { readonly text: string; readonly width: number; readonly height: number } {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  settle(svg, copy);
  for (const mark of copy.querySelectorAll('[data-cursor]')) mark.remove();
  const page = getComputedStyle(svg);
  const ground = colourBehind(svg);
  const width = svg.width.baseVal.value + 2 * EDGE;
  const keys = keysOf(svg, width - 2 * EDGE);
  const top = HEAD + keys.height;
  const height = svg.height.baseVal.value + top + FOOT;
  const muted = getComputedStyle(svg.querySelector('.plot-axis text') ?? svg).fill;

  const picture = document.createElementNS(NAMESPACE, 'svg');
  for (const [name, value] of Object.entries({
    xmlns: NAMESPACE,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
  })) {
    picture.setAttribute(name, String(value));
  }
  picture.append(
    element('title', {}, caption.title),
    element('desc', {}, caption.description),
    element('rect', { width, height, fill: ground }),
    element(
      'text',
      { x: EDGE, y: 23, fill: page.color, 'font-family': page.fontFamily, 'font-size': 15, 'font-weight': 600 },
      caption.title,
    ),
  );
  const body = element('g', { transform: `translate(${EDGE} ${top})` });
  body.append(...copy.childNodes);
  keys.drawn.setAttribute('transform', `translate(${EDGE} ${HEAD})`);
  picture.append(
    keys.drawn,
    body,
    element(
      'text',
      { x: EDGE, y: height - 10, fill: muted, 'font-family': page.fontFamily, 'font-size': 11 },
      caption.source,
    ),
  );
  return { text: new XMLSerializer().serializeToString(picture), width, height };
}

/** The same picture at twice its size as PNG. */
export async function rasterOf(svg: SVGSVGElement, caption: Caption): Promise<Blob> {
  const { text, width, height } = pictureOf(svg, caption);
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width * 2, height * 2];
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('This browser draws no pictures.');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, failed) =>
      canvas.toBlob((blob) => (blob === null ? failed(new Error('The picture could not be written.')) : done(blob))),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The figure's legend, as far as it is shown: its marks and names in rows. */
function keysOf(svg: SVGSVGElement, room: number): { readonly drawn: SVGElement; readonly height: number } {
  const drawn = element('g', {});
  let [x, rows] = [0, 0];
  for (const item of svg.closest('figure')?.querySelectorAll<HTMLElement>('.plot-legend li') ?? []) {
    const mark = item.querySelector('svg');
    if (mark === null || item.offsetWidth === 0 || item.querySelector('[aria-pressed="false"]') !== null) continue;
    const width = item.offsetWidth + 12;
    if (rows === 0 || x + width > room) [x, rows] = [0, rows + 1];
    const copy = mark.cloneNode(true) as SVGSVGElement;
    settle(mark, copy);
    for (const [name, value] of Object.entries({ x, y: (rows - 1) * KEY_ROW + (14 - mark.height.baseVal.value) / 2 }))
      copy.setAttribute(name, String(value));
    const style = getComputedStyle(item);
    const name = {
      x: x + mark.width.baseVal.value + 7,
      y: (rows - 1) * KEY_ROW + 11,
      fill: style.color,
      'font-family': style.fontFamily,
      'font-size': 12,
    };
    drawn.append(copy, element('text', name, item.textContent ?? ''));
    x += width;
  }
  return { drawn, height: rows * KEY_ROW };
}

/** Writes what is computed for each element into its copy's own attributes; classes go. */
function settle(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  const names = from instanceof SVGTextContentElement ? TEXT : from instanceof SVGGeometryElement ? SHAPE : [];
  for (const name of names) {
    const value = style.getPropertyValue(name);
    if (value !== '') to.setAttribute(name, value);
  }
  for (const name of ['class', 'style', 'role', 'tabindex', 'aria-hidden', 'aria-labelledby', 'aria-describedby'])
    to.removeAttribute(name);
  for (let i = 0; i < from.children.length; i++) settle(from.children[i], to.children[i]);
}

function colourBehind(start: Element): string {
  for (let at: Element | null = start; at !== null; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (colour !== '' && colour !== 'transparent' && !/, 0\)$/.test(colour)) return colour;
  }
  return '#ffffff';
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement {
  const made = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}
