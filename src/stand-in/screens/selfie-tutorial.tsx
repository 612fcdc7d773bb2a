import { filmSeconds } from '../camera-session';
import face from '../samples/face.svg';
import type { TextKey, Texts } from '../texts';
import type { CameraKind } from './camera-pad';
import { Instructions } from './instructions';

const tips: readonly TextKey[] = ['selfie.tipLight', 'selfie.tipBare', 'selfie.tipAlone'];

/** What the camera will want to see; hosts' themes know its first two rows by their place. */
export function SelfieTutorial({ kind, texts }: { kind: CameraKind; texts: Texts }) {
  return (
    <>
      <div className="row center">
        <img className="face-guide" src={face} alt="" width="220" height="150" />
      </div>
      <div className="row">
        <div className="tutorial-title">
          <p>{texts.say(kind === 'film' ? 'liveness.title' : 'selfie.title', { seconds: filmSeconds })}</p>
        </div>
        <Instructions items={tips.map(tip => texts.say(tip))} />
      </div>
    </>
  );
}
