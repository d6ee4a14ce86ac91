import { signal } from '@preact/signals';

/** What stands beside the topology: two views of the same model with the same selection. */
export type SideView = 'inspector' | 'text';
export const sideView = signal<SideView>('inspector');
