import type { Mode } from '../model/index.ts';

/** Keys, and indices of lists, from the root: `['services', 'db', 'failover', 'detect']`. */
export type Path = readonly (string | number)[];

/** What a text is to say at a place. A string is written as it was typed, quoted only where YAML asks for it. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value | undefined };

/** A map of values, such as a service's keys. */
export type Fields = Readonly<Record<string, Value | undefined>>;

/** What has a name in a model. A failure mode belongs to a domain or to a component. */
export type Thing =
  | {
      readonly what: 'domain' | 'component' | 'service' | 'shock' | 'experiment' | 'parameter';
      readonly name: string;
    }
  | {
      readonly what: 'failure';
      readonly name: string;
      readonly of: { readonly what: 'domain' | 'component'; readonly name: string };
    };

/** One change of a model. Whoever adds one is asked by the compiler what it does (`perform.ts`). */
export type Act =
  /** Writes a value at a path; what is missing on the way there is made. */
  | { readonly act: 'set'; readonly path: Path; readonly value: Value }
  /** Takes away what stands at a path, so that its default holds; nothing there is no mistake. */
  | { readonly act: 'clear'; readonly path: Path }
  /**
   * Adds something that has a name. `within`: the domain in which a domain is put (top when left out). `value`: what it
   * is; a service without one is made of the last component that there is, or of a new one.
   */
  | { readonly act: 'add'; readonly thing: Thing; readonly value?: Value; readonly within?: string }
  /** And all that refers to it. */
  | { readonly act: 'rename'; readonly thing: Thing; readonly to: string }
  /** And what refers to it, where that can do without; a domain goes with all that is in it. */
  | { readonly act: 'remove'; readonly thing: Thing }
  /** A copy right behind it; `as` is made up when left out. Domains in a copied domain have new names as well. */
  | { readonly act: 'duplicate'; readonly thing: Thing; readonly as?: string }
  /** Into another domain (null: to the top), or, for all things, before another of its kind (null: to the end). */
  | { readonly act: 'move'; readonly thing: Thing; readonly within?: string | null; readonly before?: string | null }
  | { readonly act: 'need'; readonly service: string; readonly on: string }
  /** `without`: the share of requests that is still answered without it. */
  | { readonly act: 'want'; readonly service: string; readonly on: string; readonly without: string }
  /** Neither needs nor wants it any more. */
  | { readonly act: 'let-go'; readonly service: string; readonly on: string }
  /** Sets how many members there are; in the parameter that says so, where nothing else uses it. */
  | { readonly act: 'replicas'; readonly service: string; readonly count: number }
  /** With all the keys that the mode does not have taken away. */
  | { readonly act: 'mode'; readonly service: string; readonly mode: Mode }
  /** In one domain or several; none: wherever those who need it are. */
  | { readonly act: 'place'; readonly service: string; readonly in: readonly string[] }
  /** Over all domains of a kind; null: no longer. */
  | { readonly act: 'spread'; readonly service: string; readonly across: string | null }
  /** Puts one member into another domain, the others staying where they are; 0 is the first. */
  | { readonly act: 'move-member'; readonly service: string; readonly member: number; readonly to: string }
  /** A part of a service as a whole; null takes it away. */
  | {
      readonly act: 'part';
      readonly service: string;
      readonly part: 'health-check' | 'failover' | 'replication' | 'data' | 'backup' | 'maintenance' | 'deploy';
      readonly value: Fields | null;
    }
  /** A service, with all that it needs, in several domains: `as` is a new one over `of`, and the entry if that was. */
  | {
      readonly act: 'sites';
      readonly of: string;
      readonly as: string;
      readonly sites: readonly string[];
      readonly value?: Fields;
    }
  | { readonly act: 'entry'; readonly service: string };

/** A stretch of the text before, and what stands there after. */
export interface Patch {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** What became of an act: a text with what changed in it, in order and in places of the text before; or why not. */
export type Outcome =
  | {
      readonly text: string;
      readonly patch: readonly Patch[];
      /** What was done, in a sentence, for those who do not see it. */
      readonly says: string;
    }
  /** One line: what is in the way, and the way out. */
  | { readonly refused: string };

/** Thrown within this folder; `applyAct` hands it on as `refused`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
