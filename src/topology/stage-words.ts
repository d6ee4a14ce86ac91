/** Stages of a service, where there is little room on the drawing. */
const SHORT: Readonly<Record<string, string>> = {
  'between attempts': 'trying again',
  electing: 'electing',
  stopped: 'no majority',
};

export function stageCaption(stage: string): string {
  return SHORT[stage] ?? stage;
}
