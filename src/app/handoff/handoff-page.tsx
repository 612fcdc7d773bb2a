import './handoff-page.css';
import { Loading } from '../ui/loading';
import { ComputerSide } from './computer-side';
import { PhoneScreen } from './phone-screen';
import { PhoneSide } from './phone-side';
import { useOpenedLink } from './use-opened-link';

/** With a link's token in the address it is the phone that has come, without one the computer. */
export function HandoffPage() {
  const { link, forget } = useOpenedLink();
  switch (link.is) {
    case 'unread':
      return <Loading />;
    case 'none':
      return <ComputerSide />;
    case 'lost':
      return <PhoneScreen view={{ is: 'closed', why: 'lost' }} />;
    case 'incomplete':
      return <PhoneScreen view={{ is: 'closed', why: 'unknown' }} />;
    case 'opened':
      return <PhoneSide key={link.token} token={link.token} onForget={forget} />;
  }
}
