import { useMemo } from 'react';
import { useTexts } from '../i18n/use-texts';
import { useWidgetWords } from '../i18n/use-widget-words';
import { useStudio, useTheme } from '../state/use-studio';
import { Button } from '../ui/button';
import { Pill } from '../ui/pill';
import { inspectElement } from './inspect-element';
import { countUses, listKnownSelectors, listSettingsOf } from './known-selectors';
import { listAncestors, toName, toSelector } from './name-element';
import { toPlace } from './place-of-rule';
import type { LivePreview } from './preview-desk';
import { RuleItem } from './rule-item';
import { sayElement } from './say-element';
import { toRulesLine } from './theme-sheet';
import { usePreviewDesk } from './use-preview-desk';

interface ElementDetailsProps {
  preview: LivePreview;
  element: Element;
}

const drawn = [
  ...['color', 'background-color', 'background-image', 'border', 'border-radius', 'box-shadow', 'outline'],
  ...['font-family', 'font-size', 'font-weight', 'line-height', 'letter-spacing', 'text-transform'],
  ...['width', 'height', 'padding', 'margin', 'display', 'opacity'],
];

export function ElementDetails({ preview, element }: ElementDetailsProps) {
  const { t } = useTexts();
  const words = useWidgetWords();
  const studio = useStudio();
  const theme = useTheme();
  const css = usePreviewDesk().readCss(preview.cell);
  const { screen, scheme } = preview.cell;
  // A new `preview` is what it is after every change of the look.
  const { now, inStates } = useMemo(() => inspectElement(element, css, scheme), [element, css, scheme]);
  const known = useMemo(() => listKnownSelectors(element), [element]);
  const settings = useMemo(() => listSettingsOf(element), [element]);
  const computed = element.ownerDocument.defaultView?.getComputedStyle(element);

  function addRule() {
    const selector = known.find(({ evidence }) => evidence === 'proved')?.selector ?? toSelector(element);
    const before = theme.rules.trimEnd();
    const rules = `${before}${before ? '\n\n' : ''}${selector} {\n  \n}\n`;
    studio.edit({ key: 'stage.step.rule', what: selector }, last => ({ ...last, rules }));
    studio.show({ tab: 'rules', line: rules.split('\n').length - 2, column: 3 });
  }

  return (
    <div className="stage-element">
      <header className="stage-element-header">
        <div>
          <code className="stage-element-name">{toName(element)}</code>
          <Button isSmall onPress={() => studio.pick(undefined)}>
            {t('stage.element.all')}
          </Button>
        </div>
        <nav aria-label={t('stage.element.path')} className="stage-element-path">
          {listAncestors(element).map(one => (
            <button
              key={toSelector(one)}
              type="button"
              aria-current={one === element}
              onClick={() => studio.pick({ screen, selector: toSelector(one) })}
              onPointerEnter={() => studio.pointAt(toSelector(one))}
              onPointerLeave={() => studio.pointAt(undefined)}
            >
              {toName(one)}
            </button>
          ))}
        </nav>
      </header>

      <section>
        <h2 className="stage-element-title">{t('stage.element.settings')}</h2>
        {settings.length === 0 && <p className="ui-hint">{t('stage.element.noSettings')}</p>}
        <div className="stage-element-actions">
          {settings.map(setting => (
            <Button key={setting.id} isSmall onPress={() => studio.show({ tab: 'elements', element: setting.id })}>
              {sayElement(t, setting)}
            </Button>
          ))}
          <Button isSmall onPress={addRule}>
            {t('stage.element.addRule')}
          </Button>
        </div>
      </section>

      <section>
        <h2 className="stage-element-title">{t('stage.element.rules')}</h2>
        {now.length === 0 && <p className="ui-hint">{t('stage.element.noRules')}</p>}
        {now.map(rule => (
          <RuleItem
            key={rule.start}
            rule={rule}
            place={toPlace(theme, css, rule)}
            onShow={place => studio.show(place)}
          />
        ))}
        {inStates.length > 0 && (
          <>
            <h3 className="stage-element-subtitle">{t('stage.element.inStates')}</h3>
            <ul>
              {inStates.map(({ selector, start }) => (
                <li key={start}>
                  <code>{selector}</code> <span className="ui-hint">{sayLine(toRulesLine(theme, css, start))}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>

      <section>
        <h2 className="stage-element-title">{t('stage.element.known')}</h2>
        {known.length === 0 && <p className="ui-hint">{t('stage.element.noKnown')}</p>}
        <ul>
          {known.slice(0, 12).map((selector, at) => (
            <li key={selector.selector} className="stage-element-known">
              <code>{selector.selector}</code>
              {selector.evidence === 'unverified' && <Pill tone="warn">{t('stage.element.unverified')}</Pill>}
              <span className="ui-hint">{t('stage.element.uses', { count: countUses(selector) })}</span>
              {words && selector.what !== known[at - 1]?.what && (
                <p className="stage-element-what" lang={words.language}>
                  {words.say(selector.what)}
                </p>
              )}
            </li>
          ))}
        </ul>
      </section>

      <section>
        <h2 className="stage-element-title">{t('stage.element.drawn')}</h2>
        <dl className="stage-element-drawn">
          {drawn.map(property => (
            <div key={property}>
              <dt>{property}</dt>
              <dd>
                {property.endsWith('color') && (
                  <span
                    className="stage-element-swatch"
                    style={{ background: computed?.getPropertyValue(property) }}
                    aria-hidden="true"
                  />
                )}
                {computed?.getPropertyValue(property)}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );

  function sayLine(line: number | undefined): string {
    return line === undefined ? t('stage.element.fromSettings') : t('stage.element.line', { line });
  }
}
