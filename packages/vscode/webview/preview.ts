/** Runs in the page of the preview: shows what it is told, says what was clicked. */
import morphdom from 'morphdom';
import type { FromPreview, Place, PreviewState, ToPreview } from '../src/preview/preview-messages.js';
import { markPlace, placeOf } from './places.js';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPreview): void;
  getState(): PreviewState | undefined;
  setState(state: PreviewState): void;
};

const editor = acquireVsCodeApi();
const main = document.querySelector('main')!;
const reportStyle = document.querySelector('#report-style')!;
/** Where the page stood before the window was reloaded; until the report is there again. */
let scrollToRestore = editor.getState()?.scroll;
let cursor: Place | undefined;

addEventListener('message', ({ data }: MessageEvent<ToPreview>) => {
  if (data.type === 'cursor') show((cursor = data.place));
  else if (data.type === 'notice') showNotice(data.text);
  else showReport(data);
});

/** Only what changed is replaced: the page, and every wide table, stays where the reader scrolled it. */
function showReport({ html, style, uri }: Extract<ToPreview, { type: 'show' }>): void {
  if (reportStyle.textContent !== style) reportStyle.textContent = style;
  morphdom(main, `<main>${html}</main>`, { childrenOnly: true });
  applyOwnStyles();
  if (scrollToRestore !== undefined) scrollTo(0, scrollToRestore);
  scrollToRestore = undefined;
  if (cursor) markPlace(main, cursor);
  editor.setState({ uri, scroll: scrollY });
}

/** Widths of columns: the content policy takes them from a script, not from `style` attributes. */
function applyOwnStyles(): void {
  for (const element of main.querySelectorAll<HTMLElement>('[data-style]'))
    element.style.cssText = element.dataset.style!;
}

function showNotice(text: string): void {
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.textContent = text;
  main.replaceChildren(notice);
}

/** Scrolls only when the place cannot be seen. */
function show(place: Place): void {
  const marked = markPlace(main, place);
  if (marked.length > 0 && !marked.some(isVisible))
    marked[0]!.scrollIntoView({ block: 'center', inline: 'nearest' });
}

function isVisible(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight && bottom > top;
}

main.addEventListener('click', ({ target }) => {
  const element = target as Element;
  const figure = element.closest('[data-origin], [data-operand]');
  // Whoever marks words with the mouse means to copy them.
  const isSelecting = getSelection()?.isCollapsed === false;
  reveal(figure ?? (isSelecting ? null : element.closest('[data-line], [data-block]')));
});

function reveal(element: Element | null): void {
  const place = placeOf(element);
  if (place) editor.postMessage({ type: 'reveal', place });
}

addEventListener('scroll', () => {
  const state = editor.getState();
  if (state && scrollToRestore === undefined) editor.setState({ ...state, scroll: scrollY });
});

editor.postMessage({ type: 'ready' });
