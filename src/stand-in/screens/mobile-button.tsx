import type { KeyboardEvent } from 'react';
import type { Texts } from '../texts';
import { Icon } from './icon';

/** The way on by phone. Headings in it because hosts' themes style them there; to a reader it is one button. */
export function MobileButton({ texts, onPress }: { texts: Texts; onPress: () => void }) {
  const pressByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onPress();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button may hold no headings, and themes style bare buttons
    <div className="mobile-button" role="button" tabIndex={0} onClick={onPress} onKeyDown={pressByKey}>
      <Icon name="phone" className="fa-icon" />
      <div>
        <h3 role="presentation">{texts.say('otherDevice.button')}</h3>
        <h4 role="presentation">{texts.say('otherDevice.buttonText')}</h4>
      </div>
    </div>
  );
}
