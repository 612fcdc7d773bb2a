import { cssLanguage } from '@codemirror/lang-css';
import { highlightCode } from '@lezer/highlight';
import { memo, type ReactNode } from 'react';
import { codeHighlight } from './code-highlight';

/** CSS in the editor's colours, to be read. */
export const CssText = memo(function CssText({ css }: { css: string }) {
  const pieces: ReactNode[] = [];
  highlightCode(
    css,
    cssLanguage.parser.parse(css),
    codeHighlight,
    (text, classes) =>
      pieces.push(
        <span key={pieces.length} className={classes}>
          {text}
        </span>,
      ),
    () => pieces.push('\n'),
  );
  return <pre className="rules-code">{pieces}</pre>;
});
