import type { Title } from '#stand-in/frame-contract';
import type { EmailReason } from '../applicants/levels';

/** What IDnGO writes to a person about a verdict; comments of the reviewer come between `begin` and `end`. */
export const resultMailTexts: Record<EmailReason, { subject: Title; begin: Title; end: Title | null }> = {
  approved: {
    subject: {
      en: 'Your identity has been verified',
      ru: 'Ваша личность подтверждена',
      kk: 'Жеке басыңыз расталды',
      ar: 'تم التحقق من هويتك',
    },
    begin: {
      en: 'Hello!\n\nThe check is complete and your identity has been confirmed. There is nothing more for you to do.',
      ru: 'Здравствуйте!\n\nПроверка завершена, ваша личность подтверждена. Больше от вас ничего не требуется.',
      kk: 'Сәлеметсіз бе!\n\nТексеру аяқталды, жеке басыңыз расталды. Енді сізден ештеңе қажет емес.',
      ar: 'مرحبًا،\n\nاكتمل التحقق وتم تأكيد هويتك. لا يلزمك القيام بأي شيء آخر.',
    },
    end: null,
  },
  resubmission: {
    subject: {
      en: 'Please send your documents again',
      ru: 'Пришлите документы ещё раз',
      kk: 'Құжаттарыңызды қайта жіберіңіз',
      ar: 'يُرجى إرسال مستنداتك مرة أخرى',
    },
    begin: {
      en: 'Hello!\n\nWe could not complete the check yet: something has to be sent again.',
      ru: 'Здравствуйте!\n\nПока мы не смогли завершить проверку: кое-что нужно прислать ещё раз.',
      kk: 'Сәлеметсіз бе!\n\nТексеруді әзірге аяқтай алмадық: кейбір нәрсені қайта жіберу керек.',
      ar: 'مرحبًا،\n\nلم نتمكن بعد من إكمال التحقق: هناك ما يجب إرساله مرة أخرى.',
    },
    end: {
      en: 'To upload it, open this link. It is for you alone and works for 7 days.',
      ru: 'Чтобы загрузить новое, откройте эту ссылку. Она только для вас и действует 7 дней.',
      kk: 'Жаңасын жүктеу үшін осы сілтемені ашыңыз. Ол тек сізге арналған және 7 күн жарамды.',
      ar: 'للتحميل من جديد، افتح هذا الرابط. الرابط لك وحدك وصالح لمدة 7 أيام.',
    },
  },
  rejected: {
    subject: {
      en: 'Your identity could not be verified',
      ru: 'Вашу личность подтвердить не удалось',
      kk: 'Жеке басыңызды растау мүмкін болмады',
      ar: 'تعذّر التحقق من هويتك',
    },
    begin: {
      en: 'Hello!\n\nThe check is complete, and we could not confirm your identity. This decision is final.',
      ru: 'Здравствуйте!\n\nПроверка завершена, подтвердить вашу личность не удалось. Это решение окончательное.',
      kk: 'Сәлеметсіз бе!\n\nТексеру аяқталды, жеке басыңызды растау мүмкін болмады. Бұл шешім түпкілікті.',
      ar: 'مرحبًا،\n\nاكتمل التحقق ولم نتمكن من تأكيد هويتك. هذا القرار نهائي.',
    },
    end: null,
  },
};
