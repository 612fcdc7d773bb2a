import { useRef } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { useTexts } from '../i18n/use-texts';
import type { StudioView } from '../state/studio-view';
import { useStudio, useStudioState } from '../state/use-studio';
import { Icon } from '../ui/icon';
import { ToggleGroup } from '../ui/toggle-group';
import { Tooltip } from '../ui/tooltip';
import { ComparisonButtons, ComparisonMenu } from './compare-controls';
import { LanguageMenu } from './language-menu';
import { isAlone } from './list-cells';
import { GroupMenu, ScreenMenu } from './screen-menu';
import { useComparison } from './use-comparison';
import { useWidth } from './use-width';
import { SchemeButtons, StateMenu, WidthButtons, ZoomMenu } from './view-controls';
import { ViewMenu } from './view-menu';

const modes = ['one', 'wall', 'compare', 'widget'] as const;

interface StageToolbarProps {
  picks: boolean;
  onPicks: (picks: boolean) => void;
}

/** What stands on the stage, and how: in two rows at most, in any language of the studio. */
export function StageToolbar({ picks, onPicks }: StageToolbarProps) {
  const { t } = useTexts();
  const studio = useStudio();
  const view = useStudioState(state => state.view);
  const toolbar = useRef<HTMLDivElement>(null);
  const width = useWidth(toolbar);
  const comparison = useComparison(view.mode === 'compare');
  const isWidget = view.mode === 'widget';
  const screens = isWidget ? null : isAlone(view) ? <ScreenMenu /> : <GroupMenu />;
  const narrow = isNarrow(view, width);
  const pick = isWidget ? null : <PickButton picks={picks} onPicks={onPicks} isIcon={narrow} />;
  return (
    <div className="stage-toolbar" ref={toolbar}>
      <ToggleGroup
        label={t('stage.mode')}
        options={modes.map(id => ({ id, label: t(`stage.mode.${id}`) }))}
        value={view.mode}
        onChange={mode => studio.look({ mode })}
      />
      {narrow ? (
        <>
          {pick}
          <div className="stage-row">
            {screens}
            <ViewMenu comparison={comparison} />
          </div>
        </>
      ) : (
        <>
          {view.mode === 'compare' && (
            <>
              <ComparisonButtons />
              <ComparisonMenu comparison={comparison} />
            </>
          )}
          <WidthButtons />
          <SchemeButtons />
          {screens}
          <LanguageMenu />
          {!isWidget && (
            <>
              <StateMenu isLabelled={false} />
              <ZoomMenu />
              {pick}
            </>
          )}
        </>
      )}
      {comparison.failed && (
        <p className="stage-row ui-error" role="alert">
          {t('stage.compare.failed')}
        </p>
      )}
    </div>
  );
}

/** Below this the controls would take three rows in Russian and in Kazakh; as long as it is not known (0) they have room. */
function isNarrow({ mode }: StudioView, width: number): boolean {
  return width > 0 && width < (mode === 'compare' ? 1000 : 800);
}

function PickButton({ picks, onPicks, isIcon }: StageToolbarProps & { isIcon: boolean }) {
  const { t } = useTexts();
  const label = t('stage.pick');
  return (
    <Tooltip text={isIcon ? `${label}. ${t('stage.pick.hint')}` : t('stage.pick.hint')}>
      <ToggleButton
        className="ui-button ui-button-plain stage-pick"
        aria-label={label}
        isSelected={picks}
        onChange={onPicks}
      >
        <Icon name="pick" />
        {!isIcon && <span>{label}</span>}
      </ToggleButton>
    </Tooltip>
  );
}
