import type { Mail } from '../control/outbox';

type Words = Pick<Mail, 'subject' | 'text'>;

const wordings: Record<string, (code: string) => Words> = {
  en: code => ({
    subject: 'Your confirmation code',
    text: `${code} is your confirmation code. It works for 10 minutes. If you did not ask for it, ignore this message.`,
  }),
  ru: code => ({
    subject: 'Код подтверждения',
    text: `${code} – ваш код подтверждения. Он действует 10 минут. Если вы его не запрашивали, не обращайте внимания на это сообщение.`,
  }),
  kk: code => ({
    subject: 'Растау коды',
    text: `${code} – растау кодыңыз. Ол 10 минут жарамды. Егер оны сұратпаған болсаңыз, бұл хабарламаны елемеңіз.`,
  }),
  ar: code => ({
    subject: 'رمز التأكيد',
    text: `رمز التأكيد الخاص بك هو ${code}، وهو صالح لمدة 10 دقائق. إذا لم تطلبه، فتجاهل هذه الرسالة.`,
  }),
};

/** The message with a code, in the person's language or in English. */
export function composeCodeMail(code: string, lang: string | null): Words & { lang: string } {
  const language = lang?.toLowerCase().split('-')[0] ?? 'en';
  const known = Object.hasOwn(wordings, language) ? language : 'en';
  return { lang: known, ...(wordings[known] as (code: string) => Words)(code) };
}
