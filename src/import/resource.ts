import type { Tree } from './tree.ts';

/** One resource of a Terraform plan, or of `.tf` files. */
export interface Resource {
  readonly type: string;
  readonly name: string;
  /** `FILE:LINE`. */
  readonly from: string;
  readonly values: Tree;
}
