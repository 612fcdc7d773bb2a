import { useEffect, useRef, useState } from 'react';
import type { Texts } from '../texts';
import { ActionLink } from './action-link';
import { Icon } from './icon';

export interface ErrorMessage {
  id: string;
  kind: 'error' | 'warn';
  title: string;
  text: string;
  /** What can be done about it at once. */
  actions?: readonly MessageAction[];
}

export interface MessageAction {
  text: string;
  onPress: () => void;
}

/** Stays in the page while it is empty, so that what appears in it is announced. */
export function ErrorMessages({ messages, texts }: { messages: readonly ErrorMessage[]; texts: Texts }) {
  const list = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<readonly string[]>([]);
  const stillThere = closed.filter(key => messages.some(message => keyOf(message) === key));
  // One that went away and came back is news again.
  useEffect(() => {
    if (stillThere.length < closed.length) setClosed(stillThere);
  });

  return (
    <div className="error-messages-list" role="alert" tabIndex={-1} ref={list}>
      {messages
        .filter(message => !closed.includes(keyOf(message)))
        .map(message => (
          <Message
            key={message.id}
            message={message}
            texts={texts}
            onClose={() => {
              setClosed([...closed, keyOf(message)]);
              list.current?.focus({ preventScroll: true });
            }}
          />
        ))}
    </div>
  );
}

interface MessageProps {
  message: ErrorMessage;
  texts: Texts;
  onClose: () => void;
}

function Message({ message: { id, kind, title, text, actions = [] }, texts, onClose }: MessageProps) {
  return (
    <div className={kind === 'warn' ? 'error-message warn' : 'error-message'} id={id}>
      <div className="message-icon">
        <Icon name="attention" className="fa-icon" />
      </div>
      <div className="message-title">{title}</div>
      <div className="message-content">
        <p dir="auto">{text}</p>
        {actions.length > 0 && (
          <div className="justify-start" data-v-7b4fe70e="">
            {actions.map(action => (
              <ActionLink key={action.text} onPress={action.onPress}>
                {action.text}
              </ActionLink>
            ))}
          </div>
        )}
      </div>
      <button className="close-icon" type="button" aria-label={texts.say('buttons.closeMessage')} onClick={onClose}>
        <Icon name="cross" className="ss-icon" />
      </button>
    </div>
  );
}

function keyOf({ id, title, text }: ErrorMessage): string {
  return [id, title, text].join(' ');
}
