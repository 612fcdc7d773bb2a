import type { FrameStep } from '../frame-contract';
import type { Texts } from '../texts';
import { Icon } from './icon';

/** What the reviewer wrote about a form that is asked for once more. */
export function ModerationComment({ step, texts }: { step: FrameStep; texts: Texts }) {
  if (step.state !== 'send-again' || !step.moderationComment) return null;
  return (
    <div className="row">
      <div className="error-messages-list">
        <div className="error-message warn">
          <div className="message-icon">
            <Icon name="attention" className="fa-icon" />
          </div>
          <div className="message-title">{texts.say('form.commentTitle')}</div>
          <div className="message-content">
            <p dir="auto">{step.moderationComment}</p>
          </div>
        </div>
      </div>
    </div>
  );
}
