import { type ThemeTexts, themeTextsSchema } from '#contract/theme-texts';
import type { Api } from '../api/http';

/** What they are worth waiting for: without them the provider's own texts are shown. */
const patienceMs = 3_000;

/** Never fails: a text that is not as the operator wants it keeps nobody from their verification. */
export async function readThemeTexts(api: Api, address: string | null): Promise<ThemeTexts> {
  if (address === null) return {};
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), patienceMs);
  try {
    return await api.call({ method: 'GET', path: address, response: themeTextsSchema }, controller.signal);
  } catch {
    return {};
  } finally {
    clearTimeout(timer);
  }
}
