import { ask, type Draft, nameOf } from './draft.ts';
import { leave } from './kubernetes.ts';
import type { Tree } from './tree.ts';

export function isCompose(tree: Tree): boolean {
  const services = tree.at('services')?.entries() ?? [];
  return (
    services.length > 0 &&
    services.every(([, each]) => each.at('image') !== undefined || each.at('build') !== undefined)
  );
}

/** A docker-compose file: replicas, health checks and who depends on whom. */
export function readCompose(tree: Tree, file: string, draft: Draft): void {
  for (const [written, service] of tree.at('services')!.entries()) {
    const name = nameOf(written);
    const at = (path: string) => `${file}:${service.at(path)?.line ?? service.line} ${path}`;
    const replicas = service.number('deploy.replicas') ?? service.number('scale') ?? 1;
    const depends = service.at('depends_on');
    const needs = depends?.entries().map(([key, { scalar }]) => nameOf(scalar === null ? key : String(scalar))) ?? [];
    const draftService = {
      ...{ name, from: `${file}:${service.line} (compose)`, kind: kindOf(service.text('image') ?? ''), needs },
      settings: [{ key: 'replicas', value: String(replicas), from: at('deploy.replicas') }],
    };
    const check = service.at('healthcheck');
    if (check !== undefined && check.text('disable') !== 'true') {
      check.at('test');
      const interval = seconds(check.text('interval')) ?? 30;
      const timeout = seconds(check.text('timeout')) ?? 30;
      const retries = check.number('retries') ?? 3;
      const value = `{ interval: ${interval} s, timeout: ${timeout} s, unhealthy-threshold: ${retries} }`;
      draftService.settings.push({ key: 'health-check', value, from: at('healthcheck') });
    }
    if (replicas > 1) {
      const value = ask(
        draft,
        `${name}_required`,
        String(replicas - 1),
        `How many of ${name}'s ${replicas} containers carry the load?`,
        'a guess: all but one',
      );
      draftService.settings.push({ key: 'required', value, from: 'a question' });
    }
    draft.services.push(draftService);
  }
  leave(tree, 'compose file', file, draft);
}

const kindOf = (image: string) =>
  /postgres|mysql|mariadb|mongo|redis/.test(image) ? ('database' as const) : ('server' as const);

/** `1m30s` as Docker writes a time. */
function seconds(text: string | undefined): number | undefined {
  const parts = [...(text ?? '').matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)];
  if (parts.length === 0) return undefined;
  const size: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001 };
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * size[unit], 0);
}
