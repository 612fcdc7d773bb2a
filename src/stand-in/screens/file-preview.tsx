import { useEffect, useState } from 'react';
import { Icon } from './icon';

/** The picture that a file holds; a sign for films, PDFs and pictures that cannot be drawn. */
export function FilePreview({ file, alt }: { file: File; alt: string }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!file.type.startsWith('image/')) {
      setAddress(undefined);
      return;
    }
    const created = URL.createObjectURL(file);
    setAddress(created);
    return () => URL.revokeObjectURL(created);
  }, [file]);

  if (address) return <img className="preview" src={address} alt={alt} onError={() => setAddress(undefined)} />;
  return (
    <i className="upload-icon">
      <Icon name="file" />
    </i>
  );
}
