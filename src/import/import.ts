import { isCompose, readCompose } from './compose.ts';
import { createDraft, type Draft, type ImportedFile, type Question } from './draft.ts';
import { isHaproxy, readHaproxy } from './haproxy.ts';
import { isKubernetes, readKubernetes } from './kubernetes.ts';
import { isPatroni, readPatroni } from './patroni.ts';
import { expressionsOf, isHcl, resourcesOf as hclResources } from './hcl.ts';
import { isPlan, readPlan, readResources } from './terraform.ts';
import { readTrees, type Tree, UnreadableFile } from './tree.ts';
import { writeDraft } from './write-draft.ts';

/** A model to begin with, and what it does not know. */
export interface Imported {
  readonly nines: 1;
  readonly kind: 'import';
  readonly model: string;
  readonly questions: readonly Question[];
  /** What was found in the files and is not in the model: `FILE:LINE`, and why. */
  readonly left: readonly { readonly from: string; readonly text: string }[];
}

/** What cannot be imported: `FILE:LINE`, what was expected. */
interface ImportProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Nobody answers the questions of more. */
const MOST_SERVICES = 1000;

const PLAN = 'terraform plan -out plan && terraform show -json plan > plan.json';
const READ =
  'Kubernetes manifests, a Patroni file, docker-compose, an HAProxy configuration, Terraform files, or a Terraform ' +
  'plan (terraform show -json)';

/**
 * Drafts a model from configuration.
 * @returns `imported` is null where a file cannot be read, which `problems` says
 */
export function importFiles(files: readonly ImportedFile[]): {
  readonly imported: Imported | null;
  readonly problems: readonly ImportProblem[];
} {
  const draft = createDraft();
  const manifests: Manifests[] = [];
  const problems = files.flatMap((each) => read(each, draft, manifests));
  readKubernetes(manifests, draft);
  const parsed = files.flatMap(({ hcl, ...each }) => (hcl !== undefined && 'tree' in hcl ? { ...each, ...hcl } : []));
  const resources = hclResources(parsed, draft);
  for (const each of resources) expressionsOf(each, draft);
  readResources(resources, draft);
  if (problems.length > 0) return { imported: null, problems };
  if (draft.services.length === 0) {
    const message = `nothing in it is a service. Expected is ${READ}.`;
    return { imported: null, problems: [{ file: files[0].file, line: 1, message }] };
  }
  if (draft.services.length > MOST_SERVICES) {
    const many = `${draft.services.length} services, and a draft is for ${MOST_SERVICES} at most`;
    const message = `these are ${many}: fewer files.`;
    return { imported: null, problems: [{ file: files[0].file, line: 1, message }] };
  }
  const model = writeDraft(
    draft,
    files.map(({ file }) => file),
  );
  return {
    imported: { nines: 1, kind: 'import', model, questions: draft.questions, left: draft.left },
    problems: [],
  };
}

/** Of one file: what stands in one may be about what stands in another, so they are read together. */
interface Manifests {
  readonly trees: readonly Tree[];
  readonly file: string;
}

function read({ file, text, hcl }: ImportedFile, draft: Draft, manifests: Manifests[]): ImportProblem[] {
  if (isHcl(file)) {
    if (hcl !== undefined && 'tree' in hcl) return [];
    const { line, problem } = hcl ?? {
      line: 1,
      problem: `HCL is read by the command, not here: npx nines import ${file}`,
    };
    return [{ file, line, message: `${problem}. Or give the plan: ${PLAN}.` }];
  }
  try {
    if (isHaproxy(text)) {
      readHaproxy(text, file, draft);
      return [];
    }
    const trees = readTrees(text);
    if (isKubernetes(trees)) manifests.push({ trees, file });
    else if (trees.length === 1 && isPlan(trees[0])) readPlan(trees[0], file, draft);
    else if (trees.length === 1 && isPatroni(trees[0])) readPatroni(trees[0], file, draft);
    else if (trees.length === 1 && isCompose(trees[0])) readCompose(trees[0], file, draft);
    else return [{ file, line: 1, message: `this is none of what is read. Expected is ${READ}.` }];
    return [];
  } catch (error) {
    if (error instanceof UnreadableFile) return [{ file, line: error.line, message: `${error.message}.` }];
    throw error;
  }
}

/** With what each question does to the answer, in their order. */
export function withMoves(imported: Imported, moves: readonly Question['moves'][]): Imported {
  return { ...imported, questions: imported.questions.map((each, i) => ({ ...each, moves: moves[i] ?? null })) };
}
