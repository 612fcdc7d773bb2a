import { useTexts } from '../i18n/use-texts';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import type { PaneName, PanesState } from './use-panes';

const icons = { settings: 'start', side: 'end' } as const;

/** Shows and hides a pane; where it is a drawer, it says in words which one. */
export function PaneToggle({ name, panes }: { name: PaneName; panes: PanesState }) {
  const { t } = useTexts();
  const isOpen = panes.isOpen(name);
  const toggle = { 'data-opens': name, 'aria-expanded': isOpen, onPress: () => panes.setOpen(name, !isOpen) };
  if (!panes.isWide) return <Button {...toggle}>{t(`shell.${name}.short`)}</Button>;
  return (
    <IconButton
      {...toggle}
      kind="toggle"
      icon={icons[name]}
      label={t(`shell.${name}.${isOpen ? 'collapse' : 'expand'}`)}
    />
  );
}
