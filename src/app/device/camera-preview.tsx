import { useEffect, useRef } from 'react';
import { useLanguage } from '../i18n/use-language';

/** Mirrored, as people know themselves. */
export function CameraPreview({ stream }: { stream: MediaStream | undefined }) {
  const { t } = useLanguage();
  const video = useRef<HTMLVideoElement>(null);

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = stream ?? null;
    return () => {
      element.srcObject = null;
    };
  }, [stream]);

  return <video ref={video} className="camera-preview" aria-label={t('device.preview')} autoPlay muted playsInline />;
}
