/** The place of what the last change has bought: nothing yet. */
export function StripChange() {
  return null;
}
