import { ask, askRequired, type Draft, type DraftService, nameOf, type Need } from './draft.ts';

export const isHaproxy = (text: string): boolean =>
  /^\s*(backend|listen)\s+\S+/m.test(text) && /^\s*server\s+\S+\s+\S+/m.test(text);

/** Backends with their servers and checks; HAProxy's own defaults are inter 2 s, fall 3, rise 2. */
export function readHaproxy(text: string, file: string, draft: Draft): void {
  const backends: { name: string; line: number; servers: string[]; backups: number; options: string }[] = [];
  const unread = new Map<string, number>();
  let defaults = '';
  let section = '';
  text.split(/\r?\n/).forEach((raw, i) => {
    const words = raw.replace(/(^|\s)#.*$/, '').trim();
    if (words === '') return;
    const [first, second = ''] = words.split(/\s+/);
    if (/^(global|defaults|frontend|backend|listen|resolvers|peers|userlist|cache)$/.test(first)) {
      section = first;
      if (first === 'backend' || first === 'listen')
        backends.push({ name: nameOf(second), line: i + 1, servers: [], backups: 0, options: defaults });
      return;
    }
    const backend = section === 'backend' || section === 'listen' ? backends.at(-1) : undefined;
    if (first === 'default-server' && backend !== undefined) backend.options = words;
    else if (first === 'default-server') defaults = words;
    else if (first === 'server' && backend !== undefined) {
      backend.servers.push(words);
      if (/\sbackup(\s|$)/.test(words)) backend.backups++;
    } else unread.set(first, unread.get(first) ?? i + 1);
  });
  const needs = backends.filter(({ servers }) => servers.length > 0).map((each) => backendService(each, file, draft));
  const members = ask(draft, 'haproxy_members', '2', 'How many HAProxy processes share the address?', 'a guess: two');
  draft.services.push({
    ...{ name: 'haproxy', from: `${file}:1 (HAProxy)`, kind: 'proxy', needs },
    settings: [{ key: 'replicas', value: members, from: 'a question' }],
  });
  if (unread.size > 0) {
    const names = [...unread].slice(0, 12).map(([word, line]) => `${word} (line ${line})`);
    const more = unread.size > 12 ? `, and ${unread.size - 12} more` : '';
    draft.left.push({ from: `${file}:1`, text: `HAProxy: not read: ${names.join(', ')}${more}` });
  }
}

function backendService(
  {
    name,
    line,
    servers,
    backups,
    options,
  }: { name: string; line: number; servers: string[]; backups: number; options: string },
  file: string,
  draft: Draft,
): Need {
  const all = `${options} ${servers[0]}`;
  const value = (word: string) => new RegExp(`\\s${word}\\s+(\\S+)`).exec(all)?.[1];
  const inter = /^(\d+)(us|ms|s|m|h|d)?$/.exec(value('inter') ?? '2s');
  const unit: Readonly<Record<string, number>> = { us: 1e-6, ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 };
  const count = (word: string, usual: number) => /^\d+$/.exec(value(word) ?? '')?.[0] ?? String(usual);
  const interval = inter === null ? 2 : Number(inter[1]) * unit[inter[2] ?? 'ms'];
  const isChecked = servers.some((each) => /\scheck(\s|$)/.test(each));
  const isPair = backups > 0 && servers.length - backups === 1;
  const settings = [{ key: 'replicas', value: String(servers.length), from: `${file}:${line} its servers` }];
  if (isPair) settings.push({ key: 'mode', value: 'active-passive', from: `${file}:${line} backup` });
  if (isChecked)
    settings.push({
      key: 'health-check',
      value:
        `{ interval: ${interval} s, unhealthy-threshold: ${count('fall', 3)}, ` +
        `healthy-threshold: ${count('rise', 2)} }`,
      from: `${file}:${line} inter, fall, rise`,
    });
  else
    draft.left.push({
      from: `${file}:${line}`,
      text: `${name}: its servers are not checked: one that is dead keeps its requests`,
    });
  if (!isPair && servers.length > 1)
    settings.push(askRequired(draft, { name, members: servers.length, what: 'servers' }));
  const service: DraftService = {
    name,
    from: `${file}:${line} (HAProxy backend)`,
    kind: 'server',
    settings,
    needs: [],
  };
  draft.services.push(service);
  return { name, from: `${file}:${line}` };
}
