import { version } from '../package.json';

/** Of the package; stands in every report. */
export const VERSION: string = version;
