import { Icon } from './icon';

export interface ErrorMessage {
  id: string;
  kind: 'error' | 'warn';
  title: string;
  text: string;
}

/** Stays in the page while it is empty, so that what appears in it is announced. */
export function ErrorMessages({ messages }: { messages: readonly ErrorMessage[] }) {
  return (
    <div className="error-messages-list" role="alert">
      {messages.map(({ id, kind, title, text }) => (
        <div className={kind === 'warn' ? 'error-message warn' : 'error-message'} id={id} key={id}>
          <div className="message-icon">
            <Icon name="attention" className="fa-icon" />
          </div>
          <div className="message-title">{title}</div>
          <div className="message-content">
            <p>{text}</p>
          </div>
        </div>
      ))}
    </div>
  );
}
