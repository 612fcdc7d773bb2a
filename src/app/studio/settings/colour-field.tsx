import { type ReactNode, useId, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useTexts } from '../i18n/use-texts';
import { IconButton } from '../ui/icon-button';
import { ColourEditor } from './colour-editor';
import { readOklch } from './read-colour';
import { useComputedColour } from './use-computed-colour';

interface ColourFieldProps {
  /** Found by a `Place`. */
  control: string;
  label: string;
  value: string | undefined;
  /** What is seen while nothing is set, and the words for it. */
  fallback: string;
  placeholder: string;
  resetLabel: string;
  hint?: string | undefined;
  /** What may be typed. */
  accepts: (text: string) => boolean;
  onChange: (colour: string | undefined, gesture?: string) => void;
  onChangeEnd: () => void;
  onCancel: () => void;
  children?: ReactNode;
}

/** Any CSS colour, typed or chosen. What is no colour says so, and the last good one stays. */
export function ColourField({
  control,
  label,
  value,
  fallback,
  placeholder,
  resetLabel,
  hint,
  accepts,
  onChange,
  onChangeEnd,
  onCancel,
  children,
}: ColourFieldProps) {
  const { t } = useTexts();
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const [refused, setRefused] = useState<string>();
  const isWrong = draft !== undefined && draft.trim() !== '' && !accepts(draft.trim());
  const wrong = isWrong ? draft : refused;
  const shown = useComputedColour(value ?? fallback);
  const lightness = value === undefined || shown === undefined ? undefined : readOklch(shown)?.l;
  const type = (text: string) => {
    setDraft(text);
    setRefused(undefined);
    if (accepts(text.trim())) onChange(text.trim(), `type:${control}`);
  };
  const leave = () => {
    if (draft?.trim() === '' && value !== undefined) onChange(undefined);
    if (isWrong) setRefused(draft);
    setDraft(undefined);
    onChangeEnd();
  };

  return (
    <div className={`setting${value === undefined ? '' : ' setting-set'}`} data-control={control}>
      <label className="ui-label" htmlFor={id}>
        {label}
      </label>
      <div className="ui-input colour-field" data-invalid={isWrong || undefined}>
        <DialogTrigger>
          <Button className="colour-swatch" aria-label={t('settings.colour.open', { what: label })}>
            <span
              className={value === undefined || shown === undefined ? 'colour-chip colour-chip-unset' : 'colour-chip'}
            >
              <span style={{ background: shown }} />
            </span>
          </Button>
          <Popover
            className="ui-popover"
            placement="bottom start"
            offset={6}
            onOpenChange={open => open || onChangeEnd()}
          >
            <Dialog className="colour-popover" aria-label={label}>
              <ColourEditor
                label={label}
                value={shown ?? fallback}
                onChange={colour => {
                  setRefused(undefined);
                  onChange(colour, `drag:${control}`);
                }}
                onChangeEnd={onChangeEnd}
                onCancel={onCancel}
              />
              {children}
            </Dialog>
          </Popover>
        </DialogTrigger>
        <input
          id={id}
          className="ui-bare-input"
          value={draft ?? value ?? ''}
          placeholder={placeholder}
          spellCheck={false}
          autoComplete="off"
          dir="ltr"
          data-undo={isWrong ? 'own' : 'studio'}
          aria-invalid={isWrong || undefined}
          aria-describedby={wrong !== undefined ? `${id}-wrong` : undefined}
          onChange={event => type(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Enter' && !isWrong) leave();
            // Escape gives up what is wrong, and nothing else.
            if (event.key === 'Escape' && wrong !== undefined) {
              setDraft(undefined);
              setRefused(undefined);
            }
            // The draft may be behind a step that is undone.
            if ((event.ctrlKey || event.metaKey) && !isWrong) setDraft(undefined);
          }}
          onBlur={leave}
        />
        {lightness !== undefined && (
          <span className="colour-lightness" aria-hidden="true">
            L {lightness.toFixed(2)}
          </span>
        )}
      </div>
      <span className="setting-reset">
        {value !== undefined && (
          <IconButton
            kind="quiet"
            isSmall
            icon="reset"
            label={resetLabel}
            onPress={() => {
              setRefused(undefined);
              onChange(undefined);
            }}
          />
        )}
      </span>
      {hint !== undefined && wrong === undefined && <p className="ui-hint setting-below">{hint}</p>}
      {wrong !== undefined && (
        <p id={`${id}-wrong`} className="ui-error setting-below" role="alert">
          {t('settings.colour.wrong', { text: wrong })}
        </p>
      )}
    </div>
  );
}
