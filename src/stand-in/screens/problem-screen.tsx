import type { FrameSession } from '../frame-session';
import type { Problem } from '../screen';
import type { Texts } from '../texts';
import { ButtonRow, SubmitButton } from './button-row';
import { Icon } from './icon';
import { titleOfScreen } from './screen-title';
import { StatusCard } from './status-card';

interface ProblemScreenProps {
  problem: Problem;
  texts: Texts;
  session: FrameSession;
}

export function ProblemScreen({ problem, texts, session }: ProblemScreenProps) {
  return (
    <StatusCard
      kind="problem"
      icon={<Icon name="attention" />}
      title={titleOfScreen({ name: 'problem', problem }, texts)}
    >
      <div className="row center" role="alert">
        <p className="status-text">{sayProblem(problem, texts)}</p>
      </div>
      <form
        onSubmit={event => {
          event.preventDefault();
          void session.tryAgain();
        }}
      >
        <ButtonRow>
          <SubmitButton text={texts.say('buttons.tryAgain')} />
        </ButtonRow>
      </form>
    </StatusCard>
  );
}

export function sayProblem(problem: Problem, texts: Texts): string {
  switch (problem.kind) {
    case 'session-ended':
      return texts.say('problem.sessionText');
    case 'offline':
      return texts.say('problem.offlineText');
    case 'refused':
      return texts.sayNamed('problems', problem.reason);
  }
}
