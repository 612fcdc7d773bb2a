import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { deriveShades, readColours } from '#theming/derive-shades';
import { useTexts } from '../i18n/use-texts';
import { useStudioState, useTheme } from '../state/use-studio';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { ColourEditor } from './colour-editor';
import { useColourChange } from './use-colour-change';

const segments = [
  { shade: 'accentTint', word: 'tint' },
  { shade: 'accentDisabled', word: 'disabled' },
  { shade: 'accent', word: 'rest' },
  { shade: 'accentHover', word: 'hover' },
  { shade: 'accentPressed', word: 'pressed' },
] as const;
type Segment = (typeof segments)[number];

/** What follows from the accent, each shade to be pinned by changing it. */
export function ShadesBar() {
  const { t } = useTexts();
  const theme = useTheme();
  const scheme = useStudioState(state => state.editedScheme);
  const colours = readColours(theme, scheme);
  if (colours.accent === undefined) return null;
  const shades = { ...deriveShades(colours, scheme), accent: colours.accent };
  return (
    <fieldset className="shades">
      <legend className="visually-hidden">{t('settings.shades')}</legend>
      {segments.map(segment => (
        <Shade
          key={segment.shade}
          {...segment}
          colour={shades[segment.shade]}
          isPinned={segment.shade !== 'accent' && theme[scheme][segment.shade] !== undefined}
        />
      ))}
    </fieldset>
  );
}

function Shade({ shade, word, colour, isPinned }: Segment & { colour: string; isPinned: boolean }) {
  const { t } = useTexts();
  const { change, end, cancel } = useColourChange(shade);
  const scheme = useStudioState(state => state.editedScheme);
  const name = t(`settings.colour.${shade}`);
  return (
    <DialogTrigger>
      <AriaButton
        className="shade"
        aria-label={isPinned ? t('settings.shade.pinned', { what: name, colour }) : `${name}, ${colour}`}
        data-control={shade === 'accent' ? undefined : `${scheme}.${shade}`}
      >
        <span className="shade-colour" style={{ background: colour }}>
          {isPinned && (
            <span className="shade-pin">
              <Icon name="pin" />
            </span>
          )}
        </span>
        <span className="shade-word">{t(`settings.shade.${word}`)}</span>
      </AriaButton>
      <Popover className="ui-popover" placement="bottom" offset={4} onOpenChange={open => open || end()}>
        <Dialog className="colour-popover" aria-label={name}>
          <p className="colour-popover-title">{name}</p>
          <ColourEditor
            label={name}
            value={colour}
            onChange={next => change(next, `drag:${scheme}.${shade}`)}
            onChangeEnd={end}
            onCancel={cancel}
          />
          {shade !== 'accent' && (
            <div className="shade-follow">
              <p className="ui-hint">{isPinned ? t('settings.shade.isPinned') : t('settings.shade.follows')}</p>
              {isPinned ? (
                <Button isSmall onPress={() => change(undefined)}>
                  {t('settings.shade.unpin')}
                </Button>
              ) : (
                <Button isSmall onPress={() => change(colour)}>
                  <Icon name="pin" />
                  {t('settings.shade.pin')}
                </Button>
              )}
            </div>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
