import type { Screen } from '../screen';
import type { Texts } from '../texts';

/** The step's title on a desktop; narrow frames show the one of the stepper instead. */
export function ScreenTitle({ title }: { title: string }) {
  return (
    <div className="row">
      <h2 className="desktop uppercase" tabIndex={-1} data-heading="">
        <p>{title}</p>
      </h2>
    </div>
  );
}

export function SubTitle({ text }: { text: string }) {
  return (
    <div className="row">
      <h3 className="subtitle">
        <p>{text}</p>
      </h3>
    </div>
  );
}

export function titleOfScreen(screen: Screen, texts: Texts): string {
  switch (screen.name) {
    case 'loading':
      return texts.say('loading');
    case 'other-device':
      return texts.say('otherDevice.title');
    case 'welcome':
      return texts.say('welcome.title');
    case 'review':
      return texts.say('review.title');
    case 'contact':
    case 'questionnaire':
    case 'applicant-data':
    case 'document-type':
    case 'upload':
    case 'selfie':
      return texts.sayNamed('steps', screen.round.step.idDocSetType);
    case 'sending':
      return texts.say(screen.complete ? 'sending.title' : 'loading');
    case 'pending':
      return texts.say('pending.title');
    case 'on-hold':
      return texts.say('onHold.title');
    case 'approved':
      return texts.say('approved.title');
    case 'resubmit':
      return texts.say('resubmit.title');
    case 'rejected':
      return texts.say('rejected.title');
    case 'interrupted':
      return titleOfScreen(screen.behind, texts);
    case 'problem':
      return texts.say(problemTitles[screen.problem.kind]);
  }
}

export const problemTitles = {
  'session-ended': 'problem.sessionTitle',
  offline: 'problem.offlineTitle',
  refused: 'problem.refusedTitle',
} as const;
