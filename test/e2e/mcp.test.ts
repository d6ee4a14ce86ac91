import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { built } from '../built.ts';

it('nines mcp serves an agent on standard input and output, and ends when that is closed', async () => {
  const dist = await built();
  const client = new Client({ name: 'a test', version: '1' });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [join(dist, 'cli.js'), 'mcp'] }));
  const { isError, content } = await client.callTool({ name: 'check', arguments: { model: 'nines: 1\nservices: { web: { component: app } }' } });
  expect([isError, content[0].text]).toEqual([true, expect.stringContaining("unknown component 'app'")]);
  const { contents } = await client.readResource({ uri: 'nines://gallery/web-shop.yaml' });
  expect(contents[0].text).toContain('nines: 1');
  await client.close();
});
