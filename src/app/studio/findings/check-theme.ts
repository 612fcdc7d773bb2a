import type { Theme } from '#contract/theme';
import { type PreviewName, previewNames } from '#stand-in/preview-names';
import { checkFailedFonts } from '#theming/checks/check-failed-fonts';
import { checkWins } from '#theming/checks/check-wins';
import { type Finding, severities } from '#theming/checks/finding';
import { type ContrastSummary, gatherContrasts, type Traced } from '#theming/checks/gather-contrasts';
import { gatherTroubles } from '#theming/checks/gather-troubles';
import { listRules } from '#theming/checks/list-rules';
import type { Look, SeenFocus, SeenText, Sight } from '#theming/checks/seen';
import { compileTheme } from '#theming/compile-theme';
import type { FontFace } from '#theming/fonts-of';
import { checkCss, type RulesByOrigin } from './check-css';
import { signatureOf } from './element-signature';
import { createFrameCascade, type WinRecord } from './frame-cascade';
import type { Idle } from './idle';
import { inspectControls } from './inspect-controls';
import { inspectFocus, listFocusable } from './inspect-focus';
import { inspectHeld, listPressable } from './inspect-held';
import { inspectLayout } from './inspect-layout';
import { inspectTargets } from './inspect-targets';
import { inspectTexts } from './inspect-text';
import type { Inspected } from './inspected';
import type { InspectionFrame } from './inspection-frame';
import type { ScreenCopy } from './screen-copies';
import { createColourTracer } from './trace-colours';

export interface Report {
  findings: readonly Finding[];
  contrasts: ContrastSummary;
}

export interface CheckBench {
  idle: Idle;
  frame: InspectionFrame;
  /** What a screen is made of, copied once and kept. */
  readScreen(screen: PreviewName): Promise<readonly ScreenCopy[]>;
  fontFaces: readonly FontFace[];
  signal: AbortSignal;
  onProgress(done: number): void;
}

type Inspection = 'colours' | 'held' | 'focus' | 'targets' | 'layout' | 'wins';

/** How each screen is looked at, and for what: 320 px is where WCAG wants a page still to fit (1.4.10). */
const looks: readonly (Look & { for: readonly Inspection[] })[] = [
  { language: 'en', scheme: 'light', width: 360, for: ['colours', 'held', 'focus', 'targets', 'layout', 'wins'] },
  { language: 'en', scheme: 'dark', width: 360, for: ['colours', 'held', 'focus', 'wins'] },
  { language: 'en', scheme: 'light', width: 1280, for: ['layout', 'wins'] },
  { language: 'en', scheme: 'light', width: 320, for: ['layout'] },
  { language: 'ru', scheme: 'light', width: 320, for: ['layout'] },
  { language: 'kk', scheme: 'light', width: 320, for: ['layout'] },
  { language: 'ar', scheme: 'light', width: 360, for: ['layout'] },
];

/** Looks at every screen under a theme, a little at a time. @throws the signal's reason where it was told to stop. */
export async function checkTheme(theme: Theme, bench: CheckBench): Promise<Report> {
  const { idle, frame, readScreen, fontFaces, signal, onProgress } = bench;
  const contrasts = gatherContrasts();
  const troubles = gatherTroubles();
  const record: WinRecord = { won: new Set(), lost: new Map() };
  const copies: ScreenCopy[] = [];
  const held = new Map<string, Traced<SeenText>[]>();
  const focused = new Map<string, SeenFocus>();
  const turn = async () => {
    await idle.turn();
    signal.throwIfAborted();
  };

  await turn();
  frame.applyCss(compileTheme(theme, fontFaces));
  const rules = readRules(theme, frame, fontFaces);
  const cascade = createFrameCascade(frame.document, [...rules.stock, ...rules.settings, ...rules.rules]);
  for (const [index, screen] of previewNames.entries()) {
    onProgress(index);
    const made = await readScreen(screen);
    copies.push(...made);
    for (const look of looks) {
      const copy = made.find(({ language }) => language === look.language);
      if (!copy) continue;
      await turn();
      frame.show(copy, look);
      const sight = { screen, language: look.language, scheme: look.scheme, width: look.width };
      for (const inspection of look.for) {
        await turn();
        await inspect(inspection, sight);
      }
    }
  }
  await turn();
  const failedFonts = await frame.readFailedFonts();
  signal.throwIfAborted();
  const findings = [
    ...contrasts.list(theme.rules),
    ...troubles.list(),
    ...checkCss(theme, rules, copies),
    ...checkFailedFonts(failedFonts, theme.rules),
    ...checkWins(record.lost.values(), record.won, theme.rules),
  ];
  findings.sort((one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity));
  return { findings, contrasts: contrasts.summarise() };

  async function inspect(inspection: Inspection, sight: Sight): Promise<void> {
    const { document } = frame;
    const tracer = createColourTracer(cascade, theme, sight.scheme);
    const traceText = (one: Inspected<SeenText>) => ({ seen: one.seen, findSources: () => tracer.ofText(one) });
    switch (inspection) {
      case 'colours': {
        const controls = inspectControls(document);
        contrasts.add(sight, {
          texts: inspectTexts(document, 'rest').map(traceText),
          controls: controls.map(one => ({ seen: one.seen, findSources: () => tracer.ofControl(one) })),
        });
        break;
      }
      case 'held':
        for (const element of listPressable(document)) {
          await turn();
          const texts = remember(held, sight, element, () => inspectHeld(element).map(traceText));
          contrasts.add(sight, { texts });
        }
        break;
      case 'focus':
        for (const element of listFocusable(document)) {
          await turn();
          troubles.add(sight, { focuses: [remember(focused, sight, element, () => inspectFocus(element))] });
        }
        break;
      case 'targets':
        troubles.add(sight, { targets: inspectTargets(document) });
        break;
      case 'layout':
        troubles.add(sight, { troubles: inspectLayout(document) });
        break;
      case 'wins':
        if (rules.rules.length > 0) cascade.noteWins(record);
        break;
    }
  }
}

/** Most controls are drawn alike on many screens, and holding each in a state takes the browser long. */
function remember<Seen>(known: Map<string, Seen>, { scheme }: Sight, element: Element, look: () => Seen): Seen {
  const signature = `${scheme} ${signatureOf(element)}`;
  const found = known.get(signature);
  if (found !== undefined) return found;
  const seen = look();
  known.set(signature, seen);
  return seen;
}

function readRules(theme: Theme, { stock }: InspectionFrame, fontFaces: readonly FontFace[]): RulesByOrigin {
  const settingsText = compileTheme({ ...theme, rules: '' }, fontFaces);
  return {
    stock,
    settings: listRules(settingsText, 'settings'),
    settingsText,
    rules: listRules(theme.rules, 'rules'),
  };
}
