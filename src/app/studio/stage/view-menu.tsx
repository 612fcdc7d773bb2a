import type { ReactNode } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useTexts } from '../i18n/use-texts';
import { useStudioState } from '../state/use-studio';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { ComparisonButtons, ComparisonMenu } from './compare-controls';
import { LanguageMenu } from './language-menu';
import { sayLanguage } from './say-cell';
import type { Comparison } from './use-comparison';
import { SchemeButtons, StateMenu, sayLook, WidthButtons, ZoomMenu } from './view-controls';

/** All that the toolbar of a narrow stage has no room for, behind one button that says what is chosen. */
export function ViewMenu({ comparison }: { comparison: Comparison }) {
  const { t, language } = useTexts();
  const view = useStudioState(state => state.view);
  const { languages, mode, state } = view;
  const text = [
    ...(mode === 'compare' ? [comparison.text] : []),
    ...sayLook(t, view),
    languages.length === 1
      ? sayLanguage(t, language, languages[0] ?? 'en')
      : t('stage.languages.count', { count: languages.length }),
    ...(mode === 'widget' || state === 'rest' ? [] : [t(`stage.state.${state}`)]),
  ].join(' · ');
  return (
    <DialogTrigger>
      <Button aria-label={`${t('stage.look')}: ${text}`}>
        <Icon name="settings" />
        <span className="stage-chosen">{text}</span>
        <Icon name="chevron" />
      </Button>
      <Popover className="ui-popover" offset={4} placement="bottom end">
        <Dialog className="stage-view" aria-label={t('stage.look')}>
          {mode === 'compare' && (
            <>
              <Row label={t('stage.compare')}>
                <ComparisonButtons />
              </Row>
              <Row label={t('stage.compare.with')}>
                <ComparisonMenu comparison={comparison} />
              </Row>
            </>
          )}
          <Row label={t('stage.widths')}>
            <WidthButtons />
          </Row>
          <Row label={t('stage.scheme')}>
            <SchemeButtons />
          </Row>
          <Row label={t('stage.languages')}>
            <LanguageMenu />
          </Row>
          {mode !== 'widget' && (
            <>
              <Row label={t('stage.state')}>
                <StateMenu isLabelled />
              </Row>
              <Row label={t('stage.zoom')}>
                <ZoomMenu />
              </Row>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="stage-view-row">
      <span className="ui-label" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}
