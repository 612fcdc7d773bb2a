import { createRoot } from 'react-dom/client';
import { applyCustomCss } from './custom-css';
import { FramePage } from './frame-page';
import { holdFocus } from './preview-focus';
import { readPreviewMessage } from './preview-message';
import { PreviewOnlyPage, previewOnlyScreens } from './preview-only/preview-only-page';
import { createPreviewSession } from './preview-session';
import { findPreview, previews } from './previews';

/**
 * Opens any screen with fixed data and without an account: `?preview=<name>[&lang=…][&theme=…]`, or the list of them by
 * `?preview`. The page that embeds it may change its look in place by our one extra message (`preview-message.ts`).
 */
export function startPreview(container: HTMLElement, search: URLSearchParams): void {
  const root = createRoot(container);
  const name = search.get('preview') ?? '';
  const screen = findPreview(name);
  const isPreviewOnly = Object.hasOwn(previewOnlyScreens, name);
  if (!screen && !isPreviewOnly) {
    root.render(<PreviewList search={search} />);
    return;
  }
  if (window.parent !== window) holdFocus(window);
  const look = { language: search.get('lang') ?? 'en', theme: search.get('theme') ?? undefined };
  const session = createPreviewSession(screen ?? { name: 'loading' }, look);
  window.addEventListener('message', event => {
    if (event.source !== window.parent) return;
    const message = readPreviewMessage(event.data);
    if (!message) return;
    session.applyLook({
      language: message.lang ?? look.language,
      theme: message.theme ?? look.theme,
      i18n: message.i18n,
    });
    // Left out, the sheets stay as they are: whoever embeds a preview of its own origin may write them itself.
    if (message.uiConf) applyCustomCss(document, message.uiConf);
  });
  root.render(
    isPreviewOnly ? (
      <PreviewOnlyPage name={name} session={session} />
    ) : (
      <FramePage session={session} scrollsIntoView={() => false} />
    ),
  );
}

function PreviewList({ search }: { search: URLSearchParams }) {
  const addressOf = (name: string) => `?${new URLSearchParams({ ...Object.fromEntries(search), preview: name })}`;
  return (
    <section className="content">
      <ul>
        {[...Object.keys(previews), ...Object.keys(previewOnlyScreens)].map(name => (
          <li key={name}>
            <a href={addressOf(name)}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
