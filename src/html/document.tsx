import type { ComponentChild } from 'preact';
import { renderToString } from 'preact-render-to-string';
import plotStyle from '../plots/plots.css?inline';
import tokens from '../plots/tokens.css?inline';
import { plainText } from '../report/index.ts';
import drawing from '../topology/drawing.css?inline';
import reportStyle from './report.css?inline';

/** Nothing is loaded and nothing is run, whatever got into the text. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * A document that needs nothing but itself: no script, no font, no picture from elsewhere. Ends with a line break.
 * @param title of the window, without markup
 */
export function htmlDocument(title: string, body: ComponentChild): string {
  const style = `${tokens}\n${plotStyle}\n${drawing}\n${reportStyle}`;
  const head = (
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={POLICY} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content="no-referrer" />
      <title>{`${plainText(title)} · nines`}</title>
      {/* A browser that finds none asks the server for one. */}
      <link rel="icon" href="data:," />
      <style dangerouslySetInnerHTML={{ __html: style }} />
    </head>
  );
  return `<!DOCTYPE html>\n${renderToString(
    <html lang="en">
      {head}
      <body>{body}</body>
    </html>,
  )}\n`;
}
