/*
 * What is used of the protocol's SDK, which only those have whose agents ask. Said here, so that the compiler does not
 * need it, nor does whoever takes the published types.
 */

declare module '@modelcontextprotocol/server' {
  /** A schema as the SDK takes it. */
  export interface StandardSchema {
    readonly '~standard': object;
  }
  export interface ToolResult {
    readonly content: readonly { readonly type: 'text'; readonly text: string }[];
    readonly structuredContent?: object;
    readonly isError?: boolean;
  }
  export interface ToolConfig {
    readonly title: string;
    readonly description: string;
    readonly inputSchema: StandardSchema;
    readonly annotations: { readonly readOnlyHint: boolean; readonly openWorldHint: boolean };
  }
  export interface ResourceConfig {
    readonly title: string;
    readonly description: string;
    readonly mimeType: string;
  }
  export class McpServer {
    constructor(info: { name: string; version: string }, options: { instructions: string });
    registerTool(
      name: string,
      config: ToolConfig,
      call: (
        args: Readonly<Record<string, unknown>>,
        context: { readonly mcpReq: { readonly signal: AbortSignal } },
      ) => Promise<ToolResult>,
    ): unknown;
    registerResource(
      name: string,
      uri: string,
      config: ResourceConfig,
      read: (uri: URL) => Promise<{ contents: { uri: string; mimeType: string; text: string }[] }>,
    ): unknown;
    connect(transport: object): Promise<void>;
    close(): Promise<void>;
  }
  export function fromJsonSchema(schema: object): StandardSchema;
}

declare module '@modelcontextprotocol/server/stdio' {
  import type { McpServer } from '@modelcontextprotocol/server';
  export function serveStdio(factory: () => McpServer): { close(): Promise<void> };
}
