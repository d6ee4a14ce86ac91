import type * as sdk from '@modelcontextprotocol/server';
import type { McpServer, ToolResult } from '@modelcontextprotocol/server';
import { jsonSchema } from '../model/index.ts';
import { VERSION } from '../version.ts';
import { type Answer, TOOLS } from './tools.ts';

/** What an agent reads of the package, from wherever it lies. */
export interface Library {
  readonly guide: () => Promise<string>;
  readonly defaults: () => Promise<string>;
  /** The gallery's models, such as `dr/pilot-light.yaml`, and the text of one. */
  readonly gallery: readonly string[];
  readonly model: (name: string) => Promise<string>;
  /** Where the page opens a model. */
  readonly link: (model: string) => string;
}

const INSTRUCTIONS =
  'nines simulates the availability, recovery time, data loss and cost of a topology. Write a model as nines://guide ' +
  'says, from one of nines://gallery, with figures from nines://defaults where nobody knows better, and say which ' +
  'those are; call check until it has no errors, then simulate, compare, explain, experiment or solve. Quote figures ' +
  'with their intervals.';

/** A server with all tools and resources. One study runs at a time; the others wait for it. */
export function createServer(
  { McpServer: Server, fromJsonSchema }: Pick<typeof sdk, 'McpServer' | 'fromJsonSchema'>,
  library: Library,
): McpServer {
  const server = new Server({ name: 'nines', version: VERSION }, { instructions: INSTRUCTIONS });
  let before: Promise<unknown> = Promise.resolve();
  for (const { name, title, description, input, call } of TOOLS) {
    const annotations = { readOnlyHint: true, openWorldHint: false };
    server.registerTool(
      name,
      { title, description, inputSchema: fromJsonSchema(input), annotations },
      async (args, { mcpReq: { signal } }) => {
        const answer = before.then(() => {
          signal.throwIfAborted();
          return call(args as never, signal);
        });
        before = answer.catch(() => undefined);
        return told(await answer, library);
      },
    );
  }
  addResources(server, library);
  return server;
}

function told({ result, text, diagnostics, isError, model }: Answer, library: Library): ToolResult {
  const link = model === undefined ? {} : { link: library.link(model) };
  return {
    content: [{ type: 'text', text }],
    structuredContent: { result, diagnostics, ...link },
    isError,
  };
}

function addResources(server: McpServer, library: Library): void {
  const add = (name: string, title: string, description: string, mimeType: string, read: () => Promise<string>) =>
    server.registerResource(name, `nines://${name}`, { title, description, mimeType }, async (uri) => ({
      contents: [{ uri: uri.href, mimeType, text: await read() }],
    }));
  add(
    'guide',
    'Language guide',
    'How a model is written, what each word means, what is measured',
    'text/markdown',
    () => library.guide(),
  );
  add('schema', 'JSON Schema', 'The language as a schema', 'application/json', async () =>
    JSON.stringify(jsonSchema(), null, 2),
  );
  add('defaults', 'Sourced defaults', 'Figures for what nobody knows, each with its source', 'text/markdown', () =>
    library.defaults(),
  );
  add('gallery', 'Gallery', 'Names of models to begin from', 'application/json', async () =>
    JSON.stringify(library.gallery.map((name) => `nines://gallery/${name}`)),
  );
  for (const name of library.gallery)
    add(`gallery/${name}`, name, 'A model, with the question that it answers', 'application/yaml', () =>
      library.model(name),
    );
}
