import type * as hcl from '@cdktn/hcl2json';
import type { ImportedFile } from './draft.ts';
import { isHcl } from './hcl.ts';

const MODULE = '@cdktn/hcl2json';

/**
 * The files with what HashiCorp's own parser makes of those that are HCL. It is loaded only then: an optional peer
 * dependency, two megabytes.
 */
export function withHcl(files: readonly ImportedFile[]): Promise<ImportedFile[]> {
  return Promise.all(files.map(async (each) => (isHcl(each.file) ? { ...each, hcl: await parsed(each) } : each)));
}

async function parsed({ file, text }: ImportedFile): Promise<NonNullable<ImportedFile['hcl']>> {
  let parser: typeof hcl;
  try {
    parser = await import('@cdktn/hcl2json');
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    return { line: 1, problem: `HCL is read with ${MODULE}, which is not here: npm install ${MODULE}` };
  }
  try {
    return { tree: await parser.parse(file, text) };
  } catch (error) {
    const [, line = '1', problem = 'it is no HCL'] =
      /\[.*?:(\d+),[^:]*: (.*?)\.?\]$/.exec((error as Error).message) ?? [];
    return { line: Number(line), problem };
  }
}
