/** Hands a file to the browser's downloads; nothing leaves the machine. */
export function download(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Chromium may ask where to put it: the content has to be there until then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** `Web shop, three zones` → `web-shop-three-zones`. */
export function fileName(name: string): string {
  return (
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'model'
  );
}
