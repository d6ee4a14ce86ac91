import { documentShape } from '../model/language/document.ts';
import { isNumeric, type Kind } from '../model/language/kinds.ts';
import type { Path } from './act.ts';
import type { Plain } from './plain.ts';

/** Where something is named that stands elsewhere. */
export interface Reference {
  readonly path: Path;
  /** What kind of thing the place names. An experiment's target may be a domain or a service. */
  readonly to: 'service' | 'domain' | 'component' | 'team' | 'target' | 'expression';
  /** The name is the last key of the path, and not what stands there. */
  readonly isKey: boolean;
  readonly text: string;
}

/** Every place of a model at which the language names something, by the description of the language. */
export function referencesIn(plain: Plain): readonly Reference[] {
  const found: Reference[] = [];
  const visit = (node: Plain | undefined, kind: Kind, path: Path): void => {
    if (node === undefined || node === null) return;
    switch (kind.type) {
      case 'record':
        if (node instanceof Map)
          for (const [key, value] of node) {
            const keys = kind.shape().keys;
            if (Object.hasOwn(keys, key)) visit(value, keys[key].kind, [...path, key]);
          }
        break;
      case 'names':
        if (!(node instanceof Map)) break;
        for (const [key, value] of node) {
          const inner = [...path, key];
          if (kind.what === 'service' && path.length > 1)
            found.push({ path: inner, to: 'service', isKey: true, text: key });
          visit(value, kind.of, inner);
        }
        break;
      case 'list':
        if (Array.isArray(node)) node.forEach((item, i) => visit(item, kind.of, [...path, i]));
        else visit(node, kind.of, path);
        break;
      case 'either':
        visit(node, node instanceof Map ? kind.record : kind.scalar, path);
        break;
      default:
        if (typeof node === 'string') add(node, kind, path);
    }
  };
  const add = (text: string, kind: Kind, path: Path): void => {
    if (kind.type === 'reference' && kind.to !== 'domain kind') found.push({ path, to: kind.to, isKey: false, text });
    else if (kind.type === 'target') found.push({ path, to: 'target', isKey: false, text });
    else if (isNumeric(kind) || kind.type === 'parameter') found.push({ path, to: 'expression', isKey: false, text });
  };
  visit(plain, { type: 'record', shape: () => documentShape }, []);
  return found;
}

/** A word that is a name of its own: in `zone_mtbf / 2` and not in `zone_mtbf_2`. */
function wordPattern(name: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_.])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}_])`, 'gu');
}

/** The text with another name in the place of this one; the same where it does not name it. */
export function renamed(
  { to, text }: Reference,
  what: 'service' | 'domain' | 'component' | 'parameter',
  from: string,
  name: string,
): string {
  if (to === what) return text === from ? name : text;
  if (to === 'expression') return what === 'parameter' ? text.replace(wordPattern(from), () => name) : text;
  if (to !== 'target' || what === 'component' || what === 'parameter') return text;
  if (text === from) return name;
  // A link is named by its ends.
  if (what === 'domain' && text.startsWith(`${from}--`)) return name + text.slice(from.length);
  if (what === 'domain' && text.endsWith(`--${from}`)) return text.slice(0, -from.length) + name;
  const [, head, member] = /^(.*)\[([^\]]*)\]$/s.exec(text) ?? [];
  if (member !== undefined)
    return what === 'service'
      ? head === from
        ? `${name}[${member}]`
        : text
      : member === from
        ? `${head}[${name}]`
        : text;
  return what === 'service' && text === `${from}.active` ? `${name}.active` : text;
}
