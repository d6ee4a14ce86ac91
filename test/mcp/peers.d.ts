/* What the tests use of the SDK's client: said here, so that the compiler does not need it. */

declare module '@modelcontextprotocol/client' {
  export interface Called {
    readonly content: readonly { readonly type: string; readonly text: string }[];
    readonly structuredContent?: { readonly result: Record<string, unknown>; readonly diagnostics: readonly Told[]; readonly link?: string };
    readonly isError?: boolean;
  }
  export interface Told {
    readonly severity: string;
    readonly message: string;
    readonly line: number;
    readonly column: number;
    readonly suggestion: string | null;
  }
  export class Client {
    constructor(info: { name: string; version: string });
    connect(transport: object): Promise<void>;
    close(): Promise<void>;
    listTools(): Promise<{ tools: { name: string; inputSchema: object; annotations?: { readOnlyHint?: boolean } }[] }>;
    callTool(call: { name: string; arguments: object }, options?: { signal: AbortSignal }): Promise<Called>;
    listResources(): Promise<{ resources: { uri: string }[] }>;
    readResource(asked: { uri: string }): Promise<{ contents: { text: string }[] }>;
  }
  export class InMemoryTransport {
    static createLinkedPair(): [object, object];
  }
}

declare module '@modelcontextprotocol/client/stdio' {
  export class StdioClientTransport {
    constructor(server: { command: string; args: string[] });
  }
}
