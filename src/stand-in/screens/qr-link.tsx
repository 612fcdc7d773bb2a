import { useMemo, useRef, useState } from 'react';
import { encode } from 'uqr';
import type { TextKey, Texts } from '../texts';

/** A link as a code for the phone's camera, and as text for everybody else. */
export function QrLink({ url, texts }: { url: string; texts: Texts }) {
  const link = useRef<HTMLAnchorElement>(null);
  const [note, setNote] = useState<TextKey>();

  async function copy() {
    try {
      await navigator.clipboard.writeText(url);
      setNote('otherDevice.copied');
    } catch {
      if (link.current) window.getSelection()?.selectAllChildren(link.current);
      setNote('otherDevice.copyByHand');
    }
  }

  return (
    <>
      <h5 aria-level={3}>{texts.say('otherDevice.qrText')}</h5>
      <QrCode text={url} label={texts.say('otherDevice.qrLabel')} />
      <div className="link-line">
        <a ref={link} href={url} target="_blank" rel="noopener noreferrer" dir="ltr">
          {url}
        </a>
        <button className="alt-back" type="button" onClick={() => void copy()}>
          <span>{texts.say('otherDevice.copy')}</span>
        </button>
      </div>
      <p className="copied" role="status">
        {note && texts.say(note)}
      </p>
    </>
  );
}

/** Dark on light in either theme, with the quiet zone of four modules that readers need. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const code = encode(text, { ecc: 'M', border: 4 });
    const squares = code.data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')));
    return { size: code.size, path: squares.join('') };
  }, [text]);
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
