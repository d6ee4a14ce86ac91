/*
 * What is used of HashiCorp's own parser (MPL-2.0, WebAssembly), which only those have who import `.tf` files. Said
 * here, so that the compiler does not need it, nor does whoever takes the published types.
 */

declare module '@cdktn/hcl2json' {
  /** Blocks as lists of objects, expressions as texts: `${var.ttl}`. Rejects with `parse config: [FILE:LINE,…`. */
  export function parse(file: string, text: string): Promise<object>;
}
