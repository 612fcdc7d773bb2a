import { useAnnounce } from '../../ui/live-region';
import { useTexts } from '../i18n/use-texts';
import { useStudio } from '../state/use-studio';
import { Button } from '../ui/button';
import type { SayFinding } from './to-diagnostic';

interface FormatButtonProps {
  say: SayFinding;
  /** What came of it, to be read beside the editor. */
  onSay: (words: string) => void;
  load?: () => Promise<Pick<typeof import('./format-css'), 'formatCss'>>;
}

/** One step of the history; the formatter comes when it is first wanted. */
export function FormatButton({ say, onSay, load = () => import('./format-css') }: FormatButtonProps) {
  const { t } = useTexts();
  const studio = useStudio();
  const announce = useAnnounce();
  async function format() {
    const { rules } = studio.readTheme();
    const formatted = await load()
      .then(({ formatCss }) => formatCss(rules))
      .catch(() => ({ kind: 'notLoaded' }) as const);
    const words = (() => {
      switch (formatted.kind) {
        case 'notLoaded':
          return t('rules.format.notLoaded');
        case 'faulty':
          return t('rules.format.faulty', { fault: say.finding(formatted.fault) });
        case 'otherMeaning':
          return t('rules.format.otherMeaning');
        case 'formatted':
          return t(formatted.text === rules ? 'rules.format.same' : 'rules.format.done');
      }
    })();
    // What was typed meanwhile counts for more.
    if (formatted.kind === 'formatted' && studio.readTheme().rules === rules)
      studio.edit({ key: 'rules.format.step' }, theme => ({ ...theme, rules: formatted.text }));
    onSay(words);
    announce(words);
  }
  return (
    <Button isSmall onPress={() => void format()}>
      {t('rules.format')}
    </Button>
  );
}
