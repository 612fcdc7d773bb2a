import documentBlurred from '../samples/document-blurred.svg';
import documentCut from '../samples/document-cut.svg';
import documentGlare from '../samples/document-glare.svg';
import documentGood from '../samples/document-good.svg';
import pageCut from '../samples/page-cut.svg';
import pageGood from '../samples/page-good.svg';
import type { TextKey, Texts } from '../texts';

interface Example {
  picture: string;
  text: TextKey;
}

const cardExamples: readonly Example[] = [
  { picture: documentGood, text: 'examples.good' },
  { picture: documentCut, text: 'examples.cut' },
  { picture: documentBlurred, text: 'examples.blurred' },
  { picture: documentGlare, text: 'examples.glare' },
];
const pageExamples: readonly Example[] = [
  { picture: pageGood, text: 'examples.good' },
  { picture: pageCut, text: 'examples.cut' },
];

/** A good picture of a document, and the usual bad ones. */
export function DocumentExamples({ idDocSetType, texts }: { idDocSetType: string; texts: Texts }) {
  const examples = idDocSetType.startsWith('PROOF_OF') ? pageExamples : cardExamples;
  return (
    <div className="document-examples">
      {examples.map(({ picture, text }) => (
        <figure className="img-guide" key={text}>
          <img src={picture} alt="" width="220" height="150" />
          <figcaption>{texts.say(text)}</figcaption>
        </figure>
      ))}
    </div>
  );
}
