import { Switch as AriaSwitch } from 'react-aria-components/Switch';

interface SwitchProps {
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  isDisabled?: boolean;
}

export function Switch({ label, isOn, onChange, isDisabled = false }: SwitchProps) {
  return (
    <AriaSwitch className="ui-switch" isSelected={isOn} onChange={onChange} isDisabled={isDisabled}>
      <span className="ui-switch-rail" aria-hidden="true" />
      {label}
    </AriaSwitch>
  );
}
