import { type ReactNode, useState } from 'react';
import { Group, Panel, Separator, usePanelRef } from 'react-resizable-panels';
import { useTexts } from '../i18n/use-texts';
import { IconButton } from '../ui/icon-button';
import { Drawer } from './drawer';
import { type PaneSizes, paneLimits, readSizes, writeSizes } from './pane-sizes';
import { useMedia } from './use-media';

interface PanesProps {
  settings: ReactNode;
  stage: ReactNode;
  side: ReactNode;
  /** Which drawer is open where there is no room for panes. */
  drawer: 'settings' | 'side' | undefined;
  onDrawer: (drawer: 'settings' | 'side' | undefined) => void;
}

/** Settings, the stage, and what is found: three panes on a desk, a stage with two drawers on a tablet. */
export function Panes({ settings, stage, side, drawer, onDrawer }: PanesProps) {
  const { t } = useTexts();
  const isWide = useMedia('(min-width: 1024px)');
  const [first] = useState(() => readSizes(localStorage, window.innerWidth));
  const [sizes, setSizes] = useState(first);
  const settingsRef = usePanelRef();
  const sideRef = usePanelRef();
  const measure = () => {
    const sizeOf = (ref: typeof settingsRef, earlier: number) => {
      if (!ref.current) return earlier;
      return ref.current.isCollapsed() ? 0 : ref.current.getSize().inPixels;
    };
    const measured = { settings: sizeOf(settingsRef, sizes.settings), side: sizeOf(sideRef, sizes.side) };
    setSizes(measured);
    writeSizes(localStorage, measured);
  };
  const pane = (id: keyof PaneSizes, ref: typeof settingsRef, content: ReactNode) => (
    <Panel
      id={id}
      panelRef={ref}
      defaultSize={first[id] || paneLimits.collapsed}
      minSize={paneLimits.smallest}
      maxSize={paneLimits.largest}
      collapsible
      collapsedSize={paneLimits.collapsed}
      groupResizeBehavior="preserve-pixel-size"
    >
      <section className="bench-pane" aria-label={t(`shell.${id}`)}>
        {sizes[id] === 0 ? (
          <div className="bench-rail">
            <IconButton
              kind="quiet"
              icon={id === 'settings' ? 'start' : 'end'}
              label={t(`shell.${id}.expand`)}
              onPress={() => ref.current?.expand()}
            />
          </div>
        ) : (
          <>
            {content}
            <div className="bench-collapse">
              <IconButton
                kind="quiet"
                isSmall
                icon={id === 'settings' ? 'start' : 'end'}
                label={t(`shell.${id}.collapse`)}
                onPress={() => ref.current?.collapse()}
              />
            </div>
          </>
        )}
      </section>
    </Panel>
  );

  return (
    <div className="bench-desk">
      <Group className="bench-group" onLayoutChanged={measure}>
        {isWide && pane('settings', settingsRef, settings)}
        {isWide && <Separator className="bench-separator" aria-label={t('shell.settings.resize')} />}
        <Panel id="stage" minSize={320}>
          <section id="stage" className="bench-stage" aria-label={t('shell.stage')} tabIndex={-1}>
            {stage}
          </section>
        </Panel>
        {isWide && <Separator className="bench-separator" aria-label={t('shell.side.resize')} />}
        {isWide && pane('side', sideRef, side)}
      </Group>
      {!isWide && drawer && (
        <Drawer at={drawer} label={t(`shell.${drawer}`)} onClose={() => onDrawer(undefined)}>
          {drawer === 'settings' ? settings : side}
        </Drawer>
      )}
    </div>
  );
}
