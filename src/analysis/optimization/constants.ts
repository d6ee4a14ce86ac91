/** For whoever reports what a contest was decided with. */
export { selectionConstant, selectionEta } from '../../statistics/selection.ts';
