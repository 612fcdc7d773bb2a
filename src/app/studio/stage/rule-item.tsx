import { useTexts } from '../i18n/use-texts';
import type { Place } from '../state/studio';
import { Button } from '../ui/button';
import type { InspectedRule } from './inspect-element';

interface RuleItemProps {
  rule: InspectedRule;
  place: Place;
  onShow: (place: Place) => void;
}

/** A rule that applies: what wins stands plain, what does not is struck out, with the reason beside it. */
export function RuleItem({ rule, place, onShow }: RuleItemProps) {
  const { t } = useTexts();
  const where = place.tab === 'rules' ? t('stage.element.line', { line: place.line }) : t('stage.element.fromSettings');
  return (
    <div className="stage-rule">
      <div className="stage-rule-head">
        <code>{rule.selector}</code>
        <Button isSmall kind="quiet" onPress={() => onShow(place)}>
          {where}
        </Button>
      </div>
      {rule.media.map(query => (
        <p key={query} className="ui-hint">
          <code>@media {query}</code>
        </p>
      ))}
      <ul className="stage-rule-declarations">
        {rule.declarations.map(({ property, value, important, fate }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same declaration may stand twice
          <li key={at}>
            <code data-fate={fate.is}>
              {property}: {value}
              {important ? ' !important' : ''}
            </code>
            {fate.is === 'beaten' && (
              <span className="ui-hint">
                {t(fate.of === 'theme' ? 'stage.element.beaten' : 'stage.element.beatenByProvider', {
                  selector: fate.by,
                })}
              </span>
            )}
            {fate.is === 'unknown' && <span className="ui-error">{t('stage.element.unknown')}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
