import { useLanguage } from '../i18n/use-language';
import { List } from '../ui/list';

interface Stage {
  state: 'done' | 'now' | 'later';
  name: string;
  text: string | undefined;
}

export function Timeline({ stages }: { stages: Stage[] }) {
  const { t } = useLanguage();
  return (
    <List as="ol" className="card timeline">
      {stages.map(({ state, name, text }) => (
        <li key={name} className="stage" data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
          <span className="stage-mark" aria-hidden="true">
            {state === 'done' && (
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d="m4 8.5 2.7 2.7L12 5.5" />
              </svg>
            )}
          </span>
          <div>
            <strong className="stage-name">{name}</strong>{' '}
            <span className="visually-hidden">{t(`inReview.${state}`)}</span>
            {text && <p className="sentence">{text}</p>}
          </div>
        </li>
      ))}
    </List>
  );
}
