import type { KeyboardEvent } from 'react';
import type { TextKey, Texts } from '../texts';
import { Icon, type IconName } from './icon';

/** How the link comes to the phone. */
export type MobileWay = 'qr' | 'sms' | 'email';

const tabs: readonly { way: MobileWay; icon: IconName; iconClass: string; text: TextKey }[] = [
  { way: 'qr', icon: 'qr', iconClass: 'ss-icon', text: 'otherDevice.tabQr' },
  { way: 'sms', icon: 'message', iconClass: 'fa-icon', text: 'otherDevice.tabSms' },
  { way: 'email', icon: 'mail', iconClass: 'fa-icon', text: 'otherDevice.tabEmail' },
];

interface MobileTabsProps {
  way: MobileWay;
  onChange: (way: MobileWay) => void;
  texts: Texts;
}

/** One stop for the Tab key; the arrows, Home and End choose. */
export function MobileTabs({ way, onChange, texts }: MobileTabsProps) {
  function move(event: KeyboardEvent) {
    const index = tabs.findIndex(tab => tab.way === way);
    const next = tabs[indexAfter(event.key, index, texts.direction)];
    if (!next) return;
    event.preventDefault();
    onChange(next.way);
    document.getElementById(tabIdOf(next.way))?.focus();
  }
  return (
    <div className="mobile-tabs" role="tablist" aria-label={texts.say('otherDevice.title')}>
      {tabs.map(tab => {
        const isActive = tab.way === way;
        return (
          <div
            key={tab.way}
            id={tabIdOf(tab.way)}
            className={isActive ? 'tab active' : 'tab'}
            role="tab"
            aria-selected={isActive}
            aria-controls={isActive ? panelIdOf(tab.way) : undefined}
            tabIndex={isActive ? 0 : -1}
            onClick={() => onChange(tab.way)}
            onKeyDown={move}
          >
            <Icon name={tab.icon} className={tab.iconClass} />
            <span>{texts.say(tab.text)}</span>
          </div>
        );
      })}
    </div>
  );
}

export function tabIdOf(way: MobileWay): string {
  return `mobile-tab-${way}`;
}

export function panelIdOf(way: MobileWay): string {
  return `mobile-panel-${way}`;
}

/** -1 for keys that choose no tab. */
function indexAfter(key: string, index: number, direction: Texts['direction']): number {
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const backward = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  switch (key) {
    case forward:
      return (index + 1) % tabs.length;
    case backward:
      return (index + tabs.length - 1) % tabs.length;
    case 'Home':
      return 0;
    case 'End':
      return tabs.length - 1;
    default:
      return -1;
  }
}
