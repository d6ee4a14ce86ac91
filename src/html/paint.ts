import type { Paint } from '../report/index.ts';

/**
 * Colours by meaning, as elements: what is strong or bad is so without its colour, too. They take text that is escaped
 * already.
 */
export const HTML_PAINT: Paint = {
  strong: (text) => `<strong>${text}</strong>`,
  faint: (text) => `<span class="faint">${text}</span>`,
  good: (text) => `<span class="good">${text}</span>`,
  bad: (text) => `<strong class="bad">${text}</strong>`,
  unsure: (text) => `<em class="unsure">${text}</em>`,
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that means nothing but itself, in an element and in an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
