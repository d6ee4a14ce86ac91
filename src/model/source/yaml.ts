import { parseDocument, type Document, type LineCounter } from 'yaml';

/**
 * A text as the language reads YAML: the nodes of its document with their places, and what is wrong with its syntax.
 * @param more `keepSourceTokens`: nodes know the tokens that they were made of, for who changes the text
 */
export function parseYaml(
  text: string,
  more: { readonly lineCounter?: LineCounter; readonly keepSourceTokens?: boolean },
): Document.Parsed {
  return parseDocument(text, {
    ...more,
    prettyErrors: false,
    // Duplicate keys are found by who reads: the library's own check takes quadratic time.
    uniqueKeys: false,
    merge: false,
    // Version 1.2 whatever the text says of itself, and no tags: both are faults, said in the language's words.
    schema: 'core',
    resolveKnownTags: false,
    logLevel: 'error',
  });
}
