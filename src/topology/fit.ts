/** Text that fits a width in pixels, cut with an ellipsis; a little too short rather than too long. */
export function fit(text: string, width: number, fontSize: number): string {
  let used = 0;
  const most = width / fontSize;
  const letters = [...text];
  for (let i = 0; i < letters.length; i++) {
    used += widthOf(letters[i]);
    if (used <= most) continue;
    let end = i;
    for (let room = used - most + 0.6; end > 1 && room > 0; end--) room -= widthOf(letters[end - 1]);
    return `${letters.slice(0, Math.max(1, end)).join('')}…`;
  }
  return text;
}

/** Width of a caption in pixels, roughly. */
export function textWidth(text: string, fontSize = 12): number {
  return [...text].reduce((sum, letter) => sum + widthOf(letter), 0) * fontSize;
}

/** Of a letter, in units of the font's size: roughly that of a sans-serif. */
function widthOf(letter: string): number {
  if (/[iljtfrI.,:;'|()[\] ]/.test(letter)) return 0.34;
  if (/[mwMW%@]/.test(letter)) return 0.86;
  if (/[A-Z\d]/.test(letter)) return 0.64;
  return letter < '\u2e80' ? 0.56 : 1;
}
