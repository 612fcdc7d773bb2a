import { useEffect, useState } from 'react';
import { Icon } from './icon';

interface FilePreviewProps {
  file: Blob;
  alt: string;
  /** Lets a film be played; otherwise its first picture is shown. */
  playable?: boolean;
}

/** An address that goes while the browser still reads from it is an error on the console; nothing local takes this long. */
const keptAfterwardsMs = 30_000;

/** What a file holds: a picture or a film; a sign for PDFs and for what the browser cannot show. */
export function FilePreview({ file, alt, playable = false }: FilePreviewProps) {
  const [address, setAddress] = useState<string>();
  const kind = file.type.split('/')[0];
  useEffect(() => {
    if (kind !== 'image' && kind !== 'video') {
      setAddress(undefined);
      return;
    }
    const created = URL.createObjectURL(file);
    setAddress(created);
    return () => void setTimeout(() => URL.revokeObjectURL(created), keptAfterwardsMs);
  }, [file, kind]);

  const giveUp = () => setAddress(undefined);
  if (!address) {
    return (
      <i className="upload-icon">
        <Icon name="file" />
      </i>
    );
  }
  if (kind === 'image') return <img className="preview" src={address} alt={alt} onError={giveUp} />;
  return (
    <video
      className="preview media-element"
      src={address}
      aria-label={alt}
      controls={playable}
      loop={playable}
      autoPlay={playable && !prefersStillness()}
      preload="metadata"
      playsInline
      muted
      onError={giveUp}
    />
  );
}

function prefersStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
