interface LinkMailText {
  subject: string;
  /** Without the link, which a mail and a message carry beside it. */
  text: string;
}

const texts: Readonly<Record<string, LinkMailText>> = {
  en: {
    subject: 'Continue the identity check on your phone',
    text: 'Open this link on your phone to go on where you left off. It is for you alone: do not pass it on.',
  },
  ru: {
    subject: 'Продолжите проверку личности на телефоне',
    text: 'Откройте эту ссылку на телефоне, чтобы продолжить с того же места. Она только для вас: не передавайте её другим.',
  },
  kk: {
    subject: 'Жеке басты тексеруді телефонда жалғастырыңыз',
    text: 'Тоқтаған жерден жалғастыру үшін осы сілтемені телефонда ашыңыз. Ол тек сізге арналған: басқаларға бермеңіз.',
  },
  ar: {
    subject: 'تابع التحقق من الهوية على هاتفك',
    text: 'افتح هذا الرابط على هاتفك لتتابع من حيث توقفت. الرابط لك وحدك، فلا ترسله إلى أحد.',
  },
};

/** What is written beside a link to go on with on a phone, in English where the language is not among ours. */
export function composeLinkMail(lang: string): LinkMailText {
  const primary = lang.toLowerCase().split('-')[0] ?? '';
  return (Object.hasOwn(texts, primary) ? texts[primary] : texts.en) as LinkMailText;
}

export const linkTtlInSecs = 30 * 60;
