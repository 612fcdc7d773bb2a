import { Button, type ButtonProps } from './button';
import { Icon, type IconName } from './icon';
import { Tooltip } from './tooltip';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
  icon: IconName;
  label: string;
  /** Keys that do the same, as they are written: `Ctrl+Z`. */
  keys?: string;
}

/** A button whose words are in its tooltip. */
export function IconButton({ icon, label, keys, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={keys ? `${label} (${keys})` : label}>
      <Button {...rest} aria-label={label}>
        <Icon name={icon} />
      </Button>
    </Tooltip>
  );
}
