import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { FrameSession, FrameView } from './frame-session';
import { type Screen, withoutInterruption } from './screen';
import { ContactScreen } from './screens/contact-screen';
import { DocumentTypeScreen } from './screens/document-type-screen';
import { ErrorPopup } from './screens/error-popup';
import { FormScreen } from './screens/form-screen';
import { FrameShell } from './screens/frame-shell';
import { Loader } from './screens/loader';
import { OtherDeviceScreen } from './screens/other-device-screen';
import { ProblemScreen } from './screens/problem-screen';
import { ResubmitScreen } from './screens/resubmit-screen';
import { ReviewScreen } from './screens/review-screen';
import { titleOfScreen } from './screens/screen-title';
import { SelfieScreen } from './screens/selfie-screen';
import { StatusScreen } from './screens/status-screen';
import { markSteps } from './screens/step-marks';
import { UploadScreen } from './screens/upload-screen';
import { WelcomeScreen } from './screens/welcome-screen';
import { useDocumentLook } from './use-document-look';

export function FramePage({ session, scrollsIntoView }: { session: FrameSession; scrollsIntoView: () => boolean }) {
  const shown = useSyncExternalStore(session.subscribe, session.getSnapshot);
  const { texts } = shown;
  const screen = withoutInterruption(shown.screen);
  const view = { ...shown, screen };
  const title = titleOfScreen(screen, texts);
  useDocumentLook(view, title);
  useHeadingFocus(view, scrollsIntoView);

  if (screen.name === 'loading') return <Loader texts={texts} />;
  return (
    <FrameShell screenName={screen.name} title={title} steps={markSteps(screen, texts)} texts={texts}>
      <CurrentScreen view={view} session={session} />
      {shown.screen.name === 'interrupted' && (
        <ErrorPopup problem={shown.screen.problem} texts={texts} session={session} />
      )}
    </FrameShell>
  );
}

interface CurrentScreenProps {
  view: FrameView & { screen: Exclude<Screen, { name: 'interrupted' }> };
  session: FrameSession;
}

function CurrentScreen({ view, session }: CurrentScreenProps) {
  const { screen, texts, hostDrawsBack, country } = view;
  switch (screen.name) {
    case 'loading':
      return null;
    case 'document-type':
      return <DocumentTypeScreen key={keyOf(view)} screen={screen} texts={texts} session={session} />;
    case 'upload':
      return <UploadScreen screen={screen} texts={texts} session={session} hostDrawsBack={hostDrawsBack} />;
    case 'selfie':
      return <SelfieScreen key={keyOf(view)} screen={screen} texts={texts} session={session} />;
    case 'welcome':
      return <WelcomeScreen screen={screen} texts={texts} session={session} country={country} />;
    case 'contact':
      return <ContactScreen key={keyOf(view)} {...{ screen, texts, session, country, hostDrawsBack }} />;
    case 'questionnaire':
    case 'applicant-data':
      return <FormScreen key={keyOf(view)} {...{ screen, texts, session, country, hostDrawsBack }} />;
    case 'other-device':
      return <OtherDeviceScreen screen={screen} texts={texts} session={session} />;
    case 'review':
      return <ReviewScreen screen={screen} texts={texts} session={session} />;
    case 'resubmit':
      return <ResubmitScreen applicant={screen.applicant} texts={texts} session={session} />;
    case 'problem':
      return <ProblemScreen problem={screen.problem} texts={texts} session={session} />;
    case 'sending':
    case 'pending':
    case 'on-hold':
    case 'approved':
    case 'rejected':
      return <StatusScreen screen={screen} texts={texts} />;
  }
}

function keyOf({ screen }: FrameView): string {
  return 'round' in screen ? `${screen.name} ${screen.round.step.idDocSetType}` : screen.name;
}

/** The heading takes the focus at a change of screen, but only from inside the frame and never at the first one. */
function useHeadingFocus(view: FrameView, scrollsIntoView: () => boolean) {
  const shownBefore = useRef<string>('loading');
  const shown = keyOf(view);
  useEffect(() => {
    const before = shownBefore.current;
    shownBefore.current = shown;
    if (before === shown || before === 'loading' || !document.hasFocus()) return;
    const headings = document.querySelectorAll<HTMLElement>('[data-heading]');
    const heading = [...headings].find(one => one.offsetParent !== null);
    heading?.focus({ preventScroll: true });
    if (scrollsIntoView()) heading?.scrollIntoView({ block: 'nearest' });
  }, [shown, scrollsIntoView]);
}
