import * as v from 'valibot';
import { initMessageSchema } from '#idngo/web-sdk';

const { lang, theme, uiConf, i18n } = initMessageSchema.entries;

/** Our one extra message, host → preview: takes another look in place, without losing the screen. */
const previewMessageSchema = v.object({ method: v.literal('preview.applyLook'), lang, theme, uiConf, i18n });
export type PreviewMessage = v.InferOutput<typeof previewMessageSchema>;

export function readPreviewMessage(data: unknown): PreviewMessage | undefined {
  const message = v.safeParse(previewMessageSchema, data);
  return message.success ? message.output : undefined;
}
