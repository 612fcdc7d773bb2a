import type { ApplicantRecord } from '../applicants/applicants';
import { activeImages, requireLevel } from '../applicants/dossier';
import type { EmailReason } from '../applicants/levels';
import type { ReviewResult } from '../applicants/review-record';
import type { ApplicantStore } from '../applicants/store';
import type { ExternalLinks } from '../frame/external-links';
import type { Log } from '../log';
import { chooseText } from './choose-text';
import type { SandboxClock } from './clock';
import type { Mail, Outbox } from './outbox';
import { resultMailTexts } from './result-mail-texts';

/** [S] */
const linkTtlInSecs = 7 * 24 * 60 * 60;
const mailLanguages = ['en', 'ru', 'kk', 'ar'];

/** Writes to people about verdicts, where their level wants that [I]. Nothing is sent: mails end in the outbox. */
export function sendResultMails({
  store,
  outbox,
  links,
  clock,
  log,
}: {
  store: ApplicantStore;
  outbox: Outbox;
  links: ExternalLinks;
  clock: Pick<SandboxClock, 'begin'>;
  log: Log;
}): void {
  async function send(applicant: ApplicantRecord, result: ReviewResult, reason: EmailReason): Promise<void> {
    const { environment, applicantId, externalUserId, levelName, email } = applicant;
    const lang = toMailLanguage(applicant.lang);
    const link =
      reason === 'resubmission'
        ? await links.create({ externalUserId, levelName, environment, lang, ttlInSecs: linkTtlInSecs })
        : null;
    outbox.send({
      ...{ environment, applicantId, externalUserId, lang, to: email, kind: reason, channel: 'email' },
      ...compose(reason, lang, listComments(applicant, result)),
      link: link?.url ?? null,
    });
  }

  store.onChange((applicant, webhook) => {
    const { reviewResult } = applicant.review;
    if (webhook !== 'applicantReviewed' || !reviewResult) return;
    const reason = toReason(reviewResult);
    if (!requireLevel(applicant.levelName).emailNotifications.includes(reason)) return;
    clock
      .begin(() => send(applicant, reviewResult, reason))
      .catch(error => {
        log.error({ err: error, reason }, 'a mail could not be written');
      });
  });
}

function toReason(result: ReviewResult): EmailReason {
  if (result.reviewAnswer === 'GREEN') return 'approved';
  return result.reviewRejectType === 'RETRY' ? 'resubmission' : 'rejected';
}

function toMailLanguage(lang: string | null): string {
  const base = lang?.split('-')[0]?.toLowerCase() ?? 'en';
  return mailLanguages.includes(base) ? base : 'en';
}

function compose(reason: EmailReason, lang: string, comments: string[]): Pick<Mail, 'subject' | 'text'> {
  const { subject, begin, end } = resultMailTexts[reason];
  const paragraphs = [chooseText(begin, lang), ...comments, ...(end ? [chooseText(end, lang)] : [])];
  return { subject: chooseText(subject, lang), text: paragraphs.join('\n\n') };
}

/** What the reviewer wrote to the person, each sentence once: overall, then on single images and forms. */
function listComments(applicant: ApplicantRecord, result: ReviewResult): string[] {
  if (result.reviewAnswer === 'GREEN') return [];
  const onImages = activeImages(applicant).map(({ review }) =>
    review?.reviewAnswer === 'RED' ? review.moderationComment : undefined,
  );
  const onForms = applicant.answers.map(({ moderationComment }) => moderationComment);
  const comments = [result.moderationComment, ...onImages, ...onForms].map(comment => comment?.trim() ?? '');
  return [...new Set(comments)].filter(comment => comment !== '');
}
